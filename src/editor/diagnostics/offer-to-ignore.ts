import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { typeOf } from './environment-file.ts';
import { type IgnoreFile, isIgnored } from './environment/gitignore.ts';

const NAME = '.gitignore';
/** Folders from a file up to its repository; deeper ones are not followed. */
const DEEPEST = 64;

/** Says it where Git would take a file of variables along, and writes it into `.gitignore` where the user wants that. */
export async function offerToIgnore(file: vscode.Uri, root: vscode.Uri, t: Translate): Promise<void> {
  try {
    const repository = await repositoryOf(file);
    if (!repository) return;
    const path = file.path.slice(repository.path.length).replace(/^\//, '');
    if (isIgnored(await ignoreFilesFor(repository, path), path)) return;
  } catch {
    // What cannot be read says nothing; then it is not known to be ignored.
  }
  const add = t('Add to .gitignore');
  const shown = vscode.workspace.asRelativePath(file);
  const picked = await vscode.window.showWarningMessage(
    t('Git does not ignore {0}: the next commit could take your secrets along.', shown),
    add,
  );
  if (picked !== add) return;
  if (!(await ignore(file, vscode.Uri.joinPath(root, NAME))))
    void vscode.window.showErrorMessage(
      t('.gitignore could not be written; add the line {0} yourself.', nameOf(file)),
    );
}

/** The nearest folder that is a repository. */
async function repositoryOf(file: vscode.Uri): Promise<vscode.Uri | undefined> {
  let folder = vscode.Uri.joinPath(file, '..');
  for (let i = 0; i < DEEPEST; i++) {
    if ((await typeOf(vscode.Uri.joinPath(folder, '.git'))) !== undefined) return folder;
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) return undefined;
    folder = above;
  }
  return undefined;
}

/** Those on the way to a file, from the repository downwards. */
async function ignoreFilesFor(repository: vscode.Uri, path: string): Promise<readonly IgnoreFile[]> {
  const names = path.split('/').slice(0, -1);
  const folders = ['', ...names.map((_, i) => names.slice(0, i + 1).join('/'))];
  const files: IgnoreFile[] = [];
  for (const folder of folders) {
    const uri = vscode.Uri.joinPath(repository, folder, NAME);
    if ((await typeOf(uri)) === undefined) continue;
    files.push({ folder, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) });
  }
  return files;
}

async function ignore(file: vscode.Uri, list: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const line = nameOf(file);
  try {
    const type = await typeOf(list);
    if (type === undefined) {
      edit.createFile(list, { contents: new TextEncoder().encode(`${line}\n`) });
      return await vscode.workspace.applyEdit(edit);
    }
    if (type !== vscode.FileType.File) return false;
    const document = await vscode.workspace.openTextDocument(list);
    const text = document.getText();
    const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const apart = text === '' || text.endsWith('\n') ? '' : lineEnd;
    const wasChanged = document.isDirty;
    edit.insert(list, document.positionAt(text.length), `${apart}${line}${lineEnd}`);
    return (await vscode.workspace.applyEdit(edit)) && (wasChanged || (await document.save()));
  } catch {
    return false;
  }
}

function nameOf(file: vscode.Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
