import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { byName, holdsStandIn, type Piece, piecesOf } from '../../../src/webview/pieces.ts';

const email = { name: 'EMAIL_1', value: 'maria@acme.example', what: 'E-mail address' };
const card = { name: 'CARD_10', value: '4111 1111 1111 1111', what: 'Payment card' };
const known = byName([email, card]);

function spelled(piece: Piece): string {
  if (piece.kind === 'text') return piece.text;
  return piece.kind === 'stand-in' ? `<${piece.standIn.name}>` : `<${piece.code}>`;
}

function split(text: string): string[] {
  return piecesOf(text, known).map(spelled);
}

describe('pieces of a text', () => {
  it('part it at each stand-in', () => {
    assert.deepEqual(split('to EMAIL_1, paid by CARD_10'), ['to ', '<EMAIL_1>', ', paid by ', '<CARD_10>']);
    assert.deepEqual(split('EMAIL_1'), ['<EMAIL_1>']);
    assert.deepEqual(split('("EMAIL_1")'), ['("', '<EMAIL_1>', '")']);
  });

  it('leave a name alone that is part of a longer run', () => {
    for (const text of ['EMAIL_10', 'MY_EMAIL_1', 'EMAIL_1x', '_EMAIL_1', 'email_1', 'CARD_1', 'EMAIL_2']) {
      assert.deepEqual(split(text), [text]);
    }
  });

  it('show what would act on the page: bidi controls, escapes of a terminal, NUL', () => {
    assert.deepEqual(split('a\u202Eb\u2066c\u001B[31md\u0000'), [
      'a',
      '<U+202E>',
      'b',
      '<U+2066>',
      'c',
      '<U+001B>',
      '[31md',
      '<U+0000>',
    ]);
    assert.deepEqual(piecesOf('a\u202Eb', byName([])).map(spelled), ['a', '<U+202E>', 'b']);
  });

  it('leave line breaks, tabs and other scripts as they are', () => {
    const text = 'a\tb\r\nc שלום 日本 👩‍👧 \uD800';
    assert.deepEqual(split(text), [text]);
    assert.deepEqual(split(''), []);
  });

  it('together are the text', () => {
    const word = fc.constantFrom('EMAIL_1', 'CARD_10', 'EMAIL', '_1', ' ', '\n', '\u202E', 'x', '👩');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        const back = piecesOf(text, known).map((piece) => {
          if (piece.kind === 'text') return piece.text;
          return piece.kind === 'stand-in'
            ? piece.standIn.name
            : String.fromCharCode(Number(`0x${piece.code.slice(2)}`));
        });
        assert.equal(back.join(''), text);
      }),
    );
  });

  it('tell whether there is a stand-in at all', () => {
    assert.equal(holdsStandIn('to EMAIL_1.', known), true);
    assert.equal(holdsStandIn('to EMAIL_11.', known), false);
    assert.equal(holdsStandIn('to EMAIL_1.', byName([])), false);
  });
});
