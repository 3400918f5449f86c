/**
 * What the redaction costs, beside the budgets of the design. Prints; asserts nothing. `--only WORD` runs the parts whose
 * title holds the word.
 */
import { spawnSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { OutgoingMessage } from '../../src/airlock.ts';
import type { Finding } from '../../src/detect/finding.ts';
import { rememberScans } from '../../src/detect/remember.ts';
import { DETECTORS } from '../../src/detect/rules.ts';
import { scanText } from '../../src/detect/scan-text.ts';
import { redactTexts } from '../../src/redact/redact.ts';
import { createRestorer, restoreText } from '../../src/redact/restore.ts';
import { Vault } from '../../src/redact/vault.ts';
import { coreWait } from '../provision/core-wait.ts';
import { cpuTime } from '../provision/cpu-time.ts';
import { catalogued, open, plainScan } from '../unit/airlock/opened.ts';
import { scannerInThreads } from './clock.ts';
import { sampleText } from './corpus.ts';
import { CASE_NAMES } from './redact-growth.ts';
import { answerWith, denseText, proseText } from './redact-texts.ts';

const KB = 1024;
const MB = 1024 * KB;

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(44) : cell.padStart(12))).join(''));
}

/** `pass` or `over`, beside what was asked. */
function beside(value: number, budget: number, sense: 'at most' | 'at least', unit: string): string[] {
  const kept = sense === 'at most' ? value <= budget : value >= budget;
  return [`${sense} ${budget} ${unit}`.padStart(18), kept ? 'pass' : 'OVER'];
}

interface Times {
  /** By the clock, in milliseconds, the shortest first. */
  readonly sorted: readonly number[];
  /** Those in which no thread waited for a core that was taken. */
  readonly unhindered: readonly number[];
  /** For how many of them the processor was at work, on average: what counts where others have the machine as well. */
  readonly atWork: number;
}

/** A shorter wait for a core, of all threads together, is none, in milliseconds. */
const NO_WAIT = 0.5;

/** How long each of so many runs takes; a quarter of them, in which code is compiled, is not counted. */
async function timesOf(runs: number, run: (n: number) => unknown): Promise<Times> {
  const times: number[] = [];
  const unhindered: number[] = [];
  const warm = runs >> 2;
  let atWork = 0;
  for (let n = 0; n < runs; n++) {
    const waited = coreWait();
    const from = cpuTime();
    const start = performance.now();
    await run(n);
    const time = performance.now() - start;
    const used = cpuTime() - from;
    if (n < warm) continue;
    times.push(time);
    atWork += used;
    if ((coreWait() ?? Infinity) - (waited ?? 0) < NO_WAIT) unhindered.push(time);
  }
  const inOrder = (all: readonly number[]): number[] => all.toSorted((a, b) => a - b);
  return { sorted: inOrder(times), unhindered: inOrder(unhindered), atWork: atWork / times.length };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param apart whether those runs are told as well in which no thread waited for a core. */
async function latency(
  name: string,
  budget: number | undefined,
  runs: number,
  run: (n: number) => unknown,
  apart = false,
): Promise<void> {
  const { sorted, unhindered, atWork } = await timesOf(runs, run);
  const rows: readonly (readonly [string, readonly number[], string])[] = [
    [name, sorted, `${atWork.toFixed(2)} ms`],
    [`  the ${unhindered.length} of ${sorted.length} without a wait for a core`, unhindered, ''],
  ];
  for (const [title, times, work] of apart && unhindered.length > 0 ? rows : rows.slice(0, 1)) {
    const p95 = percentile(times, 0.95);
    const cells = [percentile(times, 0.5), p95].map((time) => `${time.toFixed(2)} ms`);
    row(title, work, ...cells, ...(budget === undefined ? [] : beside(p95, budget, 'at most', 'ms')));
  }
}

const HEAD = ['', 'at work', 'p50', 'p95', '  budget (p95)'];

async function dense(): Promise<void> {
  const texts = Array.from({ length: 8 }, (_, seed) => denseText(100 * KB, seed));
  const textOf = (n: number): string => texts[n % texts.length] ?? '';
  const found = await Promise.all(texts.map((text) => scanText(text, DETECTORS)));
  row(...HEAD);
  console.log(`  (${found.map((list) => list.length).join(', ')} findings)`);
  const redacted = (n: number, findings: readonly Finding[] = found[n % texts.length] ?? []): unknown =>
    redactTexts([{ text: textOf(n), findings, writtenBy: 'person' }], new Vault());
  // As in the product: the scan is in threads of its own, which a long text has two of.
  const scanner = scannerInThreads();
  await latency('scan and redact', 15, 400, async (n) => redacted(n, await scanner.scan(textOf(n))), true);
  await latency('  of it the scan, in its threads', undefined, 200, (n) => scanner.scan(textOf(n)));
  await latency('  of it the redaction', undefined, 200, (n) => redacted(n));
  scanner.close();
  await latency('the scan in one thread', undefined, 200, (n) => scanText(textOf(n), DETECTORS));
}

const user = (text: string): OutgoingMessage => ({ role: 'user', text });

async function prompt(): Promise<void> {
  row(...HEAD);
  const route = catalogued('dry-run');
  // Nothing of one prompt is known from another one: each is a conversation of its own with a scan of its own text.
  const prompts = (make: (n: number) => string) => async (n: number) => {
    const airlock = open(plainScan);
    const review = await airlock.review(airlock.newConversation(), route, [user(make(n))]);
    await airlock.clear(review, 'redacted');
  };
  const few = (n: number): string =>
    `${proseText(3_900, n)} Write to user${n}@brightparcel.io or +49 30 9018207${n % 10}.`;
  await latency('prose with two findings', 2, 400, prompts(few));
  await latency(
    'prose with none',
    2,
    400,
    prompts((n) => proseText(4 * KB, n)),
  );
  await latency(
    'dense with secrets',
    undefined,
    400,
    prompts((n) => denseText(4 * KB, n)),
  );
}

/** What a request of 1 MB costs that nobody looks at: written by the client, parsed by the gate, and signed for the receipt. */
async function unlooked(): Promise<void> {
  const messages = Array.from({ length: 200 }, (_, n) => ({ role: 'user', content: proseText(5_100, n) }));
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  await latency('not looked at: written, parsed, signed', undefined, 80, async () => {
    const body = JSON.stringify({ messages });
    JSON.parse(body);
    await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body));
  });
}

async function session(): Promise<void> {
  row(...HEAD);
  await unlooked();
  const route = catalogued('dry-run');
  for (const everyNth of [0, 10, 2]) {
    const airlock = open(rememberScans(plainScan));
    const conversation = airlock.newConversation();
    const turn = (n: number): OutgoingMessage => ({
      role: n % 2 === 0 ? 'user' : 'assistant',
      text:
        everyNth > 0 && n % everyNth === 0
          ? `${denseText(500, n)}${proseText(4_600, n)}`
          : proseText(5_100, n),
    });
    const before = Array.from({ length: 200 }, (_, n) => turn(n));
    const next = async (n: number): Promise<void> => {
      const review = await airlock.review(conversation, route, [...before, turn(1_000 + 2 * n)]);
      const cleared = await airlock.clear(review, 'redacted');
      for await (const _ of airlock.send(cleared, { key: undefined, signal: new AbortController().signal })) {
        // A rehearsal: the gate looks, nothing leaves.
      }
    };
    const name =
      everyNth === 0
        ? 'nothing found'
        : `found in ${everyNth === 2 ? 'all a person wrote' : `every ${everyNth}th turn`}`;
    // A conversation of 200 turns has sent a hundred requests before: those are not counted.
    await latency(`${name}, to past the gate`, 5, 400, next, true);
  }
}

/** Megabytes in a second over a text cut into chunks of those sizes in turn. */
function speed(vault: Vault, text: string, sizes: readonly number[]): number {
  const chunks: string[] = [];
  for (let at = 0, n = 0; at < text.length; n++) {
    const size = sizes[n % sizes.length] ?? text.length;
    chunks.push(structuredClone(text.slice(at, at + size)));
    at += size;
  }
  let rounds = 0;
  let start = 0;
  for (let warm = 0; warm < 4; warm++) {
    if (warm === 2) start = cpuTime();
    do {
      const restorer = createRestorer(vault);
      for (const chunk of chunks) restorer.push(chunk);
      restorer.end();
      if (warm >= 2) rounds += 1;
    } while (warm >= 2 && cpuTime() - start < 200 * (warm - 1));
  }
  return (text.length * rounds) / MB / ((cpuTime() - start) / 1_000);
}

function streaming(): void {
  const vault = new Vault();
  for (let n = 0; n < 500; n++) vault.standInFor(`user${n}@brightparcel.io`, 'email');
  const names = vault.standIns().map(({ name }) => name);
  const texts: Readonly<Record<string, string>> = {
    'plain prose': proseText(2 * MB, 1),
    code: sampleText('code', 2 * MB),
    'dense with stand-ins': answerWith(names, 2 * MB),
    'one stand-in, over and over': 'EMAIL_1 '.repeat((4 * MB) / 8),
    'one stand-in, nothing between': 'EMAIL_1'.repeat((4 * MB) / 8),
  };
  const cuts: readonly (readonly [string, readonly number[]])[] = [
    ['1 to 64', Array.from({ length: 97 }, (_, n) => 1 + ((n * 37) % 64))],
    ['4 KB', [4 * KB]],
  ];
  row('text', 'chunks', 'MB/s', 'budget');
  for (const [name, text] of Object.entries(texts)) {
    for (const [cut, sizes] of cuts) {
      const rate = speed(vault, text, sizes);
      row(name, cut, rate.toFixed(0), ...beside(rate, 50, 'at least', 'MB/s'));
    }
  }
  const whole = texts['dense with stand-ins'] ?? '';
  const start = cpuTime();
  for (let n = 0; n < 10; n++) restoreText(whole, vault);
  row(
    'dense, restored as a whole',
    '',
    ((10 * whole.length) / MB / ((cpuTime() - start) / 1_000)).toFixed(0),
  );
}

/** For one size of one case, the making of its text included. */
const LONGEST_MS = 120_000;

function growth(): void {
  const sizes = [10_000, 100_000, 1_000_000];
  row('', ...sizes.map((size) => size.toLocaleString('en')), '× 10', '× 10', 'budget');
  for (const name of CASE_NAMES) {
    const times: number[] = [];
    const cells: string[] = [];
    for (const size of sizes) {
      const run = spawnSync(
        process.execPath,
        [join(import.meta.dirname, 'redact-growth.ts'), name, String(size)],
        {
          encoding: 'utf8',
          timeout: LONGEST_MS,
        },
      );
      const time = run.status === 0 ? Number(run.stdout) : Number.NaN;
      times.push(time);
      const failed = run.signal === 'SIGTERM' ? 'too long' : 'out of memory';
      cells.push(Number.isNaN(time) ? failed : `${time.toFixed(0)} ms`);
      if (Number.isNaN(time)) break;
    }
    const ratios = times.slice(1).map((time, i) => time / (times[i] ?? 1));
    const worst = ratios.some(Number.isNaN) ? Infinity : Math.max(...ratios);
    row(
      name,
      ...cells,
      ...ratios.map((ratio) => (Number.isNaN(ratio) ? '' : ratio.toFixed(1))),
      ...beside(worst, 12, 'at most', '×'),
    );
  }
}

const PARTS: readonly (readonly [string, () => unknown])[] = [
  ['100 KB dense with secrets', dense],
  ['A prompt of 4 KB, review to cleared, dry run', prompt],
  ['A session of 200 turns and 1 MB, one new turn, dry run', session],
  ['Restoring while streaming', streaming],
  ['Growth: 10 times as many, there and back', growth],
];

const only = process.argv[process.argv.indexOf('--only') + 1] ?? '';
const chosen = process.argv.includes('--only') ? PARTS.filter(([title]) => title.includes(only)) : PARTS;
console.log(`Load of the machine: ${loadavg()[0]?.toFixed(1)}`);
for (const [title, part] of chosen) {
  console.log(`\n${title}`);
  await part();
}
