import * as vscode from 'vscode';
import { realPath } from '../../host/real-path.ts';

/**
 * Whether the folder of a file that was found in the workspace was reached through a link on the way: then it lies elsewhere,
 * and is found there as well where that is in the workspace.
 */
export function isThroughLink(uri: vscode.Uri): boolean {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined || uri.scheme !== 'file') return false;
  const [real, realRoot] = [realPath(vscode.Uri.joinPath(uri, '..').fsPath), realPath(root.fsPath)];
  if (real === undefined || realRoot === undefined) return false;
  const below = vscode.Uri.joinPath(uri, '..').path.slice(root.path.length);
  return vscode.Uri.file(real).path !== `${vscode.Uri.file(realRoot).path}${below}`;
}
