import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { after, before, describe, it } from 'mocha';
import { type Airlock, createAirlock } from '../../../src/airlock.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { createLoopbackFetch } from '../../../src/host/loopback-fetch.ts';
import { loadCatalogue } from '../../../src/policy/catalogue.ts';
import { type Sent, WireFault } from '../../../src/wire/fault.ts';
import type { Ledger } from '../../../src/wire/ledger/ledger.ts';
import { type Patience, patienceWith, REAL_TIMERS, type Timers } from '../../../src/wire/patience.ts';
import type { Route } from '../../../src/wire/route.ts';
import { Stopped } from '../../../src/wire/stopped.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import {
  type Behaviour,
  type FaultServer,
  freePort,
  head,
  startFaultServer,
} from '../../servers/fault-server.ts';
import { plainScan } from '../airlock/opened.ts';
import { findsNothing } from './faults/sending.ts';
import { type Spoken, SPOKEN } from './faults/spoken.ts';
import { receiptKeyOf } from '../../../src/host/receipt-key.ts';

const SENDS = 2_000;
const AT_ONCE = 6;
const SEED = 20_261_121;
const SECRET = 'maria.keller@fabrikam-parts.de';
const RECEIPT_KEY = Buffer.from('the key of receipts, made up for this test');
const STREAM = head(200, { 'content-type': 'text/event-stream' });

/** Marsaglia's xorshift (2003): the same faults each time, so that one that is found can be found again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What befalls a send, and how it has to end. */
interface Fate {
  /** How often, beside the others. */
  readonly weight: number;
  readonly server?: (spoken: Spoken, answer: string) => Behaviour;
  /** The reason it ends with; an answer where there is none, and anything where it is stopped. */
  readonly ends?: string;
  /** Nobody listens, each time or the first time. */
  readonly refused?: 'always' | 'once';
  /** When it is stopped: once it has arrived, once some of the answer is there, or after so many milliseconds at most. */
  readonly stop?: 'arrived' | 'answered' | number;
  /** What it is that patience is at an end with; everything else is waited for, however slow this machine is. */
  readonly limits?: Partial<Patience>;
}

const says = (...pieces: string[]): Behaviour => ({ does: 'write', pieces, last: 'end' });
const whole = ({ begin, text, end }: Spoken, answer: string): Behaviour =>
  says(STREAM, begin, text(answer.slice(0, 9)), text(answer.slice(9)), end);
const half =
  (last: 'end' | 'reset' | 'hold') =>
  ({ begin, text }: Spoken, answer: string): Behaviour => ({
    does: 'write',
    // In one piece, so that no part of it is late on a machine that is busy.
    pieces: [STREAM + begin + text(answer)],
    last,
  });
const status = (code: number, reason: string): Fate => ({
  weight: 1,
  server: () => says(head(code, { 'retry-after': '1' }), 'no'),
  ends: reason,
});

const FATES: readonly Fate[] = [
  { weight: 20, server: whole },
  status(400, 'bad-request'),
  status(401, 'key-refused'),
  status(429, 'rate-limited'),
  status(500, 'server-error'),
  status(529, 'overloaded'),
  status(307, 'redirected'),
  { weight: 2, server: () => ({ does: 'reset' }), ends: 'connection-lost' },
  { weight: 2, server: half('end'), ends: 'cut-off' },
  { weight: 1, server: half('reset'), ends: 'cut-off' },
  { weight: 1, server: half('hold'), ends: 'stalled', limits: { betweenChunks: 40 } },
  { weight: 1, server: () => ({ does: 'silence' }), ends: 'no-first-byte', limits: { firstByte: 40 } },
  { weight: 1, server: ({ errorEvent }) => says(STREAM, errorEvent), ends: 'error-in-answer' },
  { weight: 1, server: ({ begin, garbled }) => says(STREAM, begin, garbled), ends: 'broken-stream' },
  { weight: 1, server: () => says(head(200, { 'content-type': 'text/html' }), '<html>'), ends: 'web-page' },
  {
    weight: 1,
    server: ({ begin, text }) => ({ does: 'pour', head: STREAM + begin, piece: text('x'.repeat(2_000)) }),
    ends: 'answer-too-long',
    limits: { longestAnswer: 100_000 },
  },
  { weight: 2, refused: 'always', ends: 'refused' },
  { weight: 2, refused: 'once', server: whole },
  { weight: 1, server: () => ({ does: 'silence' }), stop: 'arrived' },
  { weight: 1, server: half('hold'), stop: 'answered' },
  { weight: 3, server: whole, stop: 4 },
];

/** How a send ended. */
interface Ended {
  readonly id: number;
  readonly fate: Fate;
  /** The digest on its receipt, where it has one. */
  readonly digest: string | undefined;
  readonly answer: string;
  readonly reason: string | undefined;
  readonly sent: Sent;
}

describe('two thousand sends with faults', () => {
  const random = seeded(SEED);
  const timers: Timers = {
    ...REAL_TIMERS,
    // The pauses between tries are there, and are over at once.
    after: (milliseconds, run) => REAL_TIMERS.after(milliseconds < 5_000 ? 0 : milliseconds, run),
  };
  /** Digests of what the server was sent, by the id in it; twice where it came twice. */
  const arrived: { readonly id: number; readonly digest: string }[] = [];
  const ended: Ended[] = [];
  const refusedOnce = new Set<number>();
  const stops = new Map<number, AbortController>();
  const fateOf = new Map<number, { readonly fate: Fate; readonly spoken: Spoken }>();
  /** What the ledger holds, by the ids of its entries. */
  const lines = new Map<string, { readonly digest: string; sent?: Sent }>();
  const ledger: Ledger = {
    async begin({ id, digest }) {
      lines.set(id, { digest });
    },
    async end(id, { sent }) {
      const line = lines.get(id);
      assert.ok(line && line.sent === undefined, 'an end without a beginning, or a second one');
      line.sent = sent;
    },
  };
  const heaps: number[] = [];
  let server: FaultServer;
  let nobody = 0;
  let quick: Airlock;
  let careful: Airlock;
  let sawSecret = false;

  before(async function () {
    // A quarter of that where nothing else goes on.
    this.timeout(120_000);
    server = await startFaultServer();
    nobody = await freePort();
    server.behave(behaviourFor);
    quick = open(findsNothing);
    careful = open(rememberScans(plainScan));
    const collect = collector();
    const fates = FATES.flatMap((fate) => Array<Fate>(fate.weight).fill(fate));
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < SENDS) {
        next += 1;
        const id = next;
        const fate = fates[Math.floor(random() * fates.length)];
        const spoken = SPOKEN[Math.floor(random() * SPOKEN.length)];
        assert.ok(fate && spoken);
        fateOf.set(id, { fate, spoken });
        ended.push(await sendOne(id, fate, spoken));
        fateOf.delete(id);
        if (ended.length === 500 || ended.length === SENDS) heaps.push(collect());
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  });
  after(() => server.close());

  function open(scan: typeof findsNothing): Airlock {
    const loopback = createLoopbackFetch();
    let sends = 0;
    const either: typeof fetch = (input, init) => {
      const id = idIn(typeof init?.body === 'string' ? init.body : '');
      if (fateOf.get(id)?.fate.refused === 'once' && !refusedOnce.has(id)) {
        refusedOnce.add(id);
        const refused = Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' });
        return Promise.reject(new TypeError('fetch failed', { cause: refused }));
      }
      sends += 1;
      return (sends % 2 === 0 ? fetch : loopback)(input, init);
    };
    return createAirlock({
      scan,
      catalogue: loadCatalogue(),
      transport(request, signal) {
        const limits = fateOf.get(idIn(request.body.text))?.fate.limits;
        const patience = { ...patienceWith(true), ...limits };
        return networkTransport(either, { patience: () => patience })(request, signal);
      },
      timers,
      ledger,
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: () => Promise.resolve(receiptKeyOf(RECEIPT_KEY)),
    });
  }

  function routeTo(port: number, { format }: Spoken): Route {
    const baseUrl = `http://127.0.0.1:${port}/v1`;
    const route = customRoute(
      { name: 'loop', baseUrl, model: 'm', key: false, policyOf: 'deepinfra' },
      false,
    );
    return { ...route, target: { ...route.target, format } };
  }

  function behaviourFor(body: string): Behaviour {
    const id = idIn(body);
    arrived.push({ id, digest: createHmac('sha256', RECEIPT_KEY).update(body).digest('hex') });
    server.bodies.length = 0;
    sawSecret ||= body.includes(SECRET);
    const known = fateOf.get(id);
    if (known?.fate.stop === 'arrived') setImmediate(() => stops.get(id)?.abort());
    // One that was stopped while it was on its way is nobody's any more.
    return known?.fate.server?.(known.spoken, answerTo(id)) ?? { does: 'reset' };
  }

  async function sendOne(id: number, fate: Fate, spoken: Spoken): Promise<Ended> {
    const airlock = id % 10 === 0 ? careful : quick;
    const abort = new AbortController();
    stops.set(id, abort);
    let digest: string | undefined;
    let answer = '';
    const said = (reason: string | undefined, sent: Sent): Ended => ({
      id,
      fate,
      digest,
      answer,
      reason,
      sent,
    });
    try {
      const port = fate.refused === 'always' ? nobody : server.port;
      const text = `<${id}> ${airlock === careful ? `write to ${SECRET}` : 'write'}`;
      const review = await airlock.review(airlock.newConversation(), routeTo(port, spoken), [
        { role: 'user', text },
      ]);
      const cleared = await airlock.clear(review, airlock === careful ? 'redacted' : 'as-decided');
      if (typeof fate.stop === 'number') setTimeout(() => abort.abort(), random() * fate.stop);
      for await (const event of airlock.send(cleared, { key: undefined, signal: abort.signal })) {
        if (event.type === 'leaving') {
          assert.equal(digest, undefined, 'a second receipt');
          digest = event.receipt.digest;
        } else if (event.type === 'answer') {
          for (const one of event.segments) answer += 'standIn' in one ? one.standIn.value : one.text;
          if (fate.stop === 'answered') abort.abort();
        }
      }
      return said(undefined, 'yes');
    } catch (error) {
      if (error instanceof Stopped) return said('stopped', error.sent);
      if (error instanceof WireFault) return said(error.reason, error.sent);
      throw error;
    } finally {
      stops.delete(id);
    }
  }

  it('end each as they have to, with all of the answer that came', () => {
    assert.equal(ended.length, SENDS);
    for (const { id, fate, reason, answer } of ended) {
      const what = `send ${id}: ${reason}`;
      if (typeof fate.stop === 'number') assert.ok(reason === undefined || reason === 'stopped', what);
      else assert.equal(reason, fate.stop === undefined ? fate.ends : 'stopped', what);
      const mine = id % 10 === 0 ? answerTo(id).replaceAll('EMAIL_1', SECRET) : answerTo(id);
      if (reason === undefined || reason === 'stalled') assert.equal(answer, mine, what);
      else if (reason !== 'answer-too-long') assert.ok(mine.startsWith(answer), what);
    }
  });

  it('send nothing twice, and nothing of which it is said that it did not leave', () => {
    const ids = arrived.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const kept = new Set(ended.filter(({ sent }) => sent === 'no').map(({ id }) => id));
    assert.ok(kept.size > 50);
    assert.deepEqual(
      ids.filter((id) => kept.has(id)),
      [],
    );
    const gone = ended.filter(({ sent }) => sent === 'yes').map(({ id }) => id);
    assert.deepEqual(
      gone.filter((id) => !ids.includes(id)),
      [],
    );
    assert.ok(!sawSecret);
  });

  // What else keeps a record of what left, such as the ledger, is compared by a line here: its digests, in any order.
  const records: Readonly<Record<string, () => readonly (string | undefined)[]>> = {
    receipts: () => ended.map(({ digest }) => digest),
    // Of each try that left, or may have.
    ledger: () => [...lines.values()].filter(({ sent }) => sent !== 'no').map(({ digest }) => digest),
  };
  for (const [name, digests] of Object.entries(records)) {
    it(`leave ${name} that agree with the server line by line`, () => {
      const recorded = digests().filter((digest) => digest !== undefined);
      assert.equal(new Set(recorded).size, recorded.length);
      const log = arrived.map(({ digest }) => digest);
      assert.deepEqual(
        log.filter((digest) => !recorded.includes(digest)),
        [],
        'arrived without a record',
      );
      // What may have left is recorded as well; the server does not know all of it.
      const perhaps = new Set(ended.filter(({ sent }) => sent === 'unknown').map(({ digest }) => digest));
      assert.deepEqual(
        recorded.filter((digest) => !log.includes(digest) && !perhaps.has(digest)),
        [],
        'recorded and never arrived',
      );
    });
  }

  it('leave a ledger in which every line has its end', () => {
    assert.ok(lines.size > SENDS / 2);
    assert.deepEqual(
      [...lines.values()].filter(({ sent }) => sent === undefined),
      [],
    );
  });

  it('keep no memory', () => {
    const [early = 0, late = 0] = heaps;
    assert.ok(late < early * 1.25, `${early} bytes after 500 sends, ${late} after ${SENDS}`);
  });
});

function idIn(body: string): number {
  return Number(/<(\d+)>/.exec(body)?.[1] ?? -1);
}

function answerTo(id: number): string {
  return `Answer ${id} to EMAIL_1, and so on.`;
}

/** Bytes in use once all that nobody holds is gone. */
function collector(): () => number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  return () => {
    gc();
    gc();
    return process.memoryUsage().heapUsed;
  };
}
