import { addressesIn } from '../markdown/addresses.ts';
import type { StandInView } from '../protocol/answer.ts';
import { type Match, NameIndex } from '../redact/names.ts';

/** Part of a text: as it is, a stand-in, or a character that would act on the page instead of showing. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stand-in'; readonly standIn: StandInView }
  | { readonly kind: 'control'; readonly code: string };

/** The stand-ins of a turn, to be found by their names. */
export type StandIns = NameIndex<StandInView>;

/** One character that turns the direction of what follows, begins a terminal's escape sequence, or is not seen at all. */
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

const indexed = new WeakMap<readonly StandInView[], StandIns>();

/** Stand-ins by name; the same for the same list. */
export function byName(standIns: readonly StandInView[]): StandIns {
  const known = indexed.get(standIns);
  if (known) return known;
  const index: StandIns = new NameIndex();
  for (const standIn of standIns) index.add(standIn.name, standIn);
  indexed.set(standIns, index);
  return index;
}

export const NO_STAND_INS: StandIns = new NameIndex();

/** What a text is, as far as it matters to what is put back in it. */
export interface Around {
  /** In prose a stand-in that is part of an address stays: a renderer could make the address a link. */
  readonly prose: boolean;
  /** Whether the text begins in the midst of an address. */
  readonly inAddress?: boolean;
}

const NOT_PROSE: Around = { prose: false };

/**
 * Splits a text at its stand-ins. A name counts only where it stands free, and the longest where several begin: linear
 * in the text however many stand-ins there are.
 */
export function piecesOf(text: string, standIns: StandIns, around: Around = NOT_PROSE): Piece[] {
  const addresses = around.prose && standIns.size > 0 ? addressesIn(text) : [];
  if (around.inAddress) addresses.unshift({ start: 0, end: text.search(/\s|$/) });
  let address = 0;
  const found: { start: number; end: number; piece: Piece }[] = [];
  for (const { start, end, item } of standIns.matches(text)) {
    while ((addresses[address]?.end ?? Infinity) <= start) address += 1;
    if ((addresses[address]?.start ?? Infinity) <= start) continue;
    found.push({ start, end, piece: { kind: 'stand-in', standIn: item } });
  }
  if (around.prose) {
    for (const { start, end, item } of plurals(text, standIns)) {
      found.push({ start, end, piece: { kind: 'stand-in', standIn: item } });
    }
  }
  const standInCount = found.length;
  for (const { 0: char, index } of text.matchAll(CONTROL)) {
    found.push({ start: index, end: index + 1, piece: { kind: 'control', code: codeOf(char) } });
  }
  if (standInCount > 0) found.sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, piece } of found) {
    if (from < start) pieces.push({ kind: 'text', text: text.slice(from, start) });
    pieces.push(piece);
    from = end;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** `EMAIL_1s`: the extension takes it for a stand-in in prose. */
const PLURAL = /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]{0,60}_[0-9]{1,9})s(?![A-Za-z0-9_])/g;

function* plurals(text: string, standIns: StandIns): Generator<Match<StandInView>> {
  if (standIns.size === 0) return;
  for (const { 1: name = '', index } of text.matchAll(PLURAL)) {
    const item = standIns.get(name);
    if (item) yield { start: index, end: index + name.length, item };
  }
}

function codeOf(char: string): string {
  return `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether any of the stand-ins occurs in the text. */
export function holdsStandIn(text: string, standIns: StandIns): boolean {
  return standIns.matches(text).next().done === false;
}

/** Whether stand-ins occur in the text more than so many times. */
export function holdsMoreStandIns(text: string, standIns: StandIns, most: number): boolean {
  const matches = standIns.matches(text);
  for (let count = 0; count <= most; count++) if (matches.next().done) return false;
  return true;
}

/** Whether characters that would act on the page occur in the text more than so many times. */
export function holdsMoreControls(text: string, most: number): boolean {
  const controls = text.matchAll(CONTROL);
  for (let count = 0; count <= most; count++) if (controls.next().done) return false;
  return true;
}

/** Whether a text ends in the midst of an address, given whether it begins so. */
export function endsInAddress(text: string, inAddress: boolean): boolean {
  const space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'), text.lastIndexOf('\t'));
  const last = text.slice(space + 1);
  if (last === '') return false;
  return (space < 0 && inAddress) || addressesIn(last).at(-1)?.end === last.length;
}
