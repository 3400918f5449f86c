import * as vscode from 'vscode';
import { nameOf } from './file-source.ts';
import { excludedBy, ignoreFile } from './ignore.ts';
import { LIMITS } from './limits.ts';
import type { Named } from './names.ts';

/** A file or a folder of the workspace. */
export interface WorkspaceName extends Named {
  readonly uri: vscode.Uri;
  readonly isFolder: boolean;
}

/** The names in the workspace, for what is typed behind `#`; found again once files came or went. */
export class WorkspaceNames implements vscode.Disposable {
  #names: Promise<readonly WorkspaceName[]> | undefined;
  readonly #over: () => void;
  #disposables: vscode.Disposable[] = [];

  /** @param onChange called when what was found holds no more. */
  constructor(onChange: () => void) {
    this.#over = () => {
      if (!this.#names) return;
      this.#names = undefined;
      onChange();
    };
  }

  all(): Promise<readonly WorkspaceName[]> {
    if (this.#disposables.length === 0) this.#watch();
    this.#names ??= namesOfWorkspace();
    return this.#names;
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  /** Nobody needs to know before they are asked for. */
  #watch(): void {
    const over = this.#over;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    this.#disposables = [
      watcher,
      watcher.onDidCreate(over),
      watcher.onDidDelete(over),
      vscode.workspace.onDidChangeWorkspaceFolders(over),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude'))
          over();
      }),
    ];
  }
}

async function namesOfWorkspace(): Promise<readonly WorkspaceName[]> {
  const lists = await Promise.all(
    (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => namesBelow(uri)),
  );
  return lists
    .flat()
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, LIMITS.names);
}

async function namesBelow(root: vscode.Uri): Promise<WorkspaceName[]> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(root, '**/*'),
    undefined,
    LIMITS.names,
  );
  // Not every file system can be searched: there the folder itself is looked at.
  const uris = found.length > 0 ? found : await directlyIn(root);
  const below = (uri: vscode.Uri): string => uri.path.slice(root.path.length).replace(/^\//, '');
  const config = vscode.workspace.getConfiguration(undefined, root);
  const excluded = excludedBy(config.get('search.exclude'));
  const ignored = await rootIgnore(root);
  const isLeftOut = (path: string, isFolder: boolean): boolean =>
    ignored(path, isFolder) ?? excluded(path, isFolder);
  const folders = new Map<string, boolean>();
  /** Whether a folder, or one it is in, is left out; asked once for each. */
  const isFolderOut = (path: string): boolean => {
    if (path === '') return false;
    const known = folders.get(path);
    if (known !== undefined) return known;
    const out = isFolderOut(path.slice(0, Math.max(0, path.lastIndexOf('/')))) || isLeftOut(path, true);
    folders.set(path, out);
    return out;
  };
  const files = uris
    .map((uri) => ({ uri, path: below(uri) }))
    .filter(({ path }) => !isFolderOut(path.slice(0, Math.max(0, path.lastIndexOf('/')))))
    .filter(({ path }) => !isLeftOut(path, false))
    .map(({ uri }) => named(uri, false));
  const shown = [...folders].filter(([, out]) => !out).map(([path]) => vscode.Uri.joinPath(root, path));
  return [...files, ...shown.map((uri) => named(uri, true))];
}

function named(uri: vscode.Uri, isFolder: boolean): WorkspaceName {
  const path = nameOf(uri);
  return { uri, path, isFolder, label: path.slice(path.lastIndexOf('/') + 1) };
}

async function directlyIn(root: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(root);
    return entries.flatMap(([name, type]) =>
      (type & vscode.FileType.File) === 0 ? [] : [vscode.Uri.joinPath(root, name)],
    );
  } catch {
    return [];
  }
}

async function rootIgnore(
  root: vscode.Uri,
): Promise<(path: string, isFolder: boolean) => boolean | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, '.gitignore'));
    return ignoreFile(new TextDecoder().decode(bytes));
  } catch {
    return () => undefined;
  }
}
