import { matchAt } from '../../structures/reading.ts';
import { folded } from './fold.ts';
import { givenLikeness, type Likeness, surnameLikeness } from './lists.ts';
import { isNoName } from './no-names.ts';
import { isPublic } from './public-people.ts';

/** One word of a name: `Anna`, `Karl-Heinz`, `O'Brien`, `McDonald`, `Al-Rashid`; no CamelCase. */
const WORD =
  "(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Ó|O['’]|D['’]|L['’])?\\p{Lu}\\p{Ll}{1,19}(?:-\\p{Lu}\\p{Ll}{1,19}|-\\p{Ll}{2,4}(?!\\p{L})){0,2}";
/** Small words between given name and surname. */
const PARTICLE =
  '(?:von der|von dem|von den|von|van der|van den|van de|van|de la|de los|de|del|della|di|da|dos|das|du|la|le|al|el|bin|ben|ter|ten|zu|zum|vom|af|av|y) ';
const NAME = new RegExp(
  `(?:(?:\\p{Lu}\\. ?){1,3})?(?:${PARTICLE})?${WORD}(?: (?:(?:\\p{Lu}\\. ?){1,2}|${PARTICLE})?${WORD}){0,3}(?: (?:Jr|Sr)\\.| I{2,3}(?![\\p{L}]))?`,
  'uy',
);
/** What right behind a name tells that it is something else. */
const GOES_ON = /[\p{L}\p{N}_(=[@/\\]|-\p{N}|\.\p{Ll}/uy;

/** A person's name as it stands in a text; offsets are UTF-16 code units, `end` is exclusive. */
export interface PersonName {
  readonly start: number;
  readonly end: number;
  /** Its words without initials and particles, folded. */
  readonly words: readonly string[];
  /** How sure the first of them is a given name. */
  readonly given: Likeness;
  /** How sure the last of several is a surname; of a single word, how sure that is one. */
  readonly surname: Likeness;
}

/** A piece of a name: where it ends, and its folded word. */
interface Part {
  readonly word: string;
  readonly end: number;
}

/**
 * Reads the longest name at a place, without the words behind it that are none. Undefined where no capitalised word
 * stands, where the first is known as no name, or where it is the name of somebody everybody knows.
 */
export function readName(text: string, at: number): PersonName | undefined {
  const written = matchAt(NAME, text, at)?.[0];
  if (written === undefined) return undefined;
  const parts = partsOf(written, at);
  const count = cutOff(text, at + written.length, parts);
  const used = parts.slice(0, count);
  const first = used[0];
  const last = used.at(-1);
  if (!first || !last) return undefined;
  const words = used.map(({ word }) => word);
  if (isPublic(words.join(' ')) || isPublic(folded(text.slice(at, last.end)))) return undefined;
  const whole = last === parts.at(-1);
  return {
    start: at,
    end: whole ? at + written.length : last.end,
    words,
    given: givenLikeness(first.word),
    surname: surnameLikeness(last.word),
  };
}

function partsOf(written: string, at: number): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const piece of written.split(' ')) {
    const end = from + piece.length;
    // Initials, particles and suffixes belong to the words around them.
    if (/^\p{Lu}\p{L}{0,4}['’]?\p{L}/u.test(piece) && !piece.endsWith('.')) {
      parts.push({ word: folded(piece), end: at + end });
    }
    from = end + 1;
  }
  return parts;
}

/** How many words belong to a name: up to one that is none, and to the last known surname where the rest is unknown. */
function cutOff(text: string, end: number, parts: readonly Part[]): number {
  let count = parts.findIndex(({ word }) => isNoName(word));
  if (count < 0) {
    count = parts.length;
    GOES_ON.lastIndex = end;
    if (GOES_ON.test(text)) count -= 1;
  }
  for (let length = count; length > 2; length--) {
    const word = parts[length - 1]?.word ?? '';
    if (surnameLikeness(word) > 0) return length;
  }
  // Of three words the middle one may be a second given name.
  return Math.min(count, givenLikeness(parts[1]?.word ?? '') === 2 ? 3 : 2);
}
