import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { LedgerRow } from '../../../src/protocol/ledger.ts';
import {
  EVERYTHING,
  filterRows,
  type LedgerFilter,
  nextLedgerSorting,
  sortLedger,
} from '../../../src/webview/ledger-filter.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const row = (n: number, over: Partial<LedgerRow> = {}): LedgerRow => ({
  id: n.toString(16).padStart(32, '0'),
  at: NOW - n * 3_600_000,
  when: '',
  to: 'openai',
  name: 'OpenAI',
  model: 'gpt-5',
  host: 'api.openai.com',
  classes: ['pii'],
  found: '',
  count: n,
  held: '',
  heldTone: 'caution',
  heldOrder: n,
  ending: 'answered',
  size: '',
  bytes: 100 - n,
  requestId: `req_${n}`,
  details: [],
  terms: 0,
  ...over,
});

const ROWS = [
  row(1),
  row(2, { to: 'custom/lab', name: 'lab', model: 'tiny', host: '10.0.0.4:8080', classes: ['none'] }),
  row(30, { ending: 'failed', classes: ['secret', 'let-through'] }),
  row(800, { ending: 'not-sent', requestId: '' }),
];

describe('the filter of the ledger', () => {
  const ids = (filter: Partial<LedgerFilter>): number[] =>
    filterRows(ROWS, { ...EVERYTHING, ...filter }, NOW).map(({ id }) => parseInt(id, 16));

  it('leaves what is like that, by each and by all of its parts', () => {
    const cases: readonly (readonly [Partial<LedgerFilter>, readonly number[]])[] = [
      [{}, [1, 2, 30, 800]],
      [{ to: 'custom/lab' }, [2]],
      [{ found: 'secret' }, [30]],
      [{ found: 'let-through' }, [30]],
      [{ found: 'none' }, [2]],
      [{ ending: 'failed' }, [30]],
      [{ days: '1' }, [1, 2]],
      [{ days: '7' }, [1, 2, 30]],
      [{ search: 'LAB tiny' }, [2]],
      [{ search: ' req_30 ' }, [30]],
      [{ search: '10.0.0.4' }, [2]],
      [{ search: 'nothing-like-it' }, []],
      [{ to: 'openai', days: '7', ending: 'answered' }, [1]],
    ];
    for (const [filter, wanted] of cases) assert.deepEqual(ids(filter), wanted, JSON.stringify(filter));
  });

  it('sorts by each column, both ways, and leaves what is alike as it came', () => {
    const sorted = (...args: Parameters<typeof nextLedgerSorting>): number[] =>
      sortLedger(ROWS, nextLedgerSorting(...args)).map(({ id }) => parseInt(id, 16));
    const byWhen = { column: 'when', descending: true } as const;
    assert.deepEqual(sorted(byWhen, 'when'), [800, 30, 2, 1]);
    assert.deepEqual(sorted(byWhen, 'destination'), [2, 1, 30, 800]);
    assert.deepEqual(sorted(byWhen, 'found'), [800, 30, 2, 1]);
    assert.deepEqual(sorted(byWhen, 'bytes'), [1, 2, 30, 800]);
    assert.deepEqual(sorted({ column: 'ending', descending: false }, 'ending'), [800, 30, 1, 2]);
  });

  it('goes over thousands of rows between two keys', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => row(n));
    const began = performance.now();
    sortLedger(filterRows(many, { ...EVERYTHING, search: 'req_19' }, NOW), {
      column: 'bytes',
      descending: false,
    });
    assert.ok(performance.now() - began < 2_000);
  });
});
