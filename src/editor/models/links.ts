import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import type { Rehearsals } from './rehearsals.ts';

/** Opens the whole request of a dry run as a document of its own. */
export async function showRehearsal(rehearsals: Rehearsals, id: string, t: Translate): Promise<void> {
  const content = rehearsals.document(id);
  if (content === undefined) {
    void vscode.window.showInformationMessage(
      t('This request is not kept any more; dry runs are kept until the window closes.'),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument({ content, language: 'jsonc' });
  await vscode.window.showTextDocument(document);
}

/** Says why a tool was handed stand-ins. */
export function showKept(t: Translate): void {
  void vscode.window.showInformationMessage(
    t(
      'Values are put back only into what the editor’s own file tools write, within the workspace, and a secret only into the file it came from. Terminals, browsers and all other tools get stand-ins: what they are given can leave this machine.',
    ),
  );
}
