import * as vscode from 'vscode';

/**
 * Tells where a folder goes that holds one of some files: of those nothing is told then.
 * @param known the files there are, at the time of the event.
 */
export function whenFolderGoes(known: () => Iterable<vscode.Uri>, tell: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, true, false);
  const listener = watcher.onDidDelete((gone) => {
    for (const { path } of known()) {
      if (!path.startsWith(`${gone.path}/`)) continue;
      tell();
      return;
    }
  });
  return vscode.Disposable.from(watcher, listener);
}
