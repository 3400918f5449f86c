import * as vscode from 'vscode';
import { IGNORE_LIMITS, readIgnoreFile } from '../../decide/paths/ignore-file.ts';
import type { PlacedIgnoreFile } from '../../decide/paths/ignore-chain.ts';
import { ignoreLayer, type IgnoreFilesOfFolder } from '../../decide/paths/ignore-layer.ts';
import type { PathLayer } from '../../decide/paths/verdict.ts';
import { realPath } from '../../host/real-path.ts';
import { findFiles } from './find-files.ts';
import { whenFolderGoes } from './folder-goes.ts';
import { type Listed, listFiles, type Search } from './listed-files.ts';
import { isThroughLink } from './through-link.ts';

/** So many are read of each name. */
const MOST_FILES = 2_000;
const NOTHING: Listed<never> = { found: [], isComplete: true };

interface Found extends PlacedIgnoreFile {
  readonly root: vscode.WorkspaceFolder;
  readonly uri: vscode.Uri;
}

/**
 * The ignore files of a trusted workspace that are honoured. They are read when the window opens and again whenever one
 * changes.
 */
export class IgnoreFiles implements vscode.Disposable {
  readonly #ignoresCase: boolean;
  readonly #onChange: () => void;
  readonly #search: Search<vscode.Uri>;
  readonly #own: vscode.Disposable[];
  #names: readonly string[] = [];
  #watchers: vscode.Disposable[] = [];
  #layers: readonly PathLayer[] = [];
  #uris = new Map<string, vscode.Uri>();
  #seen = '';
  #reading: Promise<void> = Promise.resolve();
  #isWaiting = false;
  #isIncomplete = false;

  constructor(ignoresCase: boolean, onChange: () => void, search: Search<vscode.Uri> = findFiles) {
    this.#ignoresCase = ignoresCase;
    this.#search = search;
    this.#onChange = onChange;
    const again = (): void => this.#read();
    this.#own = [
      whenFolderGoes(() => this.#uris.values(), again),
      vscode.workspace.onDidGrantWorkspaceTrust(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
    ];
  }

  /** One for each name. */
  get layers(): readonly PathLayer[] {
    return this.#layers;
  }

  /** Whether some may not have been read: there are too many, or they could not be listed. */
  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }

  /** Resolves once what is being read has been. */
  get settled(): Promise<void> {
    return this.#reading;
  }

  /** Where a file lies, by its name as people read it. */
  uriOf(name: string | undefined): vscode.Uri | undefined {
    return name === undefined ? undefined : this.#uris.get(name);
  }

  /** Honours the files of these names. */
  watch(names: readonly string[]): void {
    if (JSON.stringify(names) === JSON.stringify(this.#names)) return;
    this.#names = names;
    for (const one of this.#watchers.splice(0)) one.dispose();
    if (names.length > 0) {
      const watcher = vscode.workspace.createFileSystemWatcher(globOf(names));
      const again = (): void => this.#read();
      this.#watchers.push(
        watcher,
        watcher.onDidChange(again),
        watcher.onDidCreate(again),
        watcher.onDidDelete(again),
      );
    }
    this.#read();
  }

  dispose(): void {
    for (const one of [...this.#watchers, ...this.#own]) one.dispose();
  }

  #read(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#reading = this.#reading.then(async () => {
      this.#isWaiting = false;
      const isAsked = vscode.workspace.isTrusted && this.#names.length > 0;
      const { found, isComplete } = isAsked ? await this.#find() : NOTHING;
      // Only now: what is being read again is no more complete than it was.
      this.#isIncomplete = !isComplete;
      this.#uris = new Map(found.map(({ name, uri }) => [name, uri]));
      this.#layers = this.#names.map((name) =>
        ignoreLayer(byFolder(found.filter(({ uri }) => uri.path.endsWith(`/${name}`)))),
      );
      const seen = JSON.stringify([
        this.#names,
        this.#isIncomplete,
        found.map(({ uri, text }) => [uri.toString(), text]),
      ]);
      if (seen === this.#seen) return;
      this.#seen = seen;
      this.#onChange();
    });
  }

  async #find(): Promise<Listed<Found & { readonly text: string }>> {
    const most = MOST_FILES * this.#names.length;
    const listed = await listFiles(this.#search, globOf(this.#names), most);
    const uris = listed.found.filter((uri) => !isThroughLink(uri));
    const roots = (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) =>
      this.#names.map((name) => vscode.Uri.joinPath(uri, name)),
    );
    const all = new Map([...roots, ...uris].map((uri) => [uri.toString(), uri]));
    const read = await Promise.all(Array.from(all.values(), (uri) => this.#readOne(uri)));
    return { found: read.flatMap((one) => one ?? []), isComplete: listed.isComplete };
  }

  async #readOne(uri: vscode.Uri): Promise<(Found & { readonly text: string }) | undefined> {
    const root = vscode.workspace.getWorkspaceFolder(uri);
    if (!root) return undefined;
    const text = await textOf(uri);
    if (text === undefined) return undefined;
    const folder = vscode.Uri.joinPath(uri, '..').path.slice(root.uri.path.length).replace(/^\//, '');
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    const name = vscode.workspace.asRelativePath(uri, several);
    return { root, uri, folder, name, text, file: readIgnoreFile(text, this.#ignoresCase) };
  }
}

function globOf(names: readonly string[]): string {
  return names.length === 1 ? `**/${names[0] ?? ''}` : `**/{${names.join(',')}}`;
}

function byFolder(found: readonly Found[]): readonly IgnoreFilesOfFolder[] {
  const roots = new Map(found.map(({ root }) => [root.uri.toString(), root]));
  return Array.from(roots.values(), ({ uri }) => {
    const real = uri.scheme === 'file' ? realPath(uri.fsPath) : undefined;
    return {
      folders: [uri.path, ...(real === undefined ? [] : [vscode.Uri.file(real).path])],
      files: found.filter(({ root }) => root.uri.toString() === uri.toString()),
    };
  });
}

/** A file's text; of one that cannot be read or is too long as much as says so. Undefined where there is none. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    // What is not read is taken for whatever is stricter.
    if (size > 4 * IGNORE_LIMITS.file) return ' '.repeat(IGNORE_LIMITS.file + 1);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
    return isMissing ? undefined : ' '.repeat(IGNORE_LIMITS.file + 1);
  }
}
