import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cpuTime } from '../../../provision/cpu-time.ts';
import { surveyWithoutLiterals } from '../../../../src/detect/survey/survey.ts';
import { BIP39_WORDS, bip39Number, passesBip39 } from '../../../../src/detect/checks/bip39.ts';
import { seedPhraseByCheck } from '../../../../src/detect/rules/seed-phrase.ts';

/** A test vector of the standard for 128 bits. */
const TWELVE = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
/** One of its test vectors for 256 bits. */
const TWENTY_FOUR =
  'hamster diagram private dutch cause delay private meat slide toddler razor book ' +
  'happy fancy gospel tennis maple dilemma loan word shrug inflict delay length';
const WORDS = TWENTY_FOUR.split(' ');

const numbersOf = (phrase: string): number[] => phrase.split(' ').map((word) => bip39Number(word) ?? -1);

function found(text: string): readonly string[] {
  return [...seedPhraseByCheck.find(text, surveyWithoutLiterals(text))].map(({ start, end }) =>
    text.slice(start, end),
  );
}

const FORMS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  'in a line': (words) => words.join(' '),
  'in capitals': (words) => words.join(' ').toUpperCase(),
  'a word a line': (words) => words.join('\n'),
  'with the line ends of Windows': (words) => words.join('\r\n'),
  'quoted in a mail': (words) => words.join('\n> '),
  numbered: (words) => words.map((word, at) => (at === 0 ? word : `${at + 1}. ${word}`)).join('\n'),
  'numbered with brackets': (words) =>
    words.map((word, at) => (at === 0 ? word : `${at + 1}) ${word}`)).join(' '),
  'as an array': (words) => words.join('",\n      "'),
  'with commas': (words) => words.join(', '),
  'in a table': (words) => words.map((word, at) => (at === 0 ? word : `| ${at + 1} | ${word}`)).join(' |\n'),
};

describe('seed phrases by their check', () => {
  it('know the list and its check', () => {
    assert.equal(BIP39_WORDS.length, 2048);
    assert.deepEqual([bip39Number('abandon'), bip39Number('zoo'), bip39Number('the')], [0, 2047, undefined]);
    for (const phrase of [TWELVE, TWENTY_FOUR]) assert.ok(passesBip39(numbersOf(phrase)));
    assert.ok(!passesBip39(numbersOf(TWELVE.replace('yellow', 'zoo'))));
    assert.ok(!passesBip39(numbersOf(TWELVE).slice(1)));
    assert.ok(!passesBip39([]));
  });

  for (const [form, write] of Object.entries(FORMS))
    it(`are found ${form}, wherever they stand`, () => {
      const phrase = write(WORDS);
      for (const [before, after] of [
        ['', ''],
        ['keep this: ', '; thanks'],
        ['the old wallet had\n\n', '\n\nand it is gone'],
        [`${'x'.repeat(61)} `, `\n${'y'.repeat(50)}`],
        ['日本語', '日本語'],
      ] as const)
        assert.deepEqual(found(before + phrase + after), [phrase]);
    });

  it('are found at every distance from what stands before them', () => {
    for (let units = 0; units < 60; units++)
      for (const piece of ['.', ' ', '1', 'ab ', 'abcdefghij ', 'hello there old friend '])
        assert.deepEqual(found(`${piece.repeat(units)}\n\n${TWELVE}`), [TWELVE], `${units} of ${piece}`);
  });

  it('are found one below the other, and beside other words of the list', () => {
    assert.deepEqual(found([TWELVE, TWENTY_FOUR, TWELVE, TWENTY_FOUR].join('\n')), [
      TWELVE,
      TWENTY_FOUR,
      TWELVE,
      TWENTY_FOUR,
    ]);
    assert.deepEqual(found(`wallet ${TWELVE} then`), [TWELVE]);
  });

  it('are not the list itself, what test networks use, or prose', () => {
    for (const text of [
      BIP39_WORDS.join('\n'),
      JSON.stringify(BIP39_WORDS),
      'test '.repeat(11) + 'junk',
      'abandon '.repeat(11) + 'about',
      TWELVE.replace('yellow', 'zoo'),
      `x${TWELVE}`,
      `${TWELVE}s`,
      TWELVE.replaceAll(' ', ''),
      'the quick brown fox jumps over the lazy dog while seven wise owls watch from their old tree',
      '',
    ])
      assert.deepEqual(found(text), []);
  });

  for (const piece of [
    'zoo ',
    'abandon ',
    ' ',
    '\n',
    '1. ',
    'zoo, zoo\n',
    `${WORDS.slice(0, 12).join(' ')}! `,
    TWELVE,
  ])
    it(`take linear time for ${JSON.stringify(piece.slice(0, 16))} over and over`, () => {
      const time = (size: number): number => {
        const text = piece.repeat(Math.ceil(size / piece.length));
        const start = cpuTime();
        found(text);
        return cpuTime() - start;
      };
      time(50_000);
      const [small, large] = [Math.min(time(50_000), time(50_000)), Math.min(time(500_000), time(500_000))];
      assert.ok(large < 25 * Math.max(small, 5), `${small} ms became ${large} ms`);
    });
});
