import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { LedgerEntry } from '../../../../src/wire/ledger/entries.ts';
import { csvCell, exportEntries } from '../../../../src/wire/ledger/export.ts';
import { DELETIONS } from '../../../../src/wire/deletion.ts';
import { loadCatalogue } from '../../../../src/policy/catalogue.ts';
import { receiptOf } from './receipts.ts';

const ENTRY: LedgerEntry = {
  sent: receiptOf(1, { model: '=cmd|"/c calc"!A0', to: 'custom/@lab' }),
  ended: {
    at: Date.parse('2026-11-20T10:02:00Z'),
    how: 'complete',
    sent: 'yes',
    status: 200,
    requestId: '-req',
  },
};

describe('a ledger written out', () => {
  it('holds no cell that a spreadsheet takes for a formula', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
      assert.equal(csvCell(`${begin}1+1`), `"'${begin}1+1"`);
    assert.equal(csvCell('a "b", c\n=d'), '"a ""b"", c\n=d"');
    assert.equal(csvCell('"=1+1'), '"""=1+1"');
    assert.equal(csvCell(undefined), '""');
    assert.equal(csvCell(12), '12');
  });

  it('is a table with a row for each request', () => {
    const [head, row, ...more] = exportEntries([ENTRY], 'csv').split('\r\n');
    assert.deepEqual(more, ['']);
    const cells = (line = ''): string[] =>
      [...line.matchAll(/"((?:[^"]|"")*)"|(\d+)/g)].map(([, text, number]) => text ?? number ?? '');
    const names = cells(head);
    const values = cells(row);
    assert.equal(names.length, values.length);
    const cell = (name: string): string | undefined => values[names.indexOf(name)];
    assert.equal(cell('model'), `'=cmd|""/c calc""!A0`);
    assert.equal(cell('destination'), 'custom/@lab');
    assert.equal(cell('request id'), `'-req`);
    assert.equal(cell('sent at'), '2026-11-20T10:01:00.000Z');
    assert.equal(cell('held until'), '2026-12-20');
    assert.equal(cell('pii redacted'), '1');
    assert.equal(cell('pii as it is'), '1');
    assert.equal(cell('internal redacted'), '0');
    assert.equal(cell('facts'), 'training opt-in (firm, oa-data, 2026-05-02)');
  });

  it('is JSON with all that is known', () => {
    const open: LedgerEntry = { sent: receiptOf(2), ended: undefined };
    const [first, second] = JSON.parse(exportEntries([ENTRY, open], 'json')) as Record<string, unknown>[];
    assert.deepEqual(first, {
      ...ENTRY.sent,
      at: '2026-11-20T10:01:00.000Z',
      ended: { ...ENTRY.ended, at: '2026-11-20T10:02:00.000Z' },
    });
    assert.equal(second?.['ended'], null);
  });
});

describe('what is known of deletion', () => {
  it('is of providers of the catalogue, each with a page and a date', () => {
    const { providers } = loadCatalogue();
    for (const { provider, url, asOf } of DELETIONS) {
      assert.ok(providers[provider], provider);
      assert.match(url, /^https:\/\//);
      assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/);
    }
  });
});
