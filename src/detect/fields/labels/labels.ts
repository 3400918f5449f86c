import { folded } from './fold.ts';
import type { Field } from '../field.ts';
import { DETAIL_FIELDS } from './details.ts';
import { NAME_FIELDS } from './names.ts';
import { PLACE_FIELDS } from './places.ts';
import { isQualifier, isRole, isTurn, QUALIFYING } from './qualifiers.ts';
import { TRAIT_FIELDS } from './traits.ts';

/** Every field there is; of several that share a label and fit a value, the first is taken. */
export const FIELDS: readonly Field[] = [...NAME_FIELDS, ...PLACE_FIELDS, ...DETAIL_FIELDS, ...TRAIT_FIELDS];

/** A label as it is looked up: small letters without marks, blanks and signs. */
export function keyOf(label: string): string {
  return folded(label).replaceAll(/[\s_\-.,/'’°º()（）&+・／]/g, '');
}

const BY_KEY = new Map<string, Field[]>();
/** All labels as they are written. */
export const WRITTEN: string[] = [];

for (const field of FIELDS) {
  for (const labels of Object.values(field.labels)) {
    for (const label of labels.split('; ')) {
      WRITTEN.push(label);
      const key = keyOf(label);
      const fields = BY_KEY.get(key) ?? [];
      if (!fields.includes(field)) fields.push(field);
      BY_KEY.set(key, fields);
    }
  }
}

/** The longest label looked up, in UTF-16 code units. */
const LONGEST = 48;
/** So many words a label has at most, but for those that say whose it is. */
const MOST_WORDS = 6;
const NO_FIELDS: readonly Field[] = [];
/** What a name is called where a role stands before it: `customerName`. */
const OF_ROLE: ReadonlyMap<string, string> = new Map([
  ['name', 'fullname'],
  ['nom', 'nomcomplet'],
  ['nombre', 'nombrecompleto'],
  ['nome', 'nomecompleto'],
  ['naam', 'volledigenaam'],
]);

/** What is known of a word that labels end with. */
interface LastWord {
  /** Whether it is a label by itself, and one of the strong ones. */
  alone: boolean;
  strong: boolean;
  /** Words that stand before it. */
  readonly behind: Set<string>;
}

const LAST = new Map<string, LastWord>();
const OF_SOMEBODY = new Set(QUALIFYING);

for (const written of WRITTEN) {
  const words = wordsOf(written.replace(/[^\p{L}]+$/u, '').replace(/[(（]\p{L}{1,8}$/u, ''))
    .flatMap((word) => word.split(/['’]/))
    .map(keyOf);
  const last = words.at(-1) ?? '';
  const known = LAST.get(last) ?? { alone: false, strong: false, behind: new Set<string>() };
  if (words.length === 1) {
    known.alone = true;
    known.strong ||= BY_KEY.get(last)?.some(({ strength }) => strength === 'strong') ?? false;
  }
  LAST.set(last, known);
  const before = words.at(-2);
  if (before !== undefined) known.behind.add(before);
}

const EAST_ASIAN = /[\u3041-\u9fff\uff66-\uff9f]/;
/** What a longer word of those scripts means by its end. */
const BY_END: ReadonlySet<string> = new Set(['name', 'address', 'street', 'date', 'phone', 'mail', 'place']);

/**
 * Whether a word may be the last of a label.
 *
 * @param before the word before it, empty where there is none
 * @param joined whether the two are joined as in the names of a program
 */
export function endsLabel(word: string, before: string, joined: boolean): boolean {
  const key = folded(word);
  const known = LAST.get(key);
  if (!known) return EAST_ASIAN.test(word) && fieldsByEnd(key).length > 0;
  if (known.strong || (known.alone && (before === '' || !joined))) return true;
  if (before === '') return false;
  const first = folded(before);
  return known.behind.has(first) || (known.alone && OF_SOMEBODY.has(first));
}

/** Fields that the end of a word of Chinese or Japanese names. */
function fieldsByEnd(key: string): readonly Field[] {
  for (let from = 1; from < key.length - 1 && from < 8; from++) {
    const fields = BY_KEY.get(key.slice(from))?.filter(
      ({ strength, check }) => strength === 'strong' && BY_END.has(check),
    );
    if (fields && fields.length > 0) return fields;
  }
  return NO_FIELDS;
}

/** Whether a text is nothing but a label, as the texts of a form are in a program. */
export function isLabel(text: string): boolean {
  return text.length <= LONGEST && BY_KEY.has(keyOf(text.replace(/[:：*]{1,2}$/, '')));
}

/** The words of a key or a label: `billingFirst_name` has three. */
function wordsOf(label: string): string[] {
  return label
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_\-./]+/)
    .filter((word) => word !== '');
}

/** Labels that were looked up, so that text full of them is not taken apart anew; of a text only what stands in it now. */
const lookedUp = new Map<string, readonly Field[]>();
const MOST_LOOKED_UP = 256;

/** Forgets the labels of the last text. */
export function forgetLabels(): void {
  lookedUp.clear();
}

/** Fields that a label, or the end of it behind words that only say whose it is, names; the likeliest first. */
export function fieldsOf(label: string): readonly Field[] {
  if (label.length > LONGEST) return NO_FIELDS;
  const known = lookedUp.get(label);
  if (known) return known;
  const fields = findFields(label);
  if (lookedUp.size === MOST_LOOKED_UP) lookedUp.clear();
  lookedUp.set(label, fields);
  return fields;
}

function findFields(label: string): readonly Field[] {
  const written = label.replace(/[_ ]?\d{1,2}$/, '') || label;
  const whole = BY_KEY.get(keyOf(label)) ?? BY_KEY.get(keyOf(written));
  if (whole) return whole;
  const words = wordsOf(written);
  if (words.length === 1) return EAST_ASIAN.test(written) ? fieldsByEnd(keyOf(written)) : NO_FIELDS;
  for (let from = Math.max(1, words.length - MOST_WORDS); from < words.length; from++) {
    const end = keyOf(words.slice(from).join(''));
    const fields = BY_KEY.get(end);
    if (!fields) continue;
    const head = words.slice(0, from).map(keyOf);
    if (head.some((word) => isTurn(word) && !isRole(word))) return NO_FIELDS;
    const name = OF_ROLE.get(end);
    if (name !== undefined && isRole(head.at(-1) ?? '')) return BY_KEY.get(name) ?? NO_FIELDS;
    if (head.every(isQualifier)) return fields;
    return fields.filter(({ strength }) => strength === 'strong');
  }
  return NO_FIELDS;
}
