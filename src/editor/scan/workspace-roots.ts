/** The folders of the workspace as a scan reads them. */
import * as vscode from 'vscode';
import type { Root } from '../../airlock/scan/scan-trees.ts';
import type { Entry, Tree } from '../../airlock/scan/tree.ts';
import { diskTree } from '../../host/disk-tree.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import { excludedFrom } from './excluded.ts';

/** A folder that is scanned, with where it is. */
export interface RootAt extends Root {
  readonly uri: vscode.Uri;
}

/** Folders that lie in another of them are scanned with that one. */
export function rootsOf(folders: readonly vscode.Uri[]): readonly RootAt[] {
  const unique = [...new Map(folders.map((uri) => [uri.toString(), uri])).values()];
  return unique.filter((uri) => !unique.some((other) => other !== uri && isBelow(uri, other))).map(rootAt);
}

/** The address of a file below a folder. */
export function fileBelow(root: vscode.Uri, path: string): vscode.Uri {
  return path === '' ? root : vscode.Uri.joinPath(root, ...path.split('/'));
}

function isBelow(uri: vscode.Uri, other: vscode.Uri): boolean {
  return (
    uri.scheme === other.scheme &&
    uri.authority === other.authority &&
    uri.path.startsWith(other.path.endsWith('/') ? other.path : `${other.path}/`)
  );
}

function rootAt(uri: vscode.Uri): RootAt {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const before = folder ? uri.path.slice(folder.uri.path.length).replace(/^\//, '') : '';
  const setting = (name: string): unknown => vscode.workspace.getConfiguration(undefined, uri).get(name);
  const name = folder === undefined ? uri.path.slice(uri.path.lastIndexOf('/') + 1) : folder.name;
  return {
    uri,
    name: before === '' ? name : `${name}/${before}`,
    tree: withUnsaved(uri, uri.scheme === 'file' ? diskTree(uri.fsPath) : editorTree(uri)),
    isExcluded: excludedFrom([setting('files.exclude'), setting('search.exclude')], before),
    fileName: (path) => fileNameOf(fileBelow(uri, path)),
  };
}

/** A chat gets what an editor holds of a file, saved or not. */
function withUnsaved(root: vscode.Uri, tree: Tree): Tree {
  const unsaved = new Map(
    vscode.workspace.textDocuments
      .filter(({ isDirty, uri }) => isDirty && isBelow(uri, root))
      .map((document) => [document.uri.toString(), document]),
  );
  if (unsaved.size === 0) return tree;
  return {
    list: (path, most, signal) => tree.list(path, most, signal),
    async read(path, most, signal) {
      const document = unsaved.get(fileBelow(root, path).toString());
      if (!document || document.isClosed) return tree.read(path, most, signal);
      const bytes = new TextEncoder().encode(document.getText());
      return bytes.length > most ? { size: bytes.length } : bytes;
    },
  };
}

/** A folder of a file system that only the editor can read. */
function editorTree(root: vscode.Uri): Tree {
  return {
    async list(path) {
      return (await vscode.workspace.fs.readDirectory(fileBelow(root, path))).map(([name, type]) => ({
        name,
        is: kindOf(type),
      }));
    },
    async read(path, most, signal) {
      const uri = fileBelow(root, path);
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (kindOf(type) !== 'file') throw new Error('no file');
      if (size > most) return { size };
      signal.throwIfAborted();
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length > most ? { size: bytes.length } : bytes;
    },
  };
}

function kindOf(type: vscode.FileType): Entry['is'] {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  if (type === vscode.FileType.Directory) return 'folder';
  return type === vscode.FileType.File ? 'file' : 'other';
}
