import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { StructureHit } from '../../../../src/detect/structures/structure.ts';
import { STRUCTURES } from '../../../../src/detect/structures/structures.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/structures');

/** Every hit at every place of every literal, in any case. */
function hitsIn(text: string): readonly StructureHit[] {
  const lower = text.toLowerCase();
  const hits: StructureHit[] = [];
  for (const structure of STRUCTURES) {
    for (const literal of structure.literals) {
      for (let at = lower.indexOf(literal); at >= 0; at = lower.indexOf(literal, at + 1)) {
        hits.push(...structure.findAt(text, at));
      }
    }
  }
  return hits;
}

/** The stretches hits cover together, sorted. */
function covered(hits: readonly StructureHit[]): readonly (readonly [number, number])[] {
  const merged: [number, number][] = [];
  for (const { start, end } of hits.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    const last = merged.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

interface Case {
  readonly text: string;
  readonly marked: readonly (readonly [number, number])[];
}

/** A case without its marks: what stands between them has to be found, to the character, and nothing else. */
function readCase(source: string): Case {
  const marked: [number, number][] = [];
  let text = '';
  let start = -1;
  for (const piece of source.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') marked.push([start, text.length]);
    else text += piece;
  }
  return { text, marked };
}

const show = (text: string, ranges: readonly (readonly [number, number])[]): readonly string[] =>
  ranges.map(([start, end]) => `${start}-${end} ${text.slice(start, end)}`);

describe('structures', () => {
  it('have unique ids, and literals an engine can look for', () => {
    assert.equal(new Set(STRUCTURES.map(({ id }) => id)).size, STRUCTURES.length);
    for (const { id, literals } of STRUCTURES) {
      assert.ok(literals.length > 0, id);
      for (const literal of literals) {
        assert.ok(literal.length >= 3, `${id}: ${literal}`);
        assert.equal(literal, literal.toLowerCase(), id);
      }
    }
  });

  it('have a folder of cases each, with something to find and something to leave', () => {
    for (const { id } of STRUCTURES) {
      const files = readdirSync(join(FOLDER, id));
      assert.ok(
        files.some((file) => file.startsWith('ng.')),
        `${id} has no ng case`,
      );
      assert.ok(
        files.some((file) => file.startsWith('ok.')),
        `${id} has no ok case`,
      );
    }
  });

  for (const id of readdirSync(FOLDER)) {
    for (const file of readdirSync(join(FOLDER, id))) {
      it(`${id}/${file}`, () => {
        const { text, marked } = readCase(readFileSync(join(FOLDER, id, file), 'utf8'));
        assert.equal(
          marked.length > 0,
          file.startsWith('ng.'),
          'the name says whether there is something to find',
        );
        const hits = hitsIn(text);
        assert.deepEqual(show(text, covered(hits)), show(text, marked));
        const own = STRUCTURES.find((structure) => structure.id === id);
        assert.ok(own, `no structure ${id}`);
      });
    }
  }

  it('look at places by themselves: the end of the text, its beginning, between letters of any script', () => {
    for (const { id, literals, findAt } of STRUCTURES) {
      for (const literal of literals) {
        assert.deepEqual(findAt(literal, 0), [], `${id} at ${literal}`);
        assert.deepEqual(findAt(`鍵${literal}`, 1), [], `${id} at ${literal}`);
      }
    }
  });
});
