import type { Translate } from './translate.ts';

/**
 * The language that messages come in, as a BCP 47 tag. It is a message itself, so that a text in English keeps English
 * numbers where there is no bundle of messages for the reader's language.
 */
export function localeOf(t: Translate): string {
  return t('en');
}

/** A number as it is written in the language of the messages: `12,000`, `12.000`. */
export function numberText(value: number, t: Translate): string {
  return value.toLocaleString(localeOf(t));
}
