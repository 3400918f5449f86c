import { ASSIGNMENTS } from '../../../../src/detect/context/assignments.ts';
import { findNear, NEAR_WORDS } from '../../../../src/detect/context/find-near.ts';
import type { StructureHit } from '../../../../src/detect/structures/structure.ts';

interface Word {
  readonly word: string;
  readonly near: boolean;
}

const BY_START = new Map<string, Word[]>();
for (const [words, near] of [
  [ASSIGNMENTS.literals, false],
  [NEAR_WORDS, true],
] as const)
  for (const word of words) {
    const start = word.slice(0, 3);
    BY_START.set(start, [...(BY_START.get(start) ?? []), { word, near }]);
  }

/** Asks both parts at every place where one of their words stands, as the engine does; the same hit once. */
export function scanWords(text: string): readonly StructureHit[] {
  const lower = text.replaceAll(/[A-ZÄÖÜÑ]+/g, (capitals) => capitals.toLowerCase());
  const hits = new Map<string, StructureHit>();
  for (let at = 0; at + 3 <= lower.length; at++)
    for (const { word, near } of BY_START.get(lower.slice(at, at + 3)) ?? []) {
      if (!lower.startsWith(word, at)) continue;
      for (const hit of near ? findNear(text, at, word) : ASSIGNMENTS.findAt(text, at))
        hits.set(`${hit.kind} ${hit.start} ${hit.end}`, hit);
    }
  return [...hits.values()].sort((one, other) => one.start - other.start || one.end - other.end);
}
