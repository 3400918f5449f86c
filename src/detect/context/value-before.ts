import type { Given } from './value-after.ts';

/** How far before a key its value is looked for, in UTF-16 code units. */
const LONGEST = 340;
/** What stands between a value and its key: a label of Swift's, the condition of SQL's update. */
const BETWEEN = /(?:forKey:|\bwhere[ \t]{1,4}[\w."`[\]]{1,40}[ \t]{0,2}=)[ \t]{0,2}N?["']$/i;
const VALUE =
  /(?:(["'])([^"'\r\n]{4,256})\1,[ \t]{0,2}forKey:[ \t]{0,2}|=[ \t]{0,2}N?(')([^'\r\n]{4,256})'[ \t]{1,4}where[ \t]{1,4}[\w."`[\]]{1,40}[ \t]{0,2}=[ \t]{0,2}N?)["']$/i;

/**
 * The value that a key in quotes stands behind: `keychain.set("…", forKey: "password")`,
 * `SET value = '…' WHERE name = 'api_secret'`. Bounded, whatever the text.
 *
 * @param start where the key's name begins, in UTF-16 code units; `line` is what stands before it on its line.
 */
export function valueBefore(text: string, start: number, line: string): Given | undefined {
  if (!BETWEEN.test(line)) return undefined;
  const before = text.slice(Math.max(0, start - LONGEST), start);
  const match = VALUE.exec(before);
  const value = match?.[2] ?? match?.[4];
  if (!match || value === undefined) return undefined;
  const from = start - before.length + match.index + match[0].indexOf(value, 1);
  const form = match[3] === undefined ? 'call' : 'sql';
  return { start: from, end: from + value.length, quoted: true, form };
}
