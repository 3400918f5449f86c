import * as vscode from 'vscode';
import type { StartId } from '../../protocol/start.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Chat } from '../panel/chat.ts';
import type { Chosen } from '../panel/panel-view.ts';
import { examplePrompt } from './examples.ts';
import { setRequirements } from './set-requirements.ts';
import type { Tour } from './tour.ts';

/** What a first step in the panel needs. */
export interface Beginning {
  readonly chat: Chat;
  readonly chosen: () => Chosen;
  readonly chooseDestination: () => Promise<void>;
  readonly tour: Tour;
  readonly t: Translate;
}

/** Puts an example into the composer, unless something stands there: then that stays. */
export function putExample({ chat, t }: Pick<Beginning, 'chat' | 't'>): void {
  if (chat.draft.trim() === '') chat.replaceDraft(examplePrompt(t));
}

/** The same for a dry run: where something else is chosen, that is said, and nothing is chosen for the user. */
export async function tryDryRun(beginning: Beginning): Promise<void> {
  const { chosen, chooseDestination, t } = beginning;
  putExample(beginning);
  const now = chosen();
  if (!now.ok || now.policy.rehearsal) return;
  const choose = t('Choose Destination');
  const text = t(
    '{0} is chosen, so Enter would send the example there. For a dry run, choose Dry run.',
    now.name,
  );
  if ((await vscode.window.showInformationMessage(text, choose)) === choose) await chooseDestination();
}

/** Does what was pressed in the empty panel. */
export async function begin(what: StartId, beginning: Beginning): Promise<void> {
  const { chooseDestination, tour, t } = beginning;
  switch (what) {
    case 'example':
      return putExample(beginning);
    case 'destination':
      return chooseDestination();
    case 'requirements':
      return setRequirements(t);
    case 'tour':
      return tour.open();
  }
}
