import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Detector, Hit } from '../../../../src/detect/detector.ts';
import { createLiteralFinder } from '../../../../src/detect/survey/literals.ts';
import { ruleDetector, type RuleDefinition } from '../../../../src/detect/rule.ts';
import type { Structure } from '../../../../src/detect/structures/structure.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

/** A text and the values that have to be found in it, in their order. */
export interface MarkedCase {
  readonly text: string;
  readonly expected: readonly string[];
}

/** The cases of a file: one a line, or one a paragraph in a file named `*.blocks.txt`. */
export function casesOf(file: string): MarkedCase[] {
  const source = readFileSync(join(FIXTURES, file), 'utf8');
  return source
    .split(file.endsWith('.blocks.txt') ? /\n{2,}/ : '\n')
    .map((marked) => marked.replace(/\n$/, ''))
    .filter((marked) => marked !== '')
    .map((marked) => ({
      text: marked.replace(/[«»]/g, ''),
      expected: [...marked.matchAll(/«(.*?)»/gs)].map((match) => match[1] ?? ''),
    }));
}

/** Structures behind one pass of their own, as the engine runs them. */
export function structureDetector(structures: readonly Structure[]): Detector {
  const finder = createLiteralFinder(
    structures.flatMap((structure) =>
      structure.literals.map((text) => ({ text, exact: false, value: structure })),
    ),
  );
  return {
    id: 'structures',
    find(content) {
      const hits: Hit[] = [];
      finder.find(content, (at, structure) => {
        for (const hit of structure.findAt(content, at)) hits.push({ ...hit, rule: structure.id });
      });
      return hits;
    },
  };
}

/** Rules and structures as the detectors of a scan. */
export function detectorsOf(rules: readonly RuleDefinition[], structures: readonly Structure[]): Detector[] {
  return [...rules.map(ruleDetector), structureDetector(structures)];
}

/** What detectors find in a text, sorted; hits that overlap count as one, as in a scan. */
export async function valuesIn(text: string, detectors: readonly Detector[]): Promise<string[]> {
  const hits: Hit[] = [];
  for (const detector of detectors) hits.push(...(await detector.find(text)));
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of hits.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map(({ start, end }) => text.slice(start, end));
}
