/** *Add to Airlock Chat*, wherever there is something to be added. */
import * as vscode from 'vscode';
import { COMMANDS } from '../ids.ts';
import type { LazySession } from '../lazy-session.ts';

/** The commands that attach something; what a menu hands over is what it was opened on. */
export function registerAttaching(session: LazySession): vscode.Disposable[] {
  const attaching = async () => (await session.get()).attaching();
  return [
    vscode.commands.registerCommand(COMMANDS.attach, async () => (await attaching()).pick()),
    vscode.commands.registerCommand(COMMANDS.attachSelection, async () => {
      if (await (await attaching()).attach('selection')) await (await attaching()).reveal();
    }),
    vscode.commands.registerCommand(COMMANDS.attachTerminal, async () => {
      if (await (await attaching()).attach('terminal')) await (await attaching()).reveal();
    }),
    vscode.commands.registerCommand(COMMANDS.attachFile, async (one: unknown, several: unknown) => {
      const uris = addresses(one, several);
      if (uris.length > 0) await (await attaching()).attachAt(uris);
      else if (!(await (await attaching()).attach('editor'))) return;
      await (await attaching()).reveal();
    }),
  ];
}

/** What a menu hands over: what was clicked, and all that is selected with it. */
function addresses(one: unknown, several: unknown): readonly vscode.Uri[] {
  const all = Array.isArray(several) && several.length > 0 ? several : [one];
  return all.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri);
}
