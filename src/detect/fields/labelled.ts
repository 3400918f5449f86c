import { acceptedOf } from './accept.ts';
import { type Company } from './company.ts';
import { isEmpty, isLiteral, isPlainValue } from './literal.ts';
import { isOfProgram, isSurelyOfProgram, meansElse } from './program-names.ts';
import { type Label, labelBefore, labelEndingAt, leads } from './read-label.ts';
import {
  type Value,
  valueBeside,
  valueInCell,
  valueInElement,
  valueInNextElement,
  valueOfLine,
  valuesBehind,
} from './read-value.ts';
import type { Sign } from './separators.ts';
import type { Entry } from './tables/records.ts';

type Read = (text: string, separator: number, label: Label) => readonly Value[];

const NOTHING: readonly Value[] = [];

/** How the value is read behind each sign. */
const READ: Readonly<Partial<Record<Sign, Read>>> = {
  ':': valuesBehind,
  '：': valuesBehind,
  '=': valuesBehind,
  '\u3000': (text, separator, label) => (leads(text, label) ? valuesBehind(text, separator, label) : NOTHING),
  ' ': (text, separator, label) => (leads(text, label) ? valueOfLine(text, separator + 1) : NOTHING),
  '>': (text, separator, label) => (isTag(text, label) ? valueInElement(text, separator + 1) : NOTHING),
  '</': (text, separator) => valueInNextElement(text, separator),
  '|': (text, separator, label) =>
    isCell(text, label, '|') ? valueInCell(text, separator + 1, '|') : NOTHING,
  '\t': (text, separator, label) =>
    isCell(text, label, '\t') ? valueInCell(text, separator + 1, '\t') : NOTHING,
};

/**
 * The field whose label stands before a sign: a line of a form, a key of a record, an element, a setting.
 *
 * @param letters where the last word of the label ends
 */
export function entryAt(
  text: string,
  separator: number,
  sign: Sign,
  letters: number,
  company: Company,
): Entry | undefined {
  const read = READ[sign];
  const label = read && labelEndingAt(text, letters, separator);
  if (!label) return undefined;
  const values = meant(text, read(text, separator, label));
  const own = acceptedOf(label, values, text);
  if (own && meansElse(text, label)) return undefined;
  const ofProgram =
    isSurelyOfProgram(text, label, values[0]) ||
    (own?.needsCompany !== false && isOfProgram(text, label, values[0]));
  const accepted = (ofProgram ? undefined : own) ?? besideOf(text, values);
  const value = accepted?.value ?? (ofProgram ? undefined : values[0]);
  const kind = accepted?.kind ?? label.fields[0]?.kind ?? '';
  if (!value || !(accepted || mayBeValue(text, value, kind))) return undefined;
  const isFound = accepted !== undefined && !(accepted.needsCompany && !company(text, label.start));
  return {
    key: text.slice(label.start, label.end),
    at: label.start,
    start: value.start,
    end: value.end,
    kind,
    found: isFound ? accepted.kind : undefined,
  };
}

/** Those values that are no word for nothing and are not put together by a program: nearly all. */
function meant(text: string, values: readonly Value[]): readonly Value[] {
  for (const value of values)
    if (!isMeant(text, value)) return values.filter((other) => isMeant(text, other));
  return values;
}

function isMeant(text: string, { start, end }: Value): boolean {
  const value = text.slice(start, end);
  return isLiteral(value) && !isEmpty(value);
}

/** Whether what does not look like its label's value may still be one, in a column of those that do. */
function mayBeValue(text: string, { start, end, form, code }: Value, kind: string): boolean {
  if (kind === 'person-name' && NO_NAME.test(text.slice(start, end))) return false;
  return !code && (form === 'quoted' || isPlainValue(text.slice(start, end)));
}

/** A path, a name of code, or no word at all: no column of names has one. */
const NO_NAME = /[/\\_[\](){}=<>]|^[^\p{L}]{0,160}$/u;

/** Where the value is a label itself, as in `name="lastName" value="…"`: what that labels. */
function besideOf(text: string, values: readonly Value[]): ReturnType<typeof acceptedOf> {
  const [value] = values;
  if (value?.form !== 'quoted') return undefined;
  const named = labelBefore(text, value.end + 1);
  return named ? acceptedOf(named, valueBeside(text, value.end + 1), text) : undefined;
}

function isTag(text: string, { start }: Label): boolean {
  return /<(?:\w{1,12}:)?$/.test(text.slice(Math.max(0, start - 14), start));
}

/** Whether nothing but the label stands in its cell. */
function isCell(text: string, { start }: Label, delimiter: string): boolean {
  let at = start - 1;
  while (at >= 0 && ' *`'.includes(text.charAt(at))) at -= 1;
  return at < 0 || text.charAt(at) === delimiter || text.charAt(at) === '\n';
}
