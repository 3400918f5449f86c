import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { createLiteralFinder } from '../../../../src/detect/survey/literals.ts';
import type { Places } from '../../../../src/detect/survey/places.ts';
import { createSurveyor, surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';
import { compiledKernel } from '../../../provision/kernel.ts';

/** So many code units are looked at as one. */
const SPAN = 65_520;

const pairsOf = (places: Places): string[] =>
  Array.from({ length: places.length }, (_, i) => `${places.first(i)}-${places.second(i)}`);

const matches = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(({ 0: match, index }) => `${index}-${index + match.length}`);

/** A piece, at every place around the end of the first span. */
interface Placed {
  readonly piece: string;
  readonly shift: number;
  readonly pad: string;
}

const aroundEdge = (piece: fc.Arbitrary<string>): fc.Arbitrary<Placed> =>
  fc.record({
    piece,
    shift: fc.integer({ min: -80, max: 20 }),
    pad: fc.constantFrom('', 'x ', '. ', 'é ', '中。', '\u{1f600}'),
  });

/** The piece alone where there is no padding; the text is not shown when a case fails, being long. */
function textOf({ piece, shift, pad }: Placed): string {
  if (pad === '') return piece;
  return `${pad.repeat(SPAN / pad.length).slice(0, SPAN + shift)} ${piece} ${pad.repeat(40)}`;
}

describe('the survey of a text', () => {
  it('runs the code its source compiles to', async () => {
    const { path, text } = await compiledKernel();
    assert.equal(readFileSync(path, 'utf8'), text, 'run npm run kernel');
  }).timeout(60_000);

  it('notes every run of digits that has enough of them around, once, wherever spans end', () => {
    const unit = fc.constantFrom(
      '1',
      '22',
      '333',
      '44444',
      '1234567890123',
      ' ',
      '-',
      '. ',
      'ab',
      'xy',
      '\\b',
      ' '.repeat(9),
    );
    const piece = fc.array(unit, { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(aroundEdge(piece), (where) => {
        const text = textOf(where);
        const noted = pairsOf(surveyWithoutLiterals(text).digits);
        assert.deepEqual(noted, [...new Set(noted)]);
        // Those beside a small letter of hex are of hashes.
        const runs = [...text.matchAll(/\d+/g)]
          .map(({ 0: digits, index }) => ({ start: index, end: index + digits.length }))
          .filter(
            ({ start, end }) =>
              !/[a-f]/.test(text.charAt(end)) && !/(?<!\\)[a-f]$/.test(text.slice(0, start).slice(-2)),
          );
        const placed = runs
          .filter(({ start, end }) => end - start > 1)
          .map(({ start, end }) => `${start}-${end}`);
        assert.deepEqual(
          noted.filter((one) => !placed.includes(one)),
          [],
        );
        // Rows of runs no more than eight apart that have six digits in all.
        const rows: { start: number; end: number }[][] = [];
        for (const run of runs) {
          const last = rows.at(-1)?.at(-1);
          if (last && run.start - last.end <= 8) rows.at(-1)?.push(run);
          else rows.push([run]);
        }
        const wanted = rows
          .filter((row) => row.reduce((sum, { start, end }) => sum + end - start, 0) >= 6)
          .flatMap((row) => row.filter(({ start, end }) => end - start > 1))
          .map(({ start, end }) => `${start}-${end}`);
        assert.deepEqual(
          wanted.filter((one) => !noted.includes(one)),
          [],
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('notes short numbers behind words of other scripts too', () => {
    const found = (text: string): string[] => pairsOf(surveyWithoutLiterals(text).digits);
    assert.deepEqual(found('安全码: 123'), ['5-8']);
    assert.deepEqual(found(`${'x '.repeat(SPAN / 2 - 3)}安全码: 123`), [`${SPAN - 1}-${SPAN + 2}`]);
    assert.deepEqual(found('code: 123, and so on'), []);
  });

  it('notes every run of 26 to 64 letters and digits', () => {
    const piece = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(' ', '_', '/', 'é')), { maxLength: 8 })
      .map((words) => words.map(([length, gap]) => 'aZ09'.repeat(30).slice(0, length) + gap).join(''));
    fc.assert(
      fc.property(aroundEdge(piece), (where) => {
        const text = textOf(where);
        const noted = new Set(pairsOf(surveyWithoutLiterals(text).longWords));
        const wanted = matches(/(?<![A-Za-z0-9])[A-Za-z0-9]{26,64}(?![A-Za-z0-9])/g, text);
        assert.deepEqual([...noted].sort(), wanted.sort());
      }),
      { numRuns: 1_000 },
    );
  });

  it('notes points and pairs that stand as far apart as those of tokens and of adapters', () => {
    const piece = fc.string({ unit: fc.constantFrom('.', ':', '-', 'a'), maxLength: 60 });
    fc.assert(
      fc.property(aroundEdge(piece), (placed) => {
        const text = textOf(placed);
        const { points, pairs } = surveyWithoutLiterals(text);
        const firstOf = (places: Places): number[] =>
          Array.from({ length: places.length }, (_, i) => places.first(i));
        const at = (pattern: RegExp): number[] => [...text.matchAll(pattern)].map(({ index }) => index);
        const apart = (by: number): number[] =>
          firstOf(points).filter((_, i) => points.second(i) - points.first(i) === by);
        assert.deepEqual(apart(7), at(/\.(?=[^]{6}\.)/g));
        assert.deepEqual(apart(5), at(/\.(?=[^]{4}\.)/g));
        assert.deepEqual(firstOf(pairs), at(/([:-])(?!\1)(?=[^]{2}\1[^]{2}\1[^]{2}\1[^]{2}\1)/g));
      }),
      { numRuns: 1_000 },
    );
  });

  it('notes where a recovery phrase begins, wherever spans end', () => {
    const word = fc.constantFrom('hamster', 'diagram', 'private', 'dutch', 'cause', 'Delay', 'MEAT', 'zoo');
    const gap = fc.constantFrom(' ', ', ', '\n', '  ', '", "', '\n    3. ');
    const phrase = fc
      .array(fc.tuple(word, gap), { minLength: 12, maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(aroundEdge(phrase), (placed) => {
        const text = textOf(placed);
        const at = text.indexOf(placed.piece);
        const { phrases } = surveyWithoutLiterals(`${text} (end)`);
        const starts = Array.from({ length: phrases.length }, (_, i) => phrases.first(i));
        assert.ok(starts.some((start) => start <= at && at < start + 47));
      }),
      { numRuns: 1_000 },
    );
  });

  it('notes all that is beyond ASCII', () => {
    const piece = fc.string({
      unit: fc.constantFrom('a', ' '.repeat(20), 'é', '中', '\u{1f600}'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(aroundEdge(piece), (placed) => {
        const text = textOf(placed);
        const { beyondAscii } = surveyWithoutLiterals(text);
        let rest = text;
        for (let i = beyondAscii.length - 1; i >= 0; i--) {
          const [start, end] = [beyondAscii.first(i), beyondAscii.second(i)];
          assert.match(text.charAt(start) + text.charAt(end - 1), /^[^\0-\x7f]{2}$/);
          rest = rest.slice(0, start) + rest.slice(end);
        }
        assert.doesNotMatch(rest, /[^\0-\x7f]/);
      }),
      { numRuns: 1_000 },
    );
  });

  it('notes more of everything than is fetched at once', () => {
    const { points, pairs, digits, longWords } = surveyWithoutLiterals(
      `${'.'.repeat(30_000)} ${'ab:'.repeat(30_000)} ${'123 456 '.repeat(30_000)} ${`${'a1'.repeat(20)} `.repeat(9_000)}`,
    );
    assert.deepEqual([points.length, pairs.length], [29_993 + 29_995, 30_000 - 4]);
    assert.deepEqual([digits.length, longWords.length], [60_000, 9_000]);
  });

  it('finds literals across the ends of spans, in text of every script', () => {
    const words = ['secret', 'tok', 'geheimnis', 'пароль', '住所です'];
    const finder = createLiteralFinder(words.map((text) => ({ text, exact: false, value: text })));
    fc.assert(
      fc.property(aroundEdge(fc.constantFrom(...words)), (placed) => {
        const text = textOf(placed);
        const found: string[] = [];
        finder.find(text, (at, word) => found.push(`${at}:${word}`));
        assert.deepEqual(
          found,
          words.filter((word) => text.includes(word)).map((word) => `${text.indexOf(word)}:${word}`),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('finds all of more literals than are fetched at once', () => {
    const words = Array.from({ length: 40 }, (_, i) => 'abcdef' + '0'.repeat(i));
    const finder = createLiteralFinder(words.map((text) => ({ text, exact: true, value: text })));
    let found = 0;
    finder.find(`abcdef${'0'.repeat(40)}`.repeat(3_000), () => (found += 1));
    assert.equal(found, 40 * 3_000);
  });

  it('knows nothing of the text before, however long that was', () => {
    const piece = fc.constantFrom(
      'Name: ',
      '4539 8544 ',
      'password=',
      '中文：',
      ' Maria',
      '%41',
      'é'.repeat(40),
    );
    const text = fc
      .tuple(fc.array(piece, { minLength: 1, maxLength: 9 }), fc.constantFrom(0, 1, 30, 1_300, 70_000))
      .map(([pieces, length]) => pieces.join('').repeat(1 + length / pieces.join('').length));
    const lasting = createSurveyor([]);
    fc.assert(
      fc.property(text, text, (before, behind) => {
        lasting(before);
        const fresh = createSurveyor([])(behind);
        const noted = lasting(behind);
        for (const [name, places] of Object.entries(fresh))
          assert.deepEqual(pairsOf(noted[name as keyof typeof noted]), pairsOf(places as Places), name);
      }),
      { numRuns: 40 },
    );
  });
});
