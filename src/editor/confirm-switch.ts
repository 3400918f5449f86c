import * as vscode from 'vscode';
import type { Translate } from '../sentences/translate.ts';

/** What the user says to what gets worse: to switch all the same, or to choose once more. */
export type Said = 'switch' | 'again' | undefined;

/** Says what gets worse at a destination before prompts go there, and asks whether they are to. */
export async function confirmSwitch(name: string, changes: readonly string[], t: Translate): Promise<Said> {
  const yes = t('Switch');
  const again = t('Choose Another');
  const picked = await vscode.window.showWarningMessage(
    t('Switch to {0}?', name),
    { modal: true, detail: changes.join('\n\n') },
    yes,
    again,
  );
  if (picked === undefined) return undefined;
  return picked === yes ? 'switch' : 'again';
}
