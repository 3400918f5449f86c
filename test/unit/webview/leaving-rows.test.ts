import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type LeavingRow, leavingRows } from '../../../src/webview/leaving/leaving-rows.ts';
import { changeAt, foundAt } from './state.ts';

function written(rows: readonly LeavingRow[]): string {
  return rows
    .map((row) =>
      row.kind === 'fold'
        ? row.text
        : row.parts.map((part) => (part.kind === 'change' ? part.original : part.text)).join(''),
    )
    .join('');
}

/** Each row in short: what is replaced as `<standIn>`, what goes as it is as `{text}`, what is folded as `…`. */
function short(rows: readonly LeavingRow[], standIns: readonly string[]): string[] {
  return rows.map((row) =>
    row.kind === 'fold'
      ? '…'
      : row.parts
          .map((part) =>
            part.kind === 'text'
              ? part.text
              : part.kind === 'kept'
                ? `{${part.text}}`
                : `<${standIns[part.at] ?? ''}>`,
          )
          .join(''),
  );
}

describe('rows of a text before it leaves', () => {
  it('hold each line with something found by itself, and the lines between together', () => {
    const text = 'one\nmail a@b\ntwo\nthree\nand c@d, e@f\nend';
    const changes = ['a@b', 'c@d'].map((value, i) =>
      changeAt(text.indexOf(value), text.indexOf(value) + 3, `EMAIL_${i + 1}`),
    );
    const at = text.indexOf('e@f');
    const rows = leavingRows(text, changes, [foundAt(at, at + 3, { fate: 'left' })]);
    assert.deepEqual(short(rows, ['EMAIL_1', 'EMAIL_2']), [
      'one\n',
      'mail <EMAIL_1>\n',
      'two\nthree\n',
      'and <EMAIL_2>, {e@f}\n',
      'end',
    ]);
  });

  it('show a short text whole, whatever is found in it', () => {
    assert.deepEqual(short(leavingRows('a\nb', [], []), []), ['a\n', 'b']);
    assert.deepEqual(short(leavingRows('', [], []), []), []);
    assert.deepEqual(short(leavingRows('secret', [changeAt(0, 6, 'TOKEN_1')], []), ['TOKEN_1']), [
      '<TOKEN_1>',
    ]);
  });

  it('fold what is far from anything found, in lines and in one long line', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}`).join('\n');
    const text = `${lines}\nsecret\n${lines}`;
    const at = text.indexOf('secret');
    assert.deepEqual(short(leavingRows(text, [changeAt(at, at + 6, 'T_1')], []), ['T_1']), [
      '…',
      'line 997\nline 998\nline 999\n',
      '<T_1>\n',
      'line 0\nline 1\nline 2\n',
      '…',
    ]);
    const flat = 'x'.repeat(500_000);
    const wide = leavingRows(`${flat}secret${flat}`, [changeAt(500_000, 500_006, 'T_1')], []);
    assert.deepEqual(
      wide.map((row) => row.kind),
      ['fold', 'parts', 'fold'],
    );
    assert.ok(JSON.stringify(wide[1]).length < 1000);
  });

  it('leave out a finding that is replaced with another', () => {
    const rows = leavingRows('abcdef', [changeAt(1, 5, 'X_1')], [foundAt(2, 4, { fate: 'left' })]);
    assert.deepEqual(short(rows, ['X_1']), ['a<X_1>f']);
    const first = leavingRows('abcdef', [changeAt(2, 5, 'X_1')], [foundAt(1, 4, { fate: 'left' })]);
    assert.deepEqual(short(first, ['X_1']), ['ab<X_1>f']);
  });

  it('are together the text', () => {
    const word = fc.constantFrom('a', ' ', '\n', 'secret', 'x'.repeat(700), '\n'.repeat(500), '👩', 'keep');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('');
        const places = (value: string): number[] =>
          [...text.matchAll(new RegExp(value, 'g'))].map((m) => m.index);
        const rows = leavingRows(
          text,
          places('secret').map((at, i) => changeAt(at, at + 6, `T_${i}`)),
          places('keep').map((at) => foundAt(at, at + 4, { fate: 'let-go' })),
        );
        assert.equal(written(rows), text);
        const marked = rows.flatMap((row) =>
          row.kind === 'fold' ? [] : row.parts.filter(({ kind }) => kind !== 'text'),
        );
        assert.equal(marked.length, places('secret').length + places('keep').length);
      }),
    );
  });

  it('take time by the text: a megabyte with thousands of findings', () => {
    const text = `${'y'.repeat(190)} secret `.repeat(5_000);
    const changes = [...text.matchAll(/secret/g)].map(({ index }) => changeAt(index, index + 6, 'T_1'));
    const begun = performance.now();
    const rows = leavingRows(text, changes, []);
    assert.ok(performance.now() - begun < 1_000);
    assert.equal(written(rows), text);
  });
});
