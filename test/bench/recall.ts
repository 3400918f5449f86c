import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DETECTORS } from '../../src/detect/rules.ts';
import { scanText } from '../../src/detect/scan-text.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** A text and the ranges that have to be found in it. */
interface Case {
  readonly text: string;
  readonly expected: readonly { readonly start: number; readonly end: number }[];
}

/** How much of a family is found. */
export interface Recall {
  readonly family: string;
  readonly samples: number;
  /** Touched by a finding; wholly inside of findings; with just that range. */
  readonly found: number;
  readonly covered: number;
  readonly exact: number;
}

/** A text with `«` and `»` around what has to be found. */
function parseMarked(marked: string): Case {
  const expected: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(?=[«»])/)) {
    if (piece.startsWith('«')) expected.push({ start: text.length, end: text.length });
    const last = expected.at(-1);
    if (piece.startsWith('»') && last) last.end = text.length;
    text += piece.replace(/^[«»]/, '');
  }
  return { text, expected };
}

function markedFiles(pattern: string): Case[] {
  return globSync(pattern, { cwd: FIXTURES }).map((file) =>
    parseMarked(readFileSync(join(FIXTURES, file), 'utf8')),
  );
}

/** The made-up tokens of the table's formats, each in a line of its own. */
function tokenCases(): Case[] {
  return globSync('formats/tokens-*.json', { cwd: FIXTURES }).flatMap((file) => {
    const rows = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Record<string, { ng: string[] }>;
    return Object.values(rows).flatMap(({ ng }) =>
      ng.map((token) => ({
        text: `const value = "${token}";\n`,
        expected: [{ start: 15, end: 15 + token.length }],
      })),
    );
  });
}

/** The marked texts of the table's formats that are known by a word beside them. */
function nearCases(): Case[] {
  return globSync('formats/near-*.json', { cwd: FIXTURES }).flatMap((file) => {
    const rows = JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as Record<string, { ng: string[] }>;
    return Object.values(rows).flatMap(({ ng }) => ng.map(parseMarked));
  });
}

async function measure(family: string, cases: readonly Case[]): Promise<Recall> {
  let samples = 0;
  let found = 0;
  let covered = 0;
  let exact = 0;
  for (const { text, expected } of cases) {
    const findings = await scanText(text, DETECTORS);
    for (const { start, end } of expected) {
      samples += 1;
      const touching = findings.filter((finding) => finding.start < end && start < finding.end);
      if (touching.length === 0) continue;
      found += 1;
      if (touching.some((finding) => finding.start <= start && end <= finding.end)) covered += 1;
      if (touching.some((finding) => finding.start === start && finding.end === end)) exact += 1;
    }
  }
  return { family, samples, found, covered, exact };
}

/** Recall by family on the cases of this repository, and in all. */
export async function recallTable(): Promise<Recall[]> {
  const rows = [
    await measure('self-identifying tokens', existsSync(join(FIXTURES, 'formats')) ? tokenCases() : []),
    await measure('known by a word beside them', nearCases()),
    await measure('structures', markedFiles('structures/**/ng*.txt')),
    await measure('context', markedFiles('context/*.txt')),
    await measure('numbers', markedFiles('numbers/*/ng.txt')),
    await measure('mail and phones', markedFiles('contact/*/ng.txt')),
    await measure('networks and devices', markedFiles('network/*/ng.txt')),
    await measure('rules of our own', markedFiles('rules/*/ng.txt')),
  ].filter(({ samples }) => samples > 0);
  const sum = (key: 'samples' | 'found' | 'covered' | 'exact'): number =>
    rows.reduce((all, row) => all + row[key], 0);
  return [
    ...rows,
    {
      family: 'all',
      samples: sum('samples'),
      found: sum('found'),
      covered: sum('covered'),
      exact: sum('exact'),
    },
  ];
}
