import { acceptedOf } from './accept.ts';
import { isOneRecord } from './one-record.ts';
import { labelBefore } from './read-label.ts';
import { valueInCell, valueInElement, valuesBehind } from './read-value.ts';

/** How far around a field its neighbours are looked for, in UTF-16 code units. */
const AROUND = 400;
const SEPARATORS = /[:：=>|]/g;
const LONGEST_MAILBOX = 40;
const MAIL = /[\w.+-]{1,40}@(?!(?:[\w-]{1,20}\.)?example\.|test\.)[\w-]{1,40}\.[a-z]{2,10}/i;
/** What stands behind a key whose value is a record. */
const RECORD = /^\s{0,8}[{[\r\n]/;
const MOST = 4;
/** So many signs of a stretch are looked at. */
const TRIES = 40;

/** A stretch of text, and where in it something speaks of a person. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly spoken: readonly number[];
}

/** Tells whether something beside a label, in the same paragraph, speaks of a person. Remembers what it looked at. */
export type Company = (text: string, label: number) => boolean;

/** Makes one for a single text; places have to be asked for in their order for the memory to be of use. */
export function companyIn(): Company {
  let block: Block = { start: 0, end: 0, spoken: [] };
  return (text, label) => {
    if (label < block.start || label >= block.end) block = blockAt(text, label);
    return block.spoken.some(
      (place) => place !== label && isOneRecord(text, Math.min(place, label), Math.max(place, label)),
    );
  };
}

function blockAt(text: string, label: number): Block {
  const before = text.slice(Math.max(0, label - AROUND), label);
  const blank = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\n\r\n'));
  const start = Math.max(0, label - AROUND) + (blank < 0 ? 0 : blank);
  const after = text.slice(label, label + AROUND);
  const close = after.search(/\n\r?\n/);
  const end = close < 0 ? label + after.length : label + close;
  return { start, end: Math.max(end, label + 1), spoken: spokenIn(text, start, end) };
}

/** Where the first address of somebody stands in [start, end); -1 where none does. */
function mailIn(text: string, start: number, end: number): number {
  const sign = text.slice(start, end).indexOf('@');
  if (sign < 0) return -1;
  // Looked for everywhere, it would be sought from each word on.
  const from = start + Math.max(0, sign - LONGEST_MAILBOX);
  const mail = MAIL.exec(text.slice(from, end));
  return mail ? from + mail.index : -1;
}

function spokenIn(text: string, start: number, end: number): number[] {
  const spoken: number[] = [];
  const mail = mailIn(text, start, end);
  if (mail >= 0) spoken.push(mail);
  SEPARATORS.lastIndex = start;
  let tries = 0;
  for (
    let match = SEPARATORS.exec(text);
    match && match.index < end && spoken.length < MOST;
    match = SEPARATORS.exec(text)
  ) {
    if ((tries += 1) > TRIES) break;
    const place = spokenAt(text, match.index);
    if (place >= 0 && !spoken.includes(place)) spoken.push(place);
  }
  return spoken;
}

/** The label before a separator, where it and its value are a person's; -1 where they are not. */
function spokenAt(text: string, separator: number): number {
  const label = labelBefore(text, separator);
  if (!label) return -1;
  const sign = text.charAt(separator);
  const values =
    sign === '>'
      ? valueInElement(text, separator + 1)
      : sign === '|'
        ? valueInCell(text, separator + 1, '|')
        : valuesBehind(text, separator, label);
  const isRole = label.fields.some(({ strength, kind }) => strength === 'role' && kind === 'person-name');
  // A driver that has a record is mostly one of networks and volumes.
  const isDriver = /^driver$/i.test(text.slice(label.start, label.end));
  if (isRole && !isDriver && RECORD.test(text.slice(separator + 1, separator + 12))) return label.start;
  const accepted = acceptedOf(label, values, text);
  if (!accepted || accepted.needsCompany || accepted.field.strength === 'weak') return -1;
  return label.start;
}
