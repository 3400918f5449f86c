import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { placesIn } from '../../../../src/airlock/scan/places.ts';

describe('the places of ranges', () => {
  it('are lines and columns from 1, in UTF-16 code units, over several lines too', () => {
    const text = 'ab\n😀c\r\n\nlast';
    const range = (piece: string): { start: number; end: number } => {
      const start = text.indexOf(piece);
      return { start, end: start + piece.length };
    };
    assert.deepEqual(placesIn(text, ['ab', 'c\r\n\nla', 'last'].map(range)), [
      { line: 1, column: 1, endLine: 1, endColumn: 3 },
      { line: 2, column: 3, endLine: 4, endColumn: 3 },
      { line: 4, column: 1, endLine: 4, endColumn: 5 },
    ]);
  });

  it('are found in one walk, however many there are', () => {
    const text = 'x\n'.repeat(100_000);
    const ranges = Array.from({ length: 100_000 }, (_, i) => ({ start: 2 * i, end: 2 * i + 1 }));
    assert.deepEqual(placesIn(text, ranges).at(-1), {
      line: 100_000,
      column: 1,
      endLine: 100_000,
      endColumn: 2,
    });
  });
});
