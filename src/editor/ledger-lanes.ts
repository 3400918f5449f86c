import type { IsoDate } from '../policy/dates.ts';
import type { Held } from '../policy/held.ts';
import type { LedgerEntry } from '../wire/ledger/entries.ts';

const DAY = 86_400_000;

/** From when to when something may be held; `to` is null where nobody can name a day. */
export interface HeldSpan {
  readonly from: number;
  readonly to: number | null;
  readonly requests: number;
}

/** What one destination may hold. */
export interface Lane {
  readonly to: string;
  /** The newest request first. */
  readonly entries: readonly LedgerEntry[];
  /** Of all of them, what is held longest. */
  readonly worst: Held;
  /** The same for what was flagged; null where nothing is kept longer for that. */
  readonly flagged: Held | null;
  /** Those that may still be held today. */
  readonly held: readonly LedgerEntry[];
  readonly spans: readonly HeldSpan[];
  /** For each day (UTC) on which something was sent, when it first was. */
  readonly sends: readonly number[];
}

/** The part of time that is shown. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly today: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** Until when a request is held by its terms; nothing is where it never left. */
export function heldOf({ sent, ended }: LedgerEntry): Held {
  return ended?.sent === 'no' ? { is: 'nothing' } : sent.held.content;
}

/** Something to sort by: the longer it is held, the greater. */
export function heldOrder(held: Held): number {
  if (held.is === 'nothing') return 0;
  if (held.is === 'until') return Date.parse(held.day);
  return LONG + ['limited', 'until-deleted', 'indefinite', 'unknown'].indexOf(held.why);
}

const LONG = 1e15;

/** Whether it may still be held on a day. */
export function isHeld(held: Held, today: IsoDate): boolean {
  return held.is === 'open' || (held.is === 'until' && held.day >= today);
}

/** What each destination may hold, the longest held first. `entries` stand with the newest first. */
export function lanesOf(entries: readonly LedgerEntry[], today: IsoDate): readonly Lane[] {
  const byPlace = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const own = byPlace.get(entry.sent.to);
    if (own) own.push(entry);
    else byPlace.set(entry.sent.to, [entry]);
  }
  return [...byPlace]
    .map(([to, own]) => laneOf(to, own, today))
    .toSorted((a, b) => heldOrder(b.worst) - heldOrder(a.worst) || (a.to < b.to ? -1 : 1));
}

function laneOf(to: string, entries: readonly LedgerEntry[], today: IsoDate): Lane {
  const arrived = entries.filter(({ ended }) => ended?.sent !== 'no');
  return {
    to,
    entries,
    worst: longest(arrived.map(heldOf)) ?? { is: 'nothing' },
    flagged: longest(arrived.flatMap(({ sent }) => sent.held.flagged ?? [])) ?? null,
    held: entries.filter((entry) => isHeld(heldOf(entry), today)),
    spans: spansOf(arrived),
    // The newest stands first, so that of each day the first is what stays.
    sends: [...new Map(arrived.map(({ sent: { at } }) => [Math.floor(at / DAY), at])).values()],
  };
}

function longest(all: readonly Held[]): Held | undefined {
  return all.reduce<Held | undefined>(
    (worst, one) => (worst === undefined || heldOrder(one) > heldOrder(worst) ? one : worst),
    undefined,
  );
}

/** The times in which anything is held, put together where they touch. */
function spansOf(entries: readonly LedgerEntry[]): readonly HeldSpan[] {
  const spans: { from: number; to: number | null; requests: number }[] = [];
  for (const entry of entries.toReversed()) {
    const held = heldOf(entry);
    if (held.is === 'nothing') continue;
    const from = entry.sent.at;
    const to = held.is === 'open' ? null : Date.parse(held.day) + DAY;
    const last = spans.at(-1);
    if (last !== undefined && (last.to === null || last.to >= from)) {
      last.requests += 1;
      last.to = last.to === null || to === null ? null : Math.max(last.to, to);
    } else spans.push({ from, to, requests: 1 });
  }
  return spans;
}

/** At most a year back and two ahead are shown, at least a week and a month. */
export function axisOf(lanes: readonly Lane[], now: number): Axis {
  const sent = lanes.flatMap(({ sends }) => sends);
  const ends = lanes.flatMap(({ spans }) => spans.flatMap(({ to }) => to ?? []));
  const first = sent.reduce((a, b) => Math.min(a, b), now - 7 * DAY);
  const last = ends.reduce((a, b) => Math.max(a, b), now + 30 * DAY);
  const from = Math.max(first, now - 365 * DAY);
  const to = Math.min(last, now + 730 * DAY);
  const margin = (to - from) * 0.03;
  const axis = { from: from - margin, to: to + margin, today: now };
  return { ...axis, ticks: ticksBetween(axis.from, axis.to) };
}

function ticksBetween(from: number, to: number): Axis['ticks'] {
  const days = (to - from) / DAY;
  const label = (at: number, length: number): string => new Date(at).toISOString().slice(0, length);
  if (days < 75) {
    const step = days < 45 ? 7 : 14;
    const first = (Math.floor(from / DAY) + 1) * DAY;
    const count = Math.ceil((to - first) / (step * DAY));
    return Array.from({ length: count }, (_, i) => first + i * step * DAY).map((at) => ({
      at,
      label: label(at, 10).slice(5),
    }));
  }
  const months = days < 300 ? 1 : days < 700 ? 3 : 6;
  const begin = new Date(from);
  const ticks = [];
  for (let month = 1; ; month++) {
    const at = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1);
    if (at >= to) return ticks;
    if (new Date(at).getUTCMonth() % months === 0) ticks.push({ at, label: label(at, 7) });
  }
}
