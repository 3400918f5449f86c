import * as vscode from 'vscode';
import type { Moved } from '../../sentences/moved.ts';

/** A file of variables that is there, or is to be. */
export interface EnvironmentFile {
  readonly uri: vscode.Uri;
  /** What is in it, as the editor has it; '' where there is none. */
  readonly text: string;
  /** Adds to an edit that the file gets more at its end. */
  append(edit: vscode.WorkspaceEdit, text: string): void;
  /** Saves it, unless the user had changed it before: then that is theirs to do. */
  save(): Promise<Moved['saved']>;
}

/** The name of such a file. */
const NAME = '.env';

/**
 * The `.env` that a source goes by: the nearest one from its folder up to the workspace's, or a new one at the root of
 * that.
 *
 * @param beside whether only one beside the source counts.
 * @returns undefined where it is a symbolic link: what is written there would be written elsewhere.
 * @throws Error where it cannot be read.
 */
export async function environmentFileFor(
  source: vscode.Uri,
  root: vscode.Uri,
  beside: boolean,
): Promise<EnvironmentFile | undefined> {
  const nearest = vscode.Uri.joinPath(source, '..');
  for (let folder = nearest; ; folder = vscode.Uri.joinPath(folder, '..')) {
    const uri = vscode.Uri.joinPath(folder, NAME);
    const type = await typeOf(uri);
    if (type !== undefined && (type & vscode.FileType.SymbolicLink) !== 0) return undefined;
    if (type === vscode.FileType.File) return existing(uri);
    if (beside || !isBelow(folder, root)) return missing(vscode.Uri.joinPath(beside ? nearest : root, NAME));
  }
}

async function existing(uri: vscode.Uri): Promise<EnvironmentFile> {
  const document = await vscode.workspace.openTextDocument(uri);
  const wasChanged = document.isDirty;
  return {
    uri,
    text: document.getText(),
    append: (edit, text) => edit.insert(uri, document.positionAt(document.getText().length), text),
    async save() {
      if (wasChanged && document.isDirty) return 'theirs';
      // The editor may have saved it by itself.
      return !document.isDirty || (await document.save()) ? 'saved' : 'failed';
    },
  };
}

function missing(uri: vscode.Uri): EnvironmentFile {
  return {
    uri,
    text: '',
    append: (edit, text) => edit.createFile(uri, { contents: new TextEncoder().encode(text) }),
    save: async () => 'saved',
  };
}

/** What is at an address; undefined where nothing is. */
export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** Whether a folder lies in another one, and is not it. */
export function isBelow(folder: vscode.Uri, root: vscode.Uri): boolean {
  const path = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return folder.path !== root.path && folder.path.startsWith(path) && folder.path.length > path.length;
}
