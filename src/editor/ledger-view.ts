import type { Catalogue } from '../policy/catalogue.ts';
import type { LaneView, LedgerRow, LedgerView } from '../protocol/ledger.ts';
import { CLASSES, ENDINGS, LEDGER_COLUMNS, type LedgerColumn } from '../protocol/ledger.ts';
import { byteSize } from '../sentences/fault.ts';
import {
  className,
  endedSentence,
  endingName,
  endingOf,
  foundWords,
  heldWords,
} from '../sentences/ledger.ts';
import type { Translate } from '../sentences/translate.ts';
import type { LedgerEntry, ReadLedger } from '../wire/ledger/entries.ts';
import type { SentEntry } from '../wire/ledger/line.ts';
import { presetOf } from '../wire/presets.ts';
import { factRows } from './ledger-facts.ts';
import { axisOf, heldOf, heldOrder, type Lane, lanesOf } from './ledger-lanes.ts';
import { ledgerLabels, ledgerNotes } from './ledger-labels.ts';
import { todoOf } from './ledger-todo.ts';
import { localTime } from './local-time.ts';

/** What the page is made of. */
export interface LedgerToShow extends ReadLedger {
  readonly unreadable: number;
  /** Why it cannot be read or written; empty where it can. */
  readonly problem: string;
  readonly folder: string;
  /** Whether lines are written by what is set now. */
  readonly isKept: boolean;
}

/** The ledger in words. `now` is in milliseconds since 1970. */
export function ledgerView(read: LedgerToShow, catalogue: Catalogue, now: number, t: Translate): LedgerView {
  const { entries, folder } = read;
  const today = new Date(now).toISOString().slice(0, 10);
  const lanes = lanesOf(entries, today);
  const names = new Map(lanes.map(({ to, entries: [newest] }) => [to, nameOf(to, newest?.sent, catalogue)]));
  const terms: SentEntry['facts'][] = [];
  const known = new Map<string, number>();
  const termsOf = ({ facts }: SentEntry): number => {
    const key = JSON.stringify(facts);
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, terms.length);
    return terms.push(facts) - 1;
  };
  const rows = entries.map((entry) =>
    rowOf(entry, names.get(entry.sent.to) ?? entry.sent.to, termsOf(entry.sent), t),
  );
  const held = lanes.reduce((sum, lane) => sum + lane.held.length, 0);
  return {
    title: t('Ledger'),
    place: t('Kept in {0}, on this machine only. No text and no value is in it.', folder),
    summary:
      entries.length === 1
        ? t('1 request; requests that may still be held somewhere: {0}', held)
        : t('{0} requests, of which {1} may still be held somewhere', entries.length, held),
    notes: ledgerNotes(read, t),
    empty: entries.length > 0 ? '' : emptyText(read, t),
    lanes: lanes.map((lane) => laneView(lane, names.get(lane.to) ?? lane.to, today, catalogue, t)),
    axis: { ...axisOf(lanes, now), ticks: [...axisOf(lanes, now).ticks] },
    rows,
    terms: terms.map((facts) => factRows(facts, catalogue, t)),
    filters: filtersOf(lanes, names, t),
    columns: LEDGER_COLUMNS.map((id) => columnOf(id, t)),
    labels: ledgerLabels(t),
  };
}

/** What people call a destination. */
export function nameOf(to: string, sent: SentEntry | undefined, { providers }: Catalogue): string {
  if (to.startsWith('custom/')) return to.slice('custom/'.length);
  const provider = sent?.provider ?? '';
  return presetOf(provider)?.name ?? providers[provider]?.name ?? to;
}

function emptyText({ isKept, problem }: LedgerToShow, t: Translate): string {
  if (problem !== '') return '';
  return isKept
    ? t('Nothing has left yet. Each request that does is written down here; a dry run is none.')
    : t('No ledger is kept: promptAirlock.ledger.enabled is switched off.');
}

function rowOf(entry: LedgerEntry, name: string, terms: number, t: Translate): LedgerRow {
  const { sent, ended } = entry;
  const held = heldOf(entry);
  const words =
    ended?.sent === 'no' ? { text: t('nothing left'), tone: 'good' as const } : heldWords(held, t);
  const flagged = sent.held.flagged;
  const found = sent.findings.map((row) => row.class);
  return {
    id: sent.id,
    at: sent.at,
    when: localTime(sent.at),
    to: sent.to,
    name,
    model: sent.model,
    host: sent.host,
    classes: [
      ...(found.length === 0 ? ['none' as const] : found),
      ...(sent.letThrough > 0 ? ['let-through' as const] : []),
    ],
    found: foundWords(sent.findings, t),
    count: sent.redacted + sent.letThrough,
    held: words.text,
    heldTone: words.tone,
    heldOrder: heldOrder(held),
    ending: endingOf(ended),
    size: byteSize(sent.bytes, t),
    bytes: sent.bytes,
    requestId: ended?.requestId ?? '',
    terms,
    details: [
      { label: t('How it ended'), text: endedSentence(ended, t) },
      ...(ended === undefined ? [] : [{ label: t('Ended'), text: localTime(ended.at) }]),
      ...(flagged === null ? [] : [{ label: t('Held if flagged'), text: heldWords(flagged, t).text }]),
      ...(sent.by === undefined ? [] : [{ label: t('Asked by'), text: sent.by }]),
      { label: t('Host'), text: `${sent.host}${sent.endpoint}` },
      { label: t('Request id'), text: ended?.requestId ?? t('none given') },
      { label: t('HMAC-SHA-256 of the bytes'), text: sent.digest },
    ],
  };
}

function laneView(lane: Lane, name: string, today: string, catalogue: Catalogue, t: Translate): LaneView {
  const { to, entries, worst, flagged, held, spans, sends } = lane;
  const over = worst.is === 'until' && worst.day < today;
  const words = heldWords(worst, t);
  const summary = over
    ? t('nothing held any more, since {0}', words.text)
    : worst.is === 'until'
      ? t('held until {0} at most', words.text)
      : worst.is === 'open'
        ? t('held: {0}', words.text)
        : words.text;
  const ifFlagged = flagged === null ? '' : t('; if flagged: {0}', heldWords(flagged, t).text);
  return {
    to,
    name,
    tone: over ? 'good' : words.tone,
    summary: summary + ifFlagged,
    counts:
      entries.length === 1
        ? t('1 request, {0} may still be held', held.length)
        : t('{0} requests, {1} may still be held', entries.length, held.length),
    spans: spans.map(({ from, to: end, requests }) => ({
      from,
      to: end,
      text: t(
        '{0} to {1}: {2} requests',
        dayOf(from),
        end === null ? t('no day known') : dayOf(end - 1),
        requests,
      ),
    })),
    sends: [...sends],
    todo: todoOf(lane, catalogue, t),
  };
}

function filtersOf(
  lanes: readonly Lane[],
  names: ReadonlyMap<string, string>,
  t: Translate,
): LedgerView['filters'] {
  const found = {
    none: t('Nothing found'),
    'let-through': t('Something sent as it is'),
  };
  return {
    to: lanes.map(({ to }) => ({ value: to, label: names.get(to) ?? to })),
    found: CLASSES.map((value) => ({
      value,
      label: value === 'none' || value === 'let-through' ? found[value] : className(value, t),
    })),
    ending: ENDINGS.map((value) => ({ value, label: endingName(value, t) })),
    days: [
      { value: '1', label: t('Last 24 hours') },
      { value: '7', label: t('Last 7 days') },
      { value: '30', label: t('Last 30 days') },
      { value: '365', label: t('Last 365 days') },
    ],
  };
}

function columnOf(id: LedgerColumn, t: Translate): LedgerView['columns'][number] {
  const words: Record<LedgerColumn, readonly [label: string, up: string, down: string]> = {
    when: [t('Sent'), t('oldest first'), t('newest first')],
    destination: [t('Destination'), t('A to Z'), t('Z to A')],
    found: [t('Found'), t('fewest first'), t('most first')],
    held: [t('Held until'), t('shortest first'), t('longest first')],
    ending: [t('Ended'), t('A to Z'), t('Z to A')],
    bytes: [t('Size'), t('smallest first'), t('largest first')],
  };
  const [label, up, down] = words[id];
  return { id, label, ascending: `${label}, ${up}`, descending: `${label}, ${down}` };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
