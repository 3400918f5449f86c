import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { encodingsOf } from '../../../../src/detect/values/encodings.ts';
import { ValueIndex } from '../../../../src/detect/values/value-index.ts';
import { Vault } from '../../../../src/redact/vault.ts';
import { githubToken } from '../../made-up.ts';

function find(values: readonly string[], text: string): string[] {
  const index = new ValueIndex();
  for (const value of values) index.add(value);
  return Array.from(index.occurrences(text), ({ start, value }) => `${start}:${value}`);
}

describe('ValueIndex', () => {
  it('finds long values anywhere and short ones as whole tokens', () => {
    assert.deepEqual(find(['longvalue'], 'xlongvaluex longvalue'), ['1:longvalue', '12:longvalue']);
    assert.deepEqual(find(['4821'], '148210 4821, x4821 (4821)'), ['7:4821', '20:4821']);
    assert.deepEqual(find(['ab'], 'abc ab-ab'), ['4:ab', '7:ab']);
  });

  it('ends a value where it ends, at the end of a text too, beside longer ones that begin the same', () => {
    const index = new ValueIndex();
    for (const value of ['harbour-seven', 'harbour-seven-north']) index.add(value);
    assert.deepEqual(
      [...index.occurrences('at harbour-seven')],
      [{ start: 3, end: 16, value: 'harbour-seven' }],
    );
  });

  it('tells nothing of a place that is known anyway, nor of what begins within it', () => {
    const index = new ValueIndex();
    for (const value of ['harbour-seven', 'seven-north']) index.add(value);
    const text = 'harbour-seven-north, harbour-seven';
    const starts = (isKnown: (start: number, end: number) => boolean): number[] =>
      Array.from(index.occurrences(text, isKnown), ({ start }) => start);
    assert.deepEqual(
      starts(() => false),
      [0, 21],
    );
    assert.deepEqual(
      starts((start, end) => start === 0 && end === 13),
      [21],
    );
  });

  it('prefers the longest where several begin', () => {
    assert.deepEqual(find(['secret-one', 'secret-one-two'], 'secret-one-two secret-one'), [
      '0:secret-one-two',
      '15:secret-one',
    ]);
  });

  it('takes a row of a value that begins within its own end for one', () => {
    const index = new ValueIndex();
    for (const value of ['"quoted-one"', 'abcab-abcab', 'zzzzzzzz']) index.add(value);
    const ends = (text: string): string[] =>
      Array.from(index.occurrences(text), ({ start, end }) => text.slice(start, end));
    assert.deepEqual(ends('x="quoted-one"quoted-one"quoted-one"+1'), ['"quoted-one"quoted-one"quoted-one"']);
    assert.deepEqual(ends('"quoted-one" "quoted-one"'), ['"quoted-one"', '"quoted-one"']);
    // Once by two characters, then by five.
    assert.deepEqual(ends('_abcab-abcabcab-abcab-abcab_'), ['abcab-abcabcab-abcab-abcab']);
    assert.deepEqual(ends(`a${'z'.repeat(21)}a${'z'.repeat(7)}`), ['z'.repeat(21)]);
  });

  it('is linear in a text of nothing but a value of one character', () => {
    const index = new ValueIndex();
    index.add('z'.repeat(20_000));
    const text = 'z'.repeat(2_000_000);
    assert.deepEqual(
      Array.from(index.occurrences(text), ({ end }) => end),
      [text.length],
    );
  });

  for (const others of [[], ['a long value that stands nowhere in it']]) {
    it(`is linear in a text of nothing but values of one character, beside ${others.length} other`, () => {
      const values = Array.from({ length: 20 }, (_, n) => String.fromCharCode(0x4e00 + n));
      const index = new ValueIndex([...others, ...values]);
      const text = Array.from({ length: 300_000 }, (_, n) => values[n % values.length]).join(' ');
      let count = 0;
      for (const { start, end } of index.occurrences(text)) count += end - start;
      assert.equal(count, 300_000);
    });
  }

  it('is linear in a text of nothing but values of three characters, all different', () => {
    const values = Array.from({ length: 150_000 }, (_, n) =>
      String.fromCharCode(0x4e00 + (n % 400), 0x5e00 + Math.floor(n / 400), 65),
    );
    const text = values.join(' ');
    const found = Array.from(new ValueIndex(values).occurrences(text), ({ start }) => start);
    assert.deepEqual(
      found,
      values.map((_, n) => 4 * n),
    );
  });

  it('finds the same of a few tiny values as of many', () => {
    const tiny = fc.string({ unit: fc.constantFrom(...'a1_. -é中\ud83d'), minLength: 1, maxLength: 3 });
    const others = Array.from({ length: 30 }, (_, n) => `q${n}`);
    fc.assert(
      fc.property(
        fc.array(tiny, { minLength: 1, maxLength: 5 }),
        fc.array(tiny, { maxLength: 12 }),
        (values, said) => {
          const text = said.join('');
          assert.deepEqual(
            [...new ValueIndex([...others, ...values]).occurrences(text)],
            [...new ValueIndex(values).occurrences(text)],
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('finds the same of a few values in a long text as of many', () => {
    const short = fc.string({ unit: fc.constantFrom(...'ab1_ '), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(
        fc.array(short, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(short, fc.nat()), { maxLength: 12 }),
        (values, pieces) => {
          const said = pieces
            .map(([before, which]) => before + (values[which % values.length] ?? ''))
            .join('');
          const text = `${' '.repeat(300)}${said}${'.'.repeat(300)}${said}`;
          const others = Array.from({ length: 20 }, (_, i) => `another value, number ${i}`);
          const all = (list: readonly string[]): unknown[] => {
            const index = new ValueIndex();
            for (const one of list) index.add(one);
            return [...index.occurrences(text)];
          };
          assert.deepEqual(all(values), all([...values, ...others]));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('finds every long value that is there', () => {
    const value = fc.string({ minLength: 8, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5 }),
        fc.string(),
        fc.string(),
        (values, a, b) => {
          for (const one of values) assert.ok(find([one], a + one + b).length > 0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('encodingsOf', () => {
  it('covers base64 at every offset, base64url, percent, hex and JSON escapes', () => {
    const value = 'p/ä+"sß>~word?';
    const vault = new Vault();
    vault.standInFor(value, 'credential');
    const none = new Set<string>();
    for (const lead of ['', 'x', 'xy', 'xyz']) {
      const encoded = Buffer.from(`${lead}${value}tail`).toString('base64');
      assert.ok(vault.isIn(`q=${encoded}`, none), `base64 after ${lead.length}`);
      assert.ok(vault.isIn(Buffer.from(lead + value).toString('base64url'), none));
    }
    assert.ok(vault.isIn(encodeURIComponent(value), none));
    assert.ok(vault.isIn(Buffer.from(value).toString('hex'), none));
    assert.ok(vault.isIn(JSON.stringify(value), none));
    assert.ok(!vault.isIn('something else altogether', none));
    assert.ok(!vault.isIn(value, new Set([value])));
  });

  it('never throws, lone surrogates included', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => encodingsOf(value).length >= 0));
  });

  it('finds an encoded token in what surrounds it, whatever that is', () => {
    const token = githubToken();
    const vault = new Vault();
    vault.standInFor(token, 'github-token');
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        const encoded = Buffer.concat([before, Buffer.from(token), after]).toString('base64');
        assert.ok(vault.isIn(encoded, new Set()));
      }),
    );
  });
});
