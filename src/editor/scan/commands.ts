/** *Scan Workspace*, and *Scan Folder* of the explorer. */
import * as vscode from 'vscode';
import { COMMANDS } from '../ids.ts';
import type { LazySession } from '../lazy-session.ts';

/** What a menu hands over is the folder it was opened on. */
export function registerScan(session: LazySession): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(COMMANDS.scanWorkspace, async () =>
      (await session.get()).scan.scanWorkspace(),
    ),
    vscode.commands.registerCommand(COMMANDS.scanFolder, async (folder: unknown) => {
      const { scan } = await session.get();
      return folder instanceof vscode.Uri ? scan.scanFolder(folder) : scan.scanWorkspace();
    }),
  ];
}
