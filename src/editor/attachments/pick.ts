import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { WAYS, type Way } from './ways.ts';
import type { WorkspaceName } from './workspace-names.ts';

type Row = vscode.QuickPickItem &
  ({ readonly way: Way } | { readonly name: WorkspaceName } | { readonly rest: true });

/** Lets the user pick a kind of thing, or a file or folder of the workspace by its name. */
export async function pickWay(
  names: readonly WorkspaceName[],
  t: Translate,
): Promise<{ readonly kind: Way['kind'] } | { readonly uri: vscode.Uri } | undefined> {
  const ways = WAYS.map((way): Row => {
    const iconPath = new vscode.ThemeIcon(way.icon);
    return { way, iconPath, label: way.label(t), description: way.detail(t) };
  });
  const separator = {
    rest: true,
    label: t('In this workspace'),
    kind: vscode.QuickPickItemKind.Separator,
  } as const;
  const files = names.map((name): Row => {
    const iconPath = new vscode.ThemeIcon(name.isFolder ? 'folder' : 'file');
    return { name, iconPath, label: name.label, description: name.path === name.label ? '' : name.path };
  });
  const picked = await vscode.window.showQuickPick([...ways, separator, ...files], {
    title: t('Attach to the prompt'),
    placeHolder: t('Choose what to attach, or type a file’s name'),
    matchOnDescription: true,
  });
  if (!picked || 'rest' in picked) return undefined;
  return 'way' in picked ? { kind: picked.way.kind } : { uri: picked.name.uri };
}
