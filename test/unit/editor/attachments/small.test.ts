import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { addressesIn } from '../../../../src/editor/attachments/dropped.ts';
import { rangeAfter } from '../../../../src/editor/attachments/kept-range.ts';
import { bestNames } from '../../../../src/editor/attachments/names.ts';

describe('a selection that was attached', () => {
  /** A range of `0123456789`, an edit, and what the range holds then. */
  const CASES: readonly (readonly [
    string,
    readonly [number, number],
    readonly [number, number, string],
    string,
  ])[] = [
    ['is moved by what is put before it', [4, 6], [0, 0, 'ab'], '45'],
    ['is moved by what is taken out before it', [4, 6], [1, 3, ''], '45'],
    ['grows with what is put into it', [4, 6], [5, 5, 'x'], '4x5'],
    ['shrinks with what is taken out of it', [4, 8], [5, 7, ''], '47'],
    ['stays for what comes behind it', [4, 6], [8, 9, 'xyz'], '45'],
    ['takes in nothing at its edges', [4, 6], [4, 4, 'x'], '45'],
    ['is cut where an edit goes over its beginning', [4, 8], [2, 6, 'x'], '67'],
    ['is cut where an edit goes over its end', [4, 8], [6, 9, 'x'], '45'],
    ['is what stands there where an edit goes over all of it', [4, 6], [2, 8, 'x'], 'x'],
  ];
  for (const [name, [start, end], [from, to, put], expected] of CASES) {
    it(name, () => {
      const text = '0123456789';
      const after = text.slice(0, from) + put + text.slice(to);
      const range = rangeAfter({ start, end }, { start: from, end: to, length: put.length });
      assert.equal(after.slice(range.start, range.end), expected);
    });
  }

  it('stays within the text whatever is done to it', () => {
    const place = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(place, place, place, place, place, (a, b, c, d, length) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const edit = { start: Math.min(c, d), end: Math.max(c, d), length };
        const after = rangeAfter({ start, end }, edit);
        const size = 20 + length - (edit.end - edit.start);
        assert.ok(after.start >= 0 && after.start <= after.end && after.end <= size);
      }),
    );
  });
});

describe('names behind #', () => {
  const all = ['src/db.ts', 'src/lib/database.ts', 'docs/db.md', 'README.md', 'src/adbc.ts'].map((path) => ({
    path,
    label: path.slice(path.lastIndexOf('/') + 1),
  }));
  const found = (query: string, most = 10): string[] => bestNames(query, all, most).map(({ path }) => path);

  it('are all of them, as far as they are asked for, where nothing is typed', () => {
    assert.deepEqual(found('', 2), ['src/db.ts', 'src/lib/database.ts']);
  });

  it('begin with what is typed, then hold it, then have it strewn', () => {
    assert.deepEqual(found('db.t', 1), ['src/db.ts']);
    assert.deepEqual(found('db'), ['src/db.ts', 'docs/db.md', 'src/adbc.ts', 'src/lib/database.ts']);
    assert.deepEqual(found('READme'), ['README.md']);
  });

  it('are found by their folders as well', () => {
    assert.deepEqual(found('lib/da'), ['src/lib/database.ts']);
    assert.deepEqual(found('nowhere'), []);
  });
});

describe('what was dropped', () => {
  it('are addresses by lines, as a list, or paths', () => {
    assert.deepEqual(addressesIn(['file:///a/b.ts\r\nvscode-remote://h/c\r\n']), [
      'file:///a/b.ts',
      'vscode-remote://h/c',
    ]);
    assert.deepEqual(addressesIn(['["file:///a/b.ts","file:///a/b.ts"]']), ['file:///a/b.ts']);
    assert.deepEqual(addressesIn(['untitled:Untitled-1']), ['untitled:Untitled-1']);
    assert.deepEqual(addressesIn(['["/a/b c.ts"]']), ['file:///a/b%20c.ts']);
  });

  it('is nothing that is no file: a link, a script, broken lists, whatever else', () => {
    for (const text of [
      'https://example.com/a',
      'javascript:alert(1)',
      'data:text/plain,a',
      '[1, {}, null]',
      '["file:///a"',
      'some words',
      '',
    ])
      assert.deepEqual(addressesIn([text]), [], text);
  });

  it('has no end, and only so many are taken', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `file:///a/${i}`).join('\n');
    assert.equal(addressesIn([lines]).length, 200);
  });
});
