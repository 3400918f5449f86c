import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { copied, pastedAt } from '../../../../src/editor/redaction/copied.ts';

const TEXT = 'first\nsecond\nthird';

/** Selections of the text by where they begin and end. */
function selected(...ranges: readonly (readonly [number, number])[]): Parameters<typeof copied>[0] {
  return ranges.map(([start, end]) => {
    const from = TEXT.lastIndexOf('\n', start - 1) + 1;
    const to = TEXT.indexOf('\n', start);
    return { start, end, line: { start: from, end: to < 0 ? TEXT.length : to } };
  });
}

function copiedText(selections: Parameters<typeof copied>[0], copiesLines = true): string {
  const { pieces, between, behind } = copied(selections, '\n', copiesLines);
  return pieces.map(({ start, end }) => TEXT.slice(start, end)).join(between) + behind;
}

describe('what Copy takes', () => {
  it('is selections in their order in the text', () => {
    assert.equal(copiedText(selected([1, 4])), 'irs');
    assert.equal(copiedText(selected([13, 18], [1, 4])), 'irs\nthird');
  });

  it('is lines with their ends where nothing is selected, each once', () => {
    assert.equal(copiedText(selected([2, 2])), 'first\n');
    assert.equal(copiedText(selected([2, 2], [3, 3], [18, 18])), 'first\nthird\n');
    assert.equal(copiedText(selected([2, 2]), false), '');
  });

  it('is selections and lines together', () => {
    assert.equal(copiedText(selected([1, 4], [8, 8])), 'irs\nsecond');
    assert.equal(copiedText(selected([1, 4], [5, 5], [8, 8]), false), 'irs');
    assert.equal(copiedText(selected([1, 4], [5, 5])), 'irs');
  });
});

describe('what Paste puts at each cursor', () => {
  it('is a line where there are as many lines as cursors', () => {
    assert.deepEqual(pastedAt('a\r\nb\n', 2, true), ['a', 'b']);
    assert.deepEqual(pastedAt('a\nb', 2, false), ['a\nb', 'a\nb']);
    assert.deepEqual(pastedAt('a\nb\nc', 2, true), ['a\nb\nc', 'a\nb\nc']);
    assert.deepEqual(pastedAt('a\n', 1, true), ['a\n']);
  });
});
