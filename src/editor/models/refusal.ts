import type { Decision } from '../../decide/decision.ts';
import { isFinal } from '../../decide/decision.ts';
import type { DataPolicy } from '../../policy/resolve.ts';
import { reasonSentence } from '../../sentences/decision.ts';
import type { Translate } from '../../sentences/translate.ts';

/**
 * Why a turn ended without an answer, in words for the Chat; it shows the message as Markdown behind words of its own, and the stack
 * as well where there is one.
 */
export class Refusal extends Error {
  constructor(title: string, text: string) {
    super(text === '' ? title : `${title}.\n\n${text}`);
    this.name = 'Prompt Airlock';
    this.stack = '';
  }
}

/** That a request is blocked: why, by which fact, and how to go on. */
export function blockedRefusal(decision: Decision, policy: DataPolicy, name: string, t: Translate): Refusal {
  const reasons = decision.reasons
    .filter(({ action }) => action === 'block')
    .map((reason) => {
      const { text, source } = reasonSentence(reason, policy, t);
      return source === '' ? text : `${text} (${source})`;
    });
  const way = isFinal(decision)
    ? t('Choose another model whose terms fit.')
    : t(
        'Choose a model whose terms fit, or redact it first: Prompt Airlock: Redact Selection. What you type next goes without it.',
      );
  return new Refusal(t('Nothing was sent to {0}', name), [...reasons, way].join('\n\n'));
}

/** That nobody could be asked, where it would have to be. */
export function unaskedRefusal(decision: Decision, policy: DataPolicy, name: string, t: Translate): Refusal {
  const reasons = decision.reasons
    .filter(({ action }) => action === 'ask')
    .map((reason) => reasonSentence(reason, policy, t).text);
  return new Refusal(
    t('Nothing was sent to {0}', name),
    [...reasons, t('It would have to be asked first, and this request is none that asks.')].join(' '),
  );
}
