import type { Severity } from '../finding.ts';
import type { Format } from './format.ts';

/** What a row says beyond what follows from its vendor and its name. */
interface More {
  readonly id?: string;
  readonly severity?: Severity;
  readonly opens?: string;
  readonly revoke?: string;
}

/** `least` to `most` letters and digits; exactly `least` without `most`. */
export function alnum(least: number, most = least): string {
  return `[A-Za-z0-9]${times(least, most)}`;
}

/** The same with `_` and `-`, the alphabet of base64 in URLs. */
export function word(least: number, most = least): string {
  return `[A-Za-z0-9_-]${times(least, most)}`;
}

/** Hexadecimal digits in either case. */
export function hex(least: number, most = least): string {
  return `[0-9A-Fa-f]${times(least, most)}`;
}

export const UUID = [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-');

function times(least: number, most: number): string {
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

/**
 * A row of a format that is known by the words beside it.
 *
 * A word with spaces in it stands for its four spellings: `new relic`, `new_relic`, `new-relic` and `newrelic`.
 */
export function near(
  provider: string,
  thing: string,
  words: readonly string[],
  shape: string,
  more: More = {},
): Format {
  const name = `${provider} ${thing}`;
  return {
    id: more.id ?? inCase(name, '-').toLowerCase(),
    provider,
    name,
    severity: more.severity ?? 'medium',
    placeholder: inCase(`${provider} ${shortName(thing)}`, '_')
      .toUpperCase()
      .replace(/^\d+_?/, ''),
    opens: more.opens ?? `uses the ${provider} account`,
    revoke: more.revoke ?? null,
    near: [...new Set(words.flatMap(spellings))],
    shape,
  };
}

function spellings(word: string): readonly string[] {
  return ['', '_', '-', ' '].map((separator) => word.replaceAll(' ', separator));
}

function shortName(thing: string): string {
  return /[a-z]+$/.exec(thing)?.[0] ?? 'key';
}

function inCase(name: string, separator: string): string {
  return name
    .replaceAll('&', 'and')
    .replaceAll(/[^A-Za-z0-9]+/g, separator)
    .replaceAll(new RegExp(`^${separator}|${separator}$`, 'g'), '');
}
