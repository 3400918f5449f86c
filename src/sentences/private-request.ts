import type { PrivateField } from '../policy/private-request.ts';
import type { Translate } from './translate.ts';

/** What a request asks the provider for, and what comes of it: `Sent with store: false, so …`. */
export function privateFieldSentence({ path, value, effect, caveat }: PrivateField, t: Translate): string {
  const sentence =
    effect === 'training'
      ? t('Sent with {0}: {1}, so only those that do not train on it may get it', path, String(value))
      : effect === 'retention'
        ? t('Sent with {0}: {1}, so that no copy is kept that can be declined', path, String(value))
        : t('Sent with {0}: {1}', path, String(value));
  return caveat === null ? `${sentence}.` : `${sentence} (${caveat}).`;
}
