import * as vscode from 'vscode';
import type { FileName } from '../../decide/files.ts';
import { realPath } from '../../host/real-path.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import { cellsAsText } from '../redaction/sources.ts';
import { contentOf, textContent } from './content.ts';
import { excludedBy, type IsExcluded } from './ignore.ts';
import { LIMITS } from './limits.ts';
import { type Content, nothing, type Reading, type Source, type Why } from './source.ts';
import { type Entry, type Tree, walk } from './walk.ts';

/** A file, or what an editor holds of one, read through the editor's own file systems. */
export function fileSource(uri: vscode.Uri, kind: 'file' | 'editor' | 'image' = 'file'): Source {
  return {
    key: uri.toString(),
    kind,
    name: nameOf(uri),
    uri: uri.toString(),
    read: ({ deniedBy }) => readFile(uri, deniedBy),
  };
}

/** The files of a folder, as far as they fit. */
export function folderSource(uri: vscode.Uri): Source {
  return {
    key: uri.toString(),
    kind: 'folder',
    name: `${nameOf(uri)}/`,
    uri: uri.toString(),
    read: (reading) => readFolder(uri, reading),
  };
}

/** A file or a folder by its address; undefined where there is nothing. */
export async function sourceAt(uri: vscode.Uri): Promise<Source> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.Directory) !== 0 ? folderSource(uri) : fileSource(uri);
  } catch {
    // What an editor holds is nowhere else; of anything else it is said that it is gone.
    return fileSource(uri);
  }
}

/** The path in the workspace; of what lies elsewhere its name alone, as where it lies is nobody's business. */
export function nameOf(uri: vscode.Uri): string {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return vscode.workspace.asRelativePath(uri).replaceAll('\\', '/');
}

/** The document of an address that says more than the disk: one that is not saved, or that is on no disk. */
function unsaved(uri: vscode.Uri): vscode.TextDocument | undefined {
  const written = uri.toString();
  const isElsewhere = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === undefined;
  return vscode.workspace.textDocuments.find(
    (one) => one.uri.toString() === written && !one.isClosed && (isElsewhere || one.isDirty),
  );
}

async function readFile(uri: vscode.Uri, deniedBy: Reading['deniedBy']): Promise<Content> {
  const name = nameOf(uri);
  const file = fileNameOf(uri);
  const glob = deniedBy(file);
  if (glob !== undefined) return nothing('denied', { name, glob });
  const written = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((one) => one.uri.toString() === written);
  if (notebook && !notebook.isClosed) return cellsOf(notebook, name, file);
  const document = unsaved(uri);
  if (document) return textContent(name, document.getText(), file, document.languageId);
  try {
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return nothing('unreadable', { name });
    if (size > Math.max(LIMITS.file, LIMITS.image)) return nothing('too-large', { name });
    const bytes = await vscode.workspace.fs.readFile(uri);
    const content = await contentOf({ name, file, bytes }, (text) => vscode.workspace.decode(text, { uri }));
    return leadsOut(uri) ? { ...content, remark: 'link-outside' } : content;
  } catch (error) {
    return nothing(whyNot(error), { name });
  }
}

function cellsOf(notebook: vscode.NotebookDocument, name: string, file: FileName): Content {
  const cells = notebook.getCells().map(({ document }) => document);
  const texts = cells.map((document) => document.getText());
  if (texts.every((text) => text.trim() === '')) return nothing('empty', { name });
  const languages = cells.map(({ languageId }) => languageId);
  return textContent(name, cellsAsText(languages, texts), file);
}

/** Whether a file that is named in the workspace lies outside it, by a link on the way to it. */
function leadsOut(uri: vscode.Uri): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder || uri.scheme !== 'file') return false;
  return !isBelow(realPath(uri.fsPath), realPath(folder.uri.fsPath));
}

function isBelow(path: string | undefined, root: string | undefined): boolean {
  if (path === undefined || root === undefined) return false;
  const [one, other] = [vscode.Uri.file(path).path, vscode.Uri.file(root).path];
  return one === other || one.startsWith(`${other}/`);
}

function whyNot(error: unknown): Why {
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  return code === 'FileNotFound' ? 'gone' : 'unreadable';
}

async function readFolder(root: vscode.Uri, reading: Reading): Promise<Content> {
  const name = `${nameOf(root)}/`;
  const glob = reading.deniedBy(fileNameOf(root));
  if (glob !== undefined) return nothing('denied', { name, glob });
  try {
    const content = await walk(treeOf(root, reading.deniedBy), reading, excludedIn(root));
    if (content.pieces.length > 0 || content.leftOut.length > 0) return content;
    return nothing('empty', { name });
  } catch (error) {
    reading.signal.throwIfAborted();
    return nothing(whyNot(error), { name });
  }
}

function treeOf(root: vscode.Uri, deniedBy: Reading['deniedBy']): Tree {
  const at = (path: string): vscode.Uri => (path === '' ? root : vscode.Uri.joinPath(root, path));
  const real = root.scheme === 'file' ? realPath(root.fsPath) : undefined;
  return {
    async list(path) {
      return (await vscode.workspace.fs.readDirectory(at(path))).map(([name, type]): Entry => {
        if ((type & vscode.FileType.SymbolicLink) !== 0) return { name, is: 'link' };
        if (type === vscode.FileType.Directory) return { name, is: 'folder' };
        return { name, is: type === vscode.FileType.File ? 'file' : 'other' };
      });
    },
    async linkIs(path) {
      const uri = at(path);
      // Where links lead cannot be known elsewhere.
      if (uri.scheme !== 'file' || !isBelow(realPath(uri.fsPath), real)) return 'other';
      const { type } = await vscode.workspace.fs.stat(uri);
      return (type & vscode.FileType.File) === 0 ? 'other' : 'file';
    },
    read: (path) => readFile(at(path), deniedBy),
    async readText(path) {
      try {
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));
      } catch {
        return undefined;
      }
    },
  };
}

/** What the settings leave out, of paths below a folder of the workspace. */
export function excludedIn(root: vscode.Uri): IsExcluded {
  const setting = (name: string): unknown => vscode.workspace.getConfiguration(undefined, root).get(name);
  const isExcluded = excludedBy(setting('files.exclude'), setting('search.exclude'));
  const folder = vscode.workspace.getWorkspaceFolder(root);
  if (!folder) return isExcluded;
  const before = root.path.slice(folder.uri.path.length).replace(/^\//, '');
  return (path, isFolder) => isExcluded(before === '' ? path : `${before}/${path}`, isFolder);
}
