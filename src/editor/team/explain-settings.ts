import * as vscode from 'vscode';
import type { PolicySource } from '../../decide/team/source.ts';
import type { Provenance, Traced } from '../../decide/team/trace.ts';
import { settingRows } from '../../sentences/explain-settings.ts';
import type { Translate } from '../../sentences/translate.ts';
import { SETTINGS } from '../ids.ts';

interface Item extends vscode.QuickPickItem {
  readonly from?: Provenance;
  readonly name?: string;
}

/**
 * Shows every value that is in force, who demands it and what it overrides; the one that is picked is opened where it
 * stands. Terms, patterns and values of lists are counted, and not shown.
 */
export async function explainSettings(
  trace: readonly Traced[],
  uriOf: (source: PolicySource) => vscode.Uri | undefined,
  t: Translate,
): Promise<void> {
  const rows = settingRows(trace, t);
  const items = rows.map((row, i): Item => {
    const from = trace[i]?.from ?? [];
    const byFile = from.find((one) => one.by === 'file');
    return {
      label: `$(${iconOf(row.locked, from)}) ${row.name}`,
      description: row.value,
      detail: [
        row.from.length === 0 ? t('demanded by nobody') : row.from.join(', '),
        ...(row.locked ? [t('locked by your organisation')] : []),
        ...(row.overrides.length === 0 ? [] : [t('overrides {0}', row.overrides.join(', '))]),
      ].join(' · '),
      name: row.name,
      ...((byFile ?? from[0]) && { from: byFile ?? from[0] }),
    };
  });
  // What somebody demands is what one wants to know; the rest is as it came.
  const [stated, rest] = [items.filter(isStated), items.filter((item) => !isStated(item))];
  const picked = await vscode.window.showQuickPick<Item>(
    [
      ...(stated.length === 0 ? [] : [separator(t('Set or demanded')), ...stated]),
      ...(rest.length === 0 ? [] : [separator(t('Default')), ...rest]),
    ],
    {
      title: t('What is in force in this window, and who says so'),
      placeHolder: t('Choose one to open it where it stands'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked?.name === undefined) return;
  if (picked.from?.by === 'file') {
    const uri = uriOf(picked.from.source);
    if (uri === undefined) return;
    const { line, column } = picked.from.at.start;
    const place = new vscode.Position(line - 1, column - 1);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(place, place) });
    return;
  }
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${settingOf(picked.name)}`);
}

function isStated({ from }: Item): boolean {
  return from !== undefined && from.by !== 'default';
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function iconOf(locked: boolean, from: readonly Provenance[]): string {
  if (locked) return 'lock';
  return from.some((one) => one.by === 'file') ? 'organization' : 'settings-gear';
}

/** `requirements.training` is part of a setting. */
function settingOf(name: string): string {
  if (name.startsWith(`${SETTINGS.section}.`)) return name;
  const dot = name.indexOf('.');
  return `${SETTINGS.section}.${dot < 0 ? name : name.slice(0, dot)}`;
}
