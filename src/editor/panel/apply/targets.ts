import * as vscode from 'vscode';
import type { Translate } from '../../../sentences/translate.ts';
import { inWorkspace } from '../../models/workspace-paths.ts';

/** The file that a block of code is put into. */
export interface Target {
  readonly uri: vscode.Uri;
  /** It is not there yet. */
  readonly isNew: boolean;
}

/** At most so many files of the workspace are offered for a name. */
const MOST = 20;

/**
 * Chooses the file for a block of code: one that the answer names, else one that went with the prompt, else that of the
 * editor; the user is asked where there is more than one, or none. What an answer names counts within the workspace
 * only, with all links followed.
 *
 * @param named as the answer names them, the surest first
 * @param attached paths that went with the prompt
 * @returns undefined where the user gave up.
 */
export async function chooseTarget(
  named: readonly string[],
  attached: readonly string[],
  t: Translate,
): Promise<Target | undefined> {
  for (const path of named) {
    const found = await filesOf(path);
    if (found.length === 1 && found[0]) return { uri: found[0], isNew: false };
    if (found.length > 1) return ask(found, undefined, t);
  }
  const create = named.map(newFile).find((uri) => uri !== undefined);
  if (create) return ask(besides([]), create, t);
  const files = (await Promise.all(attached.map(filesOf))).flat();
  if (files.length === 1 && files[0]) return { uri: files[0], isNew: false };
  if (files.length > 1) return ask(besides(files), undefined, t);
  const active = vscode.window.activeTextEditor?.document;
  if (active && isFile(active)) return { uri: active.uri, isNew: false };
  return ask(besides([]), undefined, t);
}

/** Whether text can be put into a document: no cell of a notebook, no output, nothing of ours. */
function isFile({ uri }: vscode.TextDocument): boolean {
  return (
    uri.scheme === 'untitled' ||
    (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true && !uri.path.endsWith('.ipynb'))
  );
}

/** Files of the workspace that a path can mean: that very one, or those it is the end of. */
async function filesOf(path: string): Promise<vscode.Uri[]> {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  if (parts.length === 0 || parts.includes('..')) return [];
  const isAbsolute = /^(?:[\\/]|[A-Za-z]:)/.test(path);
  const exact = isAbsolute
    ? [vscode.Uri.file(path)]
    : (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, ...parts));
  const there = (await Promise.all(exact.map(existing))).flatMap((uri) => uri ?? []);
  if (there.length > 0 || isAbsolute) return there.filter(isWithin);
  const glob = parts.map((part) => part.replace(/[[\]{}*?]/g, '[$&]')).join('/');
  return (await vscode.workspace.findFiles(`**/${glob}`, undefined, MOST)).filter(isWithin);
}

async function existing(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) > 0 ? uri : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(uri: vscode.Uri): boolean {
  return inWorkspace(uri.scheme === 'file' ? uri.fsPath : uri.toString()) !== undefined;
}

/** The file that a path would be if it was made. */
function newFile(path: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '.' && part !== '');
  if (!folder || parts.length === 0 || parts.includes('..') || /^(?:[\\/~]|[A-Za-z]:)/.test(path))
    return undefined;
  const uri = vscode.Uri.joinPath(folder, ...parts);
  return isWithin(uri) ? uri : undefined;
}

/** Files, those in editors behind them. */
function besides(files: readonly vscode.Uri[]): vscode.Uri[] {
  const shown = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? input.uri : []));
  const known = new Map(
    [...files, ...shown.filter((uri) => vscode.workspace.fs.isWritableFileSystem(uri.scheme))].map((uri) => [
      uri.toString(),
      uri,
    ]),
  );
  return [...known.values()];
}

async function ask(
  files: readonly vscode.Uri[],
  create: vscode.Uri | undefined,
  t: Translate,
): Promise<Target | undefined> {
  const name = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, false);
  const items = [
    ...(create
      ? [{ label: t('$(new-file) Create {0}', name(create)), target: { uri: create, isNew: true } }]
      : []),
    ...files.map((uri) => ({ label: `$(file) ${name(uri)}`, target: { uri, isNew: false } })),
    { label: t('$(folder-opened) Another file…'), target: undefined },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Apply to File'),
    placeHolder: t('Which file is it for? The change is shown before anything is written.'),
  });
  if (!picked || picked.target) return picked?.target;
  const [uri] =
    (await vscode.window.showOpenDialog({ canSelectMany: false, openLabel: t('Apply to File') })) ?? [];
  return uri && { uri, isNew: false };
}
