import type { IsoDate } from './dates.ts';
import { daysKept, isContent, isKept, type KeptTerm, severityOf, worstKept } from './retention.ts';

/** Until when something that was sent may be held, by the terms in force when it was. */
export type Held =
  | { readonly is: 'nothing' }
  /** To the end of that day (UTC) at the latest. */
  | { readonly is: 'until'; readonly day: IsoDate }
  /** Nobody can name a day: no number is given, it is to be deleted first, there is no end, or nothing is stated. */
  | { readonly is: 'open'; readonly why: 'limited' | 'until-deleted' | 'indefinite' | 'unknown' };

/** Until when what was sent may be held. */
export interface HeldByTerms {
  /** What is kept of every request: the worst of it, abuse logs and caches included. */
  readonly content: Held;
  /** What is kept only of what was flagged, where that may be longer; null where it is not. */
  readonly flagged: Held | null;
}

const MS_PER_DAY = 86_400_000;
/** The calendar of ECMAScript ends there, and so does what can be called a date. */
const LAST_DAY = Date.UTC(9999, 11, 31);

/**
 * Until when a destination may hold what is sent to it.
 * @param at when it was sent, in milliseconds since 1970.
 */
export function heldByTerms(retention: readonly KeptTerm[], at: number): HeldByTerms {
  const ordinary = retention.filter(({ what }) => what !== 'flagged');
  const flagged = retention
    .filter((item) => item.what === 'flagged' && isContent(item) && isKept(item))
    .map((item): KeptTerm => ({ ...item, what: 'prompt+output' }));
  const [kept, ifFlagged] = [worstKept(ordinary), worstKept(flagged)];
  // Who speaks of flagged content alone keeps nothing else; who says nothing at all has not said so.
  const content: Held = kept === undefined && ifFlagged !== undefined ? { is: 'nothing' } : heldAs(kept, at);
  if (ifFlagged === undefined) return { content, flagged: null };
  const longer = kept === undefined || severityOf(ifFlagged) > severityOf(kept);
  return { content, flagged: longer ? heldAs(ifFlagged, at) : null };
}

function heldAs(item: KeptTerm | undefined, at: number): Held {
  if (item === undefined) return { is: 'open', why: 'unknown' };
  if (!isKept(item)) return { is: 'nothing' };
  const { term } = item;
  // A cache in memory has no number either.
  if (term === 'session') return { is: 'open', why: 'limited' };
  if (term !== 'hours' && term !== 'days') return { is: 'open', why: term === 'none' ? 'unknown' : term };
  const end = at + (daysKept(item) ?? Infinity) * MS_PER_DAY;
  if (!(end < LAST_DAY)) return { is: 'open', why: 'indefinite' };
  return { is: 'until', day: new Date(end).toISOString().slice(0, 10) };
}
