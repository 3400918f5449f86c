import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import {
  byName,
  endsInAddress,
  holdsMoreStandIns,
  holdsStandIn,
  type Piece,
  piecesOf,
} from '../../../src/webview/pieces.ts';

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

  it('part it at a stand-in in the plural, in prose alone', () => {
    const text = 'all EMAIL_1s of CARD_10s, XEMAIL_1s EMAIL_1st';
    const prose = piecesOf(text, known, { prose: true }).flatMap((one) =>
      one.kind === 'stand-in' ? one.standIn.name : [],
    );
    assert.deepEqual(prose, ['EMAIL_1', 'CARD_10']);
    assert.deepEqual(split(text), [text]);
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
    assert.deepEqual(
      [0, 1, 2, 3].map((most) => holdsMoreStandIns('EMAIL_1 CARD_10', known, most)),
      [true, true, false, false],
    );
  });

  it('find names that are no words, the longest where several begin', () => {
    const shapes = byName(
      ['person1@example.com', 'person1@example.com.au', '+1-202-555-0100', 'a2V5OiBYWA==', 'John A. Doe'].map(
        (name) => ({ name, value: 'v', what: '' }),
      ),
    );
    const pieces = (text: string): string[] => piecesOf(text, shapes).map(spelled);
    assert.deepEqual(pieces('<person1@example.com>, +1-202-555-0100.'), [
      '<',
      '<person1@example.com>',
      '>, ',
      '<+1-202-555-0100>',
      '.',
    ]);
    assert.deepEqual(pieces('to person1@example.com.au!'), ['to ', '<person1@example.com.au>', '!']);
    assert.deepEqual(pieces('tel:+1-202-555-0100'), ['tel:', '<+1-202-555-0100>']);
    assert.deepEqual(pieces('x=a2V5OiBYWA=='), ['x=', '<a2V5OiBYWA==>']);
    assert.deepEqual(pieces('Dear John A. Doe, '), ['Dear ', '<John A. Doe>', ', ']);
    for (const text of [
      'xperson1@example.com',
      'person1@example.comx',
      '+1-202-555-01001',
      'aa2V5OiBYWA==',
    ]) {
      assert.deepEqual(pieces(text), [text]);
    }
  });

  it('leave a stand-in in what a renderer could make a link', () => {
    const prose = (text: string): string[] => piecesOf(text, known, { prose: true }).map(spelled);
    for (const text of [
      'http://evil.example/EMAIL_1',
      'https://EMAIL_1/x?CARD_10#y',
      'mailto:EMAIL_1',
      'www.evil.example/?q=EMAIL_1',
      '![a](x.png?EMAIL_1)',
      '[a]: evil.example/EMAIL_1',
    ]) {
      assert.deepEqual(prose(text), [text]);
      assert.ok(
        piecesOf(text, known).some(({ kind }) => kind === 'stand-in'),
        'but not in code',
      );
    }
    assert.deepEqual(prose('http://a.example EMAIL_1'), ['http://a.example ', '<EMAIL_1>']);
    assert.deepEqual(prose('metadata:EMAIL_1'), ['metadata:', '<EMAIL_1>']);
    const goesOn = piecesOf('b/EMAIL_1 EMAIL_1', known, { prose: true, inAddress: true });
    assert.deepEqual(goesOn.map(spelled), ['b/EMAIL_1 ', '<EMAIL_1>']);
    assert.deepEqual(
      ['see http://a.ex', 'see http://a.ex ', 'word', ''].map((text) => endsInAddress(text, true)),
      [true, false, true, false],
    );
  });

  it('take time by the text, not by the number of names', () => {
    const names = Array.from({ length: 5_000 }, (_, i) => ({
      name: `person${i}@example.com`,
      value: 'v',
      what: '',
    }));
    const text = 'person1@example.co person77@example.com '.repeat(25_000);
    const time = (standIns: typeof names): number => {
      const index = byName(standIns);
      piecesOf(text, index);
      const begun = performance.now();
      assert.equal(piecesOf(text, index).filter(({ kind }) => kind === 'stand-in').length, 25_000);
      return performance.now() - begun;
    };
    const few = time(names.slice(0, 100));
    assert.ok(time(names) < 20 * few + 50);
  });
});
