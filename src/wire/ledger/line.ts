/** The lines of the ledger: one when a request is handed to the network, one when it has ended. */
import * as v from 'valibot';
import type { FindingClass } from '../../detect/finding.ts';
import type { Receipt } from '../receipt.ts';
import type { Outcome } from './ledger.ts';

/** Of the lines this version writes. A higher one is a newer version's, and left alone. */
export const LEDGER_VERSION = 1;

/** In UTF-16 code units; a line is written at once, so that those of several windows do not mix. */
const LONGEST_LINE = 16_384;

const word = v.pipe(v.string(), v.maxLength(300));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.transform((text) => Date.parse(text)),
  v.check((at) => !Number.isNaN(at)),
);

/** As records, so that none there is can be forgotten. */
const HOW: Readonly<Record<Outcome['how'], true>> = {
  complete: true,
  length: true,
  'tool-calls': true,
  filtered: true,
  stopped: true,
  failed: true,
};
const CLASSES: Readonly<Record<FindingClass, true>> = {
  secret: true,
  pii: true,
  internal: true,
  path: true,
  opaque: true,
};

const held = v.variant('is', [
  v.object({ is: v.literal('nothing') }),
  v.object({ is: v.literal('until'), day }),
  v.object({
    is: v.literal('open'),
    why: v.picklist(['limited', 'until-deleted', 'indefinite', 'unknown']),
  }),
]);

const SentLine = v.object({
  type: v.literal('sent'),
  id,
  at: time,
  to: word,
  provider: v.nullable(word),
  model: word,
  by: v.exactOptional(word),
  host: word,
  format: word,
  endpoint: word,
  bytes: count,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  redacted: count,
  letThrough: count,
  findings: v.pipe(
    v.array(
      v.object({
        class: v.picklist(keysOf(CLASSES)),
        redacted: count,
        letThrough: count,
      }),
    ),
    v.maxLength(10),
    v.readonly(),
  ),
  facts: v.pipe(
    v.array(
      v.object({
        fact: v.picklist([
          'training',
          'retention',
          'humanReview',
          'passThrough',
          'region',
          'metadataLogging',
        ]),
        value: word,
        firm: v.picklist(['firm', 'conditional', 'contradictory', 'assumed', 'unknown']),
        src: v.nullable(word),
        asOf: v.nullable(day),
      }),
    ),
    v.maxLength(200),
    v.readonly(),
  ),
  held: v.object({ content: held, flagged: v.nullable(held) }),
});

const EndedLine = v.object({
  type: v.literal('ended'),
  id,
  at: time,
  how: v.picklist(keysOf(HOW)),
  reason: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,40}$/))),
  sent: v.picklist(['no', 'yes', 'unknown']),
  status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(999))),
  requestId: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9:._-]{1,100}$/))),
});

const Line = v.variant('type', [SentLine, EndedLine]);
const OfAnyVersion = v.looseObject({ v: v.pipe(v.number(), v.integer(), v.minValue(1)) });

export type SentEntry = Omit<v.InferOutput<typeof SentLine>, 'type'>;
export type EndedEntry = Omit<v.InferOutput<typeof EndedLine>, 'type' | 'id'>;

/** A line as it was read: what it says, or why it says nothing. */
export type ReadLine = v.InferOutput<typeof Line> | { readonly type: 'newer' | 'damaged' };

/** The line of a request that is about to be sent. Of a policy with too many facts for a line, the first are kept. */
export function sentLine(receipt: Receipt): string {
  const line = (facts: Receipt['facts']): string =>
    JSON.stringify({
      v: LEDGER_VERSION,
      type: 'sent',
      ...receipt,
      at: new Date(receipt.at).toISOString(),
      facts,
    });
  let { facts } = receipt;
  while (facts.length > 0 && line(facts).length > LONGEST_LINE) facts = facts.slice(0, facts.length >> 1);
  return line(facts);
}

/** The line of a request that has ended; `id` is that of its receipt. */
export function endedLine(of: string, { at, how, reason, sent, status, requestId }: Outcome): string {
  return JSON.stringify({
    v: LEDGER_VERSION,
    type: 'ended',
    id: of,
    at: new Date(at).toISOString(),
    how,
    ...(reason !== undefined && { reason }),
    sent,
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
  });
}

/** Reads a line; it never throws. */
export function readLine(text: string): ReadLine {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { type: 'damaged' };
  }
  const version = v.safeParse(OfAnyVersion, written);
  if (!version.success) return { type: 'damaged' };
  if (version.output.v > LEDGER_VERSION) return { type: 'newer' };
  const line = v.safeParse(Line, written);
  return line.success ? line.output : { type: 'damaged' };
}

function keysOf<Key extends string>(record: Readonly<Record<Key, true>>): Key[] {
  return Object.keys(record) as Key[];
}
