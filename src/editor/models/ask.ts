import * as vscode from 'vscode';
import type { Review } from '../../airlock.ts';
import { reasonSentence } from '../../sentences/decision.ts';
import type { Translate } from '../../sentences/translate.ts';

/** Asks how a prompt may go that is not decided; undefined where the user gave up. */
export async function askHow(
  { decision, policy }: Review,
  name: string,
  t: Translate,
): Promise<'redacted' | 'as-is' | undefined> {
  const redacted = t('Redact and Send');
  const asIs = t('Send as Is');
  const reasons = decision.reasons
    .filter(({ action }) => action === 'ask' || action === 'redact')
    .map((reason) => reasonSentence(reason, policy, t).text);
  const picked = await vscode.window.showWarningMessage(
    t('Send this to {0}?', name),
    { modal: true, detail: reasons.join('\n') },
    // The first is what Enter does.
    redacted,
    asIs,
  );
  return picked === redacted ? 'redacted' : picked === asIs ? 'as-is' : undefined;
}
