import type { StandInView } from '../protocol.ts';

/** Part of a text: as it is, a stand-in, or a character that would act on the page instead of showing. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stand-in'; readonly standIn: StandInView }
  | { readonly kind: 'control'; readonly code: string };

/** The stand-ins of a turn by name. */
export type StandIns = ReadonlyMap<string, StandInView>;

/**
 * One character that turns the direction of what follows, begins a terminal's escape sequence, or is not seen at all;
 * and the same, or a run that a stand-in's name can be.
 */
const CONTROL =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
const CONTROL_OR_RUN = new RegExp(`${CONTROL.source}|[A-Za-z0-9_]+`, 'g');

/** Stand-ins by name. */
export function byName(standIns: readonly StandInView[]): StandIns {
  return new Map(standIns.map((standIn) => [standIn.name, standIn]));
}

/**
 * Splits a text at its stand-ins. A name counts only where it is a whole run of `[A-Za-z0-9_]`: `EMAIL_1` is not in
 * `EMAIL_10`. Linear in the text however many stand-ins there are.
 */
export function piecesOf(text: string, standIns: StandIns): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(standIns.size === 0 ? CONTROL : CONTROL_OR_RUN)) {
    const piece = pieceOf(run, standIns);
    if (!piece) continue;
    if (from < index) pieces.push({ kind: 'text', text: text.slice(from, index) });
    pieces.push(piece);
    from = index + run.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

function pieceOf(run: string, standIns: StandIns): Piece | undefined {
  const standIn = standIns.get(run);
  if (standIn) return { kind: 'stand-in', standIn };
  if (/^\w/.test(run)) return undefined;
  return { kind: 'control', code: `U+${run.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
}

/** Whether any of the stand-ins occurs in the text. */
export function holdsStandIn(text: string, standIns: StandIns): boolean {
  if (standIns.size === 0) return false;
  for (const { 0: run } of text.matchAll(/[A-Za-z0-9_]+/g)) if (standIns.has(run)) return true;
  return false;
}
