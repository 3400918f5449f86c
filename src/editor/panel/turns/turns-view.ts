import type { InterludeView, TurnActionView } from '../../../protocol/turns.ts';
import type { Translate } from '../../../sentences/translate.ts';
import type { Turn } from '../turn.ts';
import { actionsOf, turnsBefore } from './after-turns.ts';
import type { Interlude } from './interlude.ts';

/** What can be done with a turn, in words. */
export function turnActions(turn: Turn, turns: readonly Turn[], t: Translate): TurnActionView[] {
  const labels = {
    edit: t('Edit and Send Again'),
    retry: t('Ask Again'),
    continue: t('Continue'),
  };
  return actionsOf(turn, turns).map((id) => ({ id, label: labels[id] }));
}

/** What is said while another prompt is in the composer than the one that was being written. */
export function interludeView(
  interlude: Interlude,
  turns: readonly Turn[],
  t: Translate,
): InterludeView | null {
  if (!interlude.isOn) return null;
  const { rewrites } = interlude;
  const giveUp = t('Cancel');
  if (!rewrites) return { from: '', text: t('Asks the answer to go on. Escape gives it up.'), giveUp };
  const replaced = turns.length - turnsBefore(turns, rewrites).length - 1;
  return { from: rewrites.id, text: replacedSentence(replaced, t), giveUp };
}

function replacedSentence(behind: number, t: Translate): string {
  switch (behind) {
    case 0:
      return t('Sending this replaces your prompt. Escape gives it up.');
    case 1:
      return t('Sending this replaces your prompt and its answer. Escape gives it up.');
    default:
      return t('Sending this replaces your prompt and the {0} turns behind it. Escape gives it up.', behind);
  }
}

/** What is asked where an answer is to go on that was broken off. */
export function goOnPrompt(t: Translate): string {
  return t('Your last answer was broken off. Go on exactly where it ends, without repeating any of it.');
}
