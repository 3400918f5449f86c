import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { asideBy, type Aside, type AsideReply, type RemoteAside } from '../../../src/detect/aside.ts';
import type { Detector } from '../../../src/detect/detector.ts';
import { detectorsFor } from '../../../src/detect/detectors-for.ts';
import { surveyOf } from '../../../src/detect/engine/behind.ts';
import { kindOf } from '../../../src/detect/kinds.ts';
import { PERSONAL_RULES } from '../../../src/detect/personal.ts';
import { personalTable } from '../../../src/detect/engine/personal-table.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { Places } from '../../../src/detect/survey/places.ts';
import { surveyOfLiterals } from '../../../src/detect/survey/survey.ts';
import { findAside, scanText } from '../../../src/detect/scan-text.ts';
import { superviseScanner } from '../../../src/detect/supervise.ts';
import { spawnAsideThread, spawnScanThread } from '../../../src/host/thread.ts';
import { AWS_SECRET, CARD, EMAIL, githubToken, SSN } from '../made-up.ts';

const REAL = new URL('../../../src/host/scan-thread.ts', import.meta.url);
const MISBEHAVING = new URL('../../fixtures/threads/aside-misbehaving.ts', import.meta.url);
const FIXTURES = join(import.meta.dirname, '../../fixtures');

const with2 =
  (detectors: readonly Detector[]): Aside =>
  (text) => {
    let tell: (literals: Places) => void = () => undefined;
    const literals = new Promise<Places>((resolve) => (tell = resolve));
    return { lists: findAside(text, detectors, literals), tell };
  };

async function assertSame(text: string, detectors = DETECTORS, aside = with2(detectors)): Promise<void> {
  assert.deepEqual(await scanText(text, detectors, aside), await scanText(text, detectors));
}

/** A second thread in this one, which answers as it is told; `posted` waits for the next question. */
function remote(onPost: (id: number, answer: (reply: AsideReply) => void, exit: () => void) => void): {
  readonly spawn: () => RemoteAside;
  readonly asked: readonly number[];
  readonly posted: () => Promise<void>;
} {
  const asked: number[] = [];
  let tell: () => void = () => undefined;
  const spawn = (): RemoteAside => {
    let answer: (reply: AsideReply) => void = () => undefined;
    let exit: () => void = () => undefined;
    return {
      post(request) {
        if (!('aside' in request)) return;
        const { id } = request;
        asked.push(id);
        onPost(id, answer, exit);
        tell();
      },
      onReply: (listener) => void (answer = listener),
      onExit: (listener) => void (exit = listener),
    };
  };
  return { spawn, asked, posted: () => new Promise((resolve) => (tell = resolve)) };
}

const texts = globSync('**/*.{txt,ts,py,yaml,json,md,sh,sql,xml,csv}', { cwd: FIXTURES })
  .sort()
  .map((file) => readFileSync(join(FIXTURES, file), 'utf8'));

const PIECES: readonly string[] = [
  EMAIL,
  CARD,
  SSN,
  AWS_SECRET,
  githubToken(),
  'Falcon',
  '\ufeff',
  '%41',
  '\\u0041',
  '"\n+ "',
  'Name: Maria Lopez\n',
  'name,mail\nMaria Lopez,m@brightparcel.io\n',
  'call Mr. Delgado ',
  '> > ',
  Buffer.from(`password=${AWS_SECRET} and ${EMAIL}`).toString('base64'),
  `${EMAIL}\n`.repeat(3_000),
];

describe('asideBy', () => {
  it('finds the same in two threads as in one, in all there are cases of', async function () {
    this.timeout(120_000);
    assert.ok(texts.length > 100);
    const long: string[] = [];
    for (const text of texts) {
      const last = long.at(-1);
      if (last === undefined || last.length > 60_000) long.push(text);
      else long[long.length - 1] = `${last}\n${text}`;
    }
    for (const text of long) await assertSame(text);
  });

  it('finds the same in whatever is put together of them, under settings too', async function () {
    this.timeout(60_000);
    const tuned = detectorsFor({
      kinds: { email: 'critical', 'person-name': 'off', 'github-token': 'low' },
      terms: ['Falcon'],
      known: [{ value: AWS_SECRET, key: 'k', file: '.env' }],
    });
    const piece = fc.oneof(
      fc.constantFrom(...PIECES),
      fc.constantFrom(...texts).map((text) => text.slice(0, 400)),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        await assertSame(pieces.join(' '));
        await assertSame(pieces.join(''), tuned);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves to the second thread what finds no secrets, and only what its part of a survey has', async () => {
    for (const { kinds } of PERSONAL_RULES)
      for (const kind of kinds) assert.notEqual(kindOf(kind).class, 'secret', kind);
    for (const text of [...texts, ...PIECES])
      for (const { kind } of await personalTable.find(text))
        assert.notEqual(kindOf(kind).class, 'secret', kind);
    assert.throws(() => surveyOf('a text', 'aside').literals, RangeError);
    assert.throws(() => surveyOf('a text', 'others').labels, RangeError);
    assert.throws(() => surveyOfLiterals(new Places()).labels, RangeError);
    for (const aside of ['by itself', 'by literals'] as const) {
      const wrong = DETECTORS.map((detector) => ({ ...detector, aside }));
      await assert.rejects(findAside(EMAIL, wrong, new Places()), { reason: 'rule-failed' });
    }
  });

  it('is not waited for while it starts, nor asked for short texts', async () => {
    let there: () => void = () => undefined;
    const { spawn, asked, posted } = remote((id, answer) => (there = () => answer({ id, each: [] })));
    const aside = asideBy(spawn, 10);
    assert.equal(aside('short'), undefined);
    assert.equal(aside('long enough'), undefined);
    await posted();
    assert.equal(aside('long enough'), undefined);
    there();
    assert.ok(aside('long enough')?.lists instanceof Promise);
    assert.equal(aside('short'), undefined);
    assert.deepEqual(asked, [0, 1]);
  });

  it('goes on without one that cannot be started', async () => {
    let tries = 0;
    let tried: () => void = () => undefined;
    const impossible = asideBy(() => {
      tries += 1;
      tried();
      throw new Error('no thread');
    }, 0);
    assert.equal(impossible('text'), undefined);
    await new Promise<void>((resolve) => (tried = resolve));
    assert.equal(impossible('text'), undefined);
    const { spawn, asked, posted } = remote((_id, _answer, exit) => exit());
    const dies = asideBy(spawn, 0);
    assert.equal(dies('text'), undefined);
    await posted();
    assert.equal(dies('text'), undefined);
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual([tries, asked], [1, [0]]);
  });

  it('refuses a text whose second thread dies over it, and starts another for the next', async () => {
    const { spawn, asked, posted } = remote((id, answer, exit) =>
      id === 0 ? answer({ id, each: [] }) : exit(),
    );
    const aside = asideBy(spawn, 0);
    assert.equal(aside('text'), undefined);
    await posted();
    await assert.rejects(scanText(EMAIL, DETECTORS, aside), { name: 'ScanFailure', reason: 'scanner-died' });
    assert.equal(aside('text'), undefined);
    await posted();
    assert.deepEqual(asked, [0, 1, 0]);
  });

  it('refuses a text of which the second thread says too little, or that it failed', async () => {
    const replies: AsideReply[] = [
      { id: 1, each: [] },
      { id: 1, each: DETECTORS.map(() => []) },
      { id: 1, failure: 'rule-failed' },
    ];
    for (const reply of replies) {
      const { spawn, posted } = remote((id, answer) => answer(id === 0 ? { id, each: [] } : reply));
      const aside = asideBy(spawn, 0);
      aside('text');
      await posted();
      await assert.rejects(scanText(EMAIL, DETECTORS, aside), { reason: 'rule-failed' });
    }
  });

  for (const [words, reason] of [
    ['die', 'scanner-died'],
    ['say nothing', 'deadline'],
  ] as const) {
    it(`fails a scan when the second thread is to ${words}, and does the next`, async function () {
      this.timeout(120_000);
      const { scan, dispose } = superviseScanner({
        spawn: () => spawnScanThread(MISBEHAVING),
        deadline: (units) => (units > EMAIL.length ? 1_500 : 60_000),
      });
      assert.equal((await scan([EMAIL]))[0]?.[0]?.kind, 'email');
      await assert.rejects(scan([`${words} ${EMAIL}`]), { reason });
      assert.equal((await scan([EMAIL]))[0]?.[0]?.kind, 'email');
      dispose();
    });
  }

  it('works with a thread of its own, which says the same', async function () {
    this.timeout(60_000);
    let hear: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (hear = resolve));
    const aside = asideBy(() => {
      const thread = spawnAsideThread(String(REAL), {});
      return {
        ...thread,
        onReply: (listener) =>
          thread.onReply((reply) => {
            listener(reply);
            hear();
          }),
      };
    }, 0);
    assert.equal(aside('first'), undefined);
    await there;
    const text = `${EMAIL}, ${CARD}: Maria Lopez\n${githubToken()}\n\ud800`.repeat(20);
    assert.ok(aside(text)?.lists instanceof Promise);
    await assertSame(text, DETECTORS, aside);
    const { scan, dispose } = superviseScanner({
      spawn: () => spawnScanThread(REAL),
      deadline: () => 50_000,
    });
    const long = text.repeat(40);
    for (let i = 0; i < 3; i++)
      assert.deepEqual((await scan([long]))[0], await scanText(long, DETECTORS), String(i));
    dispose();
  });
});
