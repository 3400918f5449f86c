import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CellView, ComparisonRow } from '../../../src/protocol/comparison.ts';
import { nextSorting, sortRows } from '../../../src/webview/sort-rows.ts';

function row(id: string, grade: number, region: string): ComparisonRow {
  const cell = (order: number | string): CellView => ({
    tone: 'info',
    text: '',
    notes: [],
    citations: [],
    verdict: null,
    order,
  });
  return {
    id,
    name: id,
    detail: '',
    chosen: '',
    grade: 'A',
    gradeTone: 'good',
    cells: { grade: cell(grade), region: cell(region) },
    bars: { content: { is: 'unstated' }, flagged: null, range: null, text: '' },
  };
}

const ROWS = [row('a', 2, 'usa'), row('b', 0, '\uffff'), row('c', 2, 'eu'), row('d', 1, 'eu')];
const sorted = (column: 'grade' | 'region' | 'age', descending: boolean): string =>
  sortRows(ROWS, { column, descending })
    .map(({ id }) => id)
    .join('');

describe('sorting the table of destinations', () => {
  it('leaves them as they came until somebody asks', () => assert.equal(sortRows(ROWS, undefined), ROWS));

  const cases: readonly (readonly ['grade' | 'region' | 'age', boolean, string])[] = [
    ['grade', false, 'bdac'],
    ['grade', true, 'acdb'],
    ['region', false, 'cdab'],
    ['region', true, 'bacd'],
    ['age', false, 'abcd'],
    ['age', true, 'abcd'],
  ];
  for (const [column, descending, order] of cases) {
    it(`by ${column}${descending ? ', worst first' : ''}: ${order}`, () =>
      assert.equal(sorted(column, descending), order));
  }

  it('begins a column with the best, and turns it around when pressed again', () => {
    const first = nextSorting(undefined, 'grade');
    assert.deepEqual(first, { column: 'grade', descending: false });
    const second = nextSorting(first, 'grade');
    assert.deepEqual(second, { column: 'grade', descending: true });
    assert.deepEqual(nextSorting(second, 'grade'), first);
    assert.deepEqual(nextSorting(second, 'age'), { column: 'age', descending: false });
  });
});
