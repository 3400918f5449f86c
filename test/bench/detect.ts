/**
 * What detection costs and how clean it is, measured against secretlint's bare preset in the same run.
 * Prints; asserts nothing.
 */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { DETECTORS } from '../../src/detect/rules.ts';
import { rules as presetRules } from '@secretlint/secretlint-rule-preset-recommend';
import { surveyOf } from '../../src/detect/engine/behind.ts';
import { personalPlaces } from '../../src/detect/engine/personal-table.ts';
import { findAside, scanText } from '../../src/detect/scan-text.ts';
import { cpuTime } from '../provision/cpu-time.ts';
import { clocked, scannerInThreads } from './clock.ts';
import { cleanFiles, cleanPrompts, sampleText } from './corpus.ts';
import { recallTable } from './recall.ts';

secretLintProfiler.setEnabled(false);
const MB = 1024 * 1024;

async function bare(text: string): Promise<void> {
  await lintSource({
    source: { content: text, filePath: 'prompt.txt', ext: '.txt', contentType: 'text' },
    options: {
      noPhysicFilePath: true,
      config: { rules: presetRules.map((rule) => ({ id: rule.meta.id, rule })) },
    },
  });
}

const ours = (text: string): Promise<unknown> => scanText(text, DETECTORS);

/**
 * The two threads that a long text is scanned in, each by itself: the second one's findings are there when the first
 * asks for them, so that each takes its own time of the processor and no more. Both copy the text, as they pass it on.
 */
async function threads(text: string): Promise<Run[]> {
  const literals = personalPlaces(surveyOf(text, 'others').literals);
  const lists = Promise.resolve(await findAside(text, DETECTORS, literals));
  return [
    (one) => scanText(structuredClone(one), DETECTORS, () => ({ lists, tell: () => undefined })),
    (one) => findAside(structuredClone(one), DETECTORS, literals),
  ];
}

type Run = (text: string) => Promise<unknown>;

/** The time the processor is at work on a run, in milliseconds; the clock would measure what else the machine does. */
async function timeOf(run: Run, text: string): Promise<number> {
  const start = cpuTime();
  await run(text);
  return cpuTime() - start;
}

/**
 * What each of several runs over a text costs, in milliseconds on the average of so many that their sum can be told.
 * They take turns, since the machine is now faster and now slower. Not counted are the first ones, in which code is
 * compiled.
 */
async function times(runs: readonly Run[], text: string, least = 300): Promise<number[]> {
  const sums = runs.map(() => 0);
  let rounds = 0;
  let warm = 0;
  while (warm < 4 * least) for (const run of runs) warm += await timeOf(run, text);
  do {
    for (const [i, run] of runs.entries()) sums[i] = (sums[i] ?? 0) + (await timeOf(run, text));
    rounds += 1;
  } while (Math.min(...sums) < least);
  return sums.map((sum) => sum / rounds);
}

async function time(run: Run, text: string, least = 300): Promise<number> {
  return (await times([run], text, least))[0] ?? 0;
}

function row(...cells: readonly (string | number)[]): void {
  console.log(
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(34) : String(cell).padStart(14))).join(''),
  );
}

console.log('\nRecall on the cases of this repository');
row('family', 'samples', 'found', 'covered', 'exact');
for (const { family, samples, found, covered, exact } of await recallTable()) {
  const share = (n: number): string => `${((100 * n) / samples).toFixed(1)} %`;
  row(family, samples, share(found), share(covered), share(exact));
}

const files = cleanFiles();
const size = files.reduce((sum, { text }) => sum + text.length, 0) / MB;
const noise = new Map<string, number>();
const secrets: string[] = [];
for (const { name, text } of files) {
  if (text.length > 9 * MB) continue;
  for (const { kind, class: className, start } of await scanText(text, DETECTORS)) {
    noise.set(kind, (noise.get(kind) ?? 0) + 1);
    if (className === 'secret') secrets.push(`${name}:${start} ${kind}`);
  }
}
console.log(`\nClean code: ${size.toFixed(1)} MB in ${files.length} files`);
const all = [...noise.values()].reduce((sum, count) => sum + count, 0);
row('findings per MB', (all / size).toFixed(2));
row('secrets per MB', (secrets.length / size).toFixed(2));
for (const [kind, count] of [...noise].sort((a, b) => b[1] - a[1]).slice(0, 25)) row(`  ${kind}`, count);
if (process.argv.includes('--where')) for (const place of secrets) console.log(`    ${place}`);

const prompts = cleanPrompts(1_000);
let flagged = 0;
let withSecrets = 0;
for (const prompt of prompts) {
  const found = await scanText(prompt, DETECTORS);
  if (found.length > 0) flagged += 1;
  if (found.some(({ class: className }) => className === 'secret')) withSecrets += 1;
}
row(`of ${prompts.length} clean prompts`, `${flagged} found`, `${withSecrets} secret`);

console.log(
  '\nThroughput, MB/s: ours in two threads, the longer of which counts, and in one; the preset in one',
);
row('text', 'size', 'ours', 'in one', 'bare preset', 'ratio', 'in one');
for (const sort of ['code', 'prose', 'minified'] as const) {
  for (const bytes of [64 * 1024, MB, 9 * MB]) {
    const text = sampleText(sort, bytes);
    const runs = [...(await threads(text)), ours, bare];
    const [first = 0, second = 0, one = 0, other = 0] = await times(runs, text);
    const own = Math.max(first, second);
    const speed = (ms: number): string => ((bytes / MB / ms) * 1000).toFixed(1);
    const ratio = (ms: number): string => (other / ms).toFixed(2);
    const size = `${Math.round(bytes / 1024)} KB`;
    row(sort, size, speed(own), speed(one), speed(other), ratio(own), ratio(one));
  }
}

console.log(
  '\nThe same by the clock, in the threads of the product, messages between them included; milliseconds',
);
row('text', 'size', 'ours', 'bare preset', 'ratio');
const scanner = scannerInThreads();
for (const sort of ['code', 'prose', 'minified'] as const) {
  for (const bytes of [64 * 1024, MB, 9 * MB]) {
    const text = sampleText(sort, bytes);
    const turns = bytes < MB ? 50 : bytes === MB ? 10 : 2;
    const [own = 0, other = 0] = await clocked([scanner.scan, bare], text, turns);
    const size = `${Math.round(bytes / 1024)} KB`;
    row(sort, size, own.toFixed(1), other.toFixed(1), (other / own).toFixed(2));
  }
}
scanner.close();

console.log('\nHostile text of 1 MB, as a multiple of ordinary code (at most 3 where nothing is found)');
const CODE = sampleText('code', MB);
const hostile: Readonly<Record<string, string>> = {
  newlines: '\n',
  digits: '4',
  'one line': 'a',
  ghs_1_: 'ghs_1_',
  'ghs_1-': 'ghs_1-',
  'sk-': 'sk-',
  'eyJ.': 'eyJhbGciOiJ.',
  '-----BEGIN': '-----BEGIN ',
  'password=': 'password=',
  'token: ': 'token: ',
  'secret_key=': 'secret_key=',
  'export TOKEN=': 'export TOKEN=',
  'api_key = "': 'api_key = "',
  'https://a:': 'https://a:',
  '@': '@',
  'a@b.': 'a@b.',
  'deepinfra ': 'deepinfra ',
  '4539 ': '4539 ',
};
/** The piece over and over, each time with something else behind it. */
function varied(piece: string): string {
  let text = '';
  for (let i = 1; text.length < MB; i++) text += piece + ((i * 7_919) % 1_296).toString(36);
  return structuredClone(text.slice(0, MB));
}
row('repeated', 'the same', 'varied', 'found in it');
for (const [name, piece] of Object.entries(hostile)) {
  const text = piece.repeat(Math.ceil(MB / piece.length)).slice(0, MB);
  const different = varied(piece);
  const ratio = async (one: string): Promise<string> => {
    const [cost = 0, ordinary = 1] = await times([ours, () => ours(CODE)], one, 100);
    return (cost / ordinary).toFixed(2);
  };
  const { length } = await scanText(different, DETECTORS);
  row(name, await ratio(text), await ratio(different), length);
}

console.log('\nGrowth, 10 × the text (at most 12)');
for (const sort of ['code', 'prose'] as const) {
  // The same text ten times, since other files would bring something else to find.
  const text = sampleText(sort, MB / 4);
  const small = await time(ours, text);
  row(sort, ((await time(ours, structuredClone(text.repeat(10)))) / small).toFixed(2));
}
const dense = (n: number): string => Array.from({ length: n }, (_, i) => `m${i}@brightparcel.io\n`).join('');
row('dense with findings', ((await time(ours, dense(20_000))) / (await time(ours, dense(2_000)))).toFixed(2));
