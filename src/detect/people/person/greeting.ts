import { after, matchAt } from '../../structures/reading.ts';
import { readName } from '../names/read-name.ts';
import { TITLES_AT } from './titles.ts';

/** What ends a greeting. */
const ENDS = /^(?:[ \t]?[,!.:;–-]|[ \t]{0,4}(?:[\r\n]|\\n|<|$)| (?:and|und|et|y|e|en) \p{Lu}|,? \p{Ll})/u;
/** What ends the line of a letter's greeting. */
const ENDS_LINE = /^(?:[,!.:][ \t]{0,4}(?:[\r\n]|\\n|<|$)|, \p{Ll})/u;
/** Names in the examples of manuals. */
const SAMPLE = /^(?:alice|bob|eve|foo|bar|john|jane|joe|jim|doe|world|name|person)$/;

/**
 * The name a letter is addressed to: `Dear Mrs Delgado`, `Hi Tobias,`.
 *
 * @param greeting where the greeting begins
 * @param at where the word behind it begins; UTF-16 code units, both
 */
export function greeted(
  text: string,
  greeting: number,
  at: number,
): { start: number; end: number } | undefined {
  const titles = matchAt(TITLES_AT, text, at)?.[0].length ?? 0;
  const name = readName(text, at + titles);
  if (!name) return undefined;
  if (titles > 0) return name;
  const behind = after(text, name.end, 12);
  const [first = ''] = name.words;
  if (name.words.length === 1 && (SAMPLE.test(first) || behind.startsWith('!<'))) return undefined;
  if (name.given > 0 && ENDS.test(behind)) return name;
  if (name.surname === 2 && name.words.length > 1) return name;
  return beginsLine(text, greeting) &&
    ENDS_LINE.test(behind) &&
    name.words.length < 3 &&
    !/^\s?$/.test(behind)
    ? name
    : undefined;
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || /(?:[\n>"'`]|\\n)[ \t>]{0,4}$/.test(text.slice(Math.max(0, at - 6), at));
}
