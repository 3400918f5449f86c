import * as vscode from 'vscode';
import type { FileName } from '../../decide/files.ts';
import { realPath } from '../../host/real-path.ts';

/** The file of a path as a request or a tool's arguments name it; undefined where it names none. */
export function uriOf(path: string): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]{1,40}:\/\//i.test(path)) return vscode.Uri.parse(path);
  if (/^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path)) return vscode.Uri.file(path);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.path.endsWith(`/${path}`) || vscode.workspace.asRelativePath(uri, false) === path,
  );
  return open?.uri ?? (folders[0] && vscode.Uri.joinPath(folders[0].uri, path));
}

/** What a file is called, by its path as it was named. */
export function fileNamed(path: string): FileName | undefined {
  const uri = uriOf(path);
  return uri && fileNameOf(uri);
}

/** What a file is called: as it was named and, where that differs and can be known, with links followed. */
export function fileNameOf(uri: vscode.Uri): FileName {
  const followed = uri.scheme === 'file' ? realPath(uri.fsPath) : undefined;
  const real = followed === undefined ? undefined : vscode.Uri.file(followed).path;
  return {
    path: vscode.workspace.asRelativePath(uri, false),
    whole: [uri.path, ...(real !== undefined && real !== uri.path ? [real] : [])],
    ...followedIn(real === uri.path ? undefined : real),
  };
}

/** Where links lead, from the folder of the workspace it lies in. */
function followedIn(real: string | undefined): Pick<FileName, 'followed'> {
  if (real === undefined) return {};
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const root = uri.scheme === 'file' ? realPath(uri.fsPath) : undefined;
    const path = root === undefined ? undefined : vscode.Uri.file(root).path;
    if (path !== undefined && real.startsWith(`${path}/`)) return { followed: real.slice(path.length + 1) };
  }
  return {};
}

/**
 * The file that a tool would write to, all links followed, where it lies in the workspace.
 * @returns undefined where it lies elsewhere, or where that cannot be known.
 */
export function inWorkspace(path: string): vscode.Uri | undefined {
  const uri = uriOf(path);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (uri === undefined || uri.path.split('/').includes('..')) return undefined;
  if (uri.scheme !== 'file') return vscode.workspace.getWorkspaceFolder(uri) && uri;
  const real = realPath(uri.fsPath);
  if (real === undefined) return undefined;
  const followed = vscode.Uri.file(real);
  const lies = folders.some(({ uri: folder }) => {
    const root = folder.scheme === 'file' ? realPath(folder.fsPath) : undefined;
    const path = root === undefined ? undefined : vscode.Uri.file(root).path;
    return path !== undefined && (followed.path === path || followed.path.startsWith(`${path}/`));
  });
  return lies ? followed : undefined;
}
