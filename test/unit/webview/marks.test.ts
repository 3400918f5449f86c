import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Tone } from '../../../src/protocol/atoms.ts';
import type { FoundView } from '../../../src/protocol/review.ts';
import { marksOf } from '../../../src/webview/marks.ts';
import { foundAt } from './state.ts';

function found(start: number, end: number, tone: Tone): FoundView {
  return foundAt(start, end, { tone });
}

describe('marks of findings', () => {
  it('are in the order of the text, whatever order the findings are in', () => {
    assert.deepEqual(marksOf([found(8, 10, 'bad'), found(0, 3, 'caution')], 20), [
      { start: 0, end: 3, tone: 'caution' },
      { start: 8, end: 10, tone: 'bad' },
    ]);
  });

  it('show the loudest where findings overlap', () => {
    const overlapping = [found(0, 100, 'info'), found(10, 20, 'bad'), found(15, 30, 'caution')];
    assert.deepEqual(marksOf(overlapping, 100), [
      { start: 0, end: 10, tone: 'info' },
      { start: 10, end: 20, tone: 'bad' },
      { start: 20, end: 30, tone: 'caution' },
      { start: 30, end: 100, tone: 'info' },
    ]);
  });

  it('are one where nothing of two can be told apart', () => {
    assert.deepEqual(marksOf([found(0, 10, 'bad'), found(4, 6, 'bad'), found(10, 12, 'bad')], 20), [
      { start: 0, end: 12, tone: 'bad' },
    ]);
  });

  it('end with the text, and are none where a finding is empty or behind it', () => {
    assert.deepEqual(marksOf([found(2, 99, 'bad'), found(1, 1, 'bad'), found(7, 9, 'caution')], 5), [
      { start: 2, end: 5, tone: 'bad' },
    ]);
    assert.deepEqual(marksOf([], 5), []);
  });

  it('count in UTF-16 code units', () => {
    const text = '👩 a@b.example';
    const [mark] = marksOf([found(3, text.length, 'caution')], text.length);
    assert.equal(text.slice(mark?.start, mark?.end), 'a@b.example');
  });
});
