import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupFound } from '../../../src/webview/found-groups.ts';
import { foundAt } from './state.ts';

describe('groups of findings', () => {
  it('hold a table where its first row is, with what can be done about it', () => {
    const found = [
      foundAt(0, 1),
      foundAt(2, 3, { table: 'T' }),
      foundAt(4, 5),
      foundAt(6, 7, { table: 'T' }),
    ];
    const bundle = { table: 'T', label: 'Leave', found: [1, 3], left: true };
    const groups = groupFound({ found, bundles: [bundle] });
    assert.deepEqual(
      groups.map(({ table, rows, bundles }) => [table, rows.map(({ at }) => at), bundles.length]),
      [
        ['', [0], 0],
        ['T', [1, 3], 1],
        ['', [2], 0],
      ],
    );
  });
});
