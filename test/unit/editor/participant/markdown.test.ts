import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { COMMANDS } from '../../../../src/editor/ids.ts';
import { markdownOf } from '../../../../src/editor/participant/markdown.ts';
import { HOSTILE, readAnswer, shownAs } from './hostile.ts';

/** A text in every place that an answer has for one. */
const everywhere = (text: string): Parameters<typeof markdownOf>[0] => [
  { heading: ['x', text, 'x'] },
  { text: ['x', text, 'x ', { strong: `x${text}x` }] },
  { list: [{ line: ['x', text, 'x'], under: [['x', text, 'x']] }] },
  { table: { head: [`x${text}x`], rows: [[['x', text, 'x']]] } },
  { text: [{ code: `x${text}x` }] },
];

describe('the Markdown of an answer', () => {
  for (const text of HOSTILE) {
    it(`shows as it is: ${JSON.stringify(text)}`, () => {
      const { text: shown, links } = readAnswer(everywhere(text));
      assert.deepEqual(links, []);
      const times = shown.split(shownAs(`x${text}x`)).length - 1;
      assert.equal(times, 8);
    });
  }

  it('shows any text as it is, and makes nothing of it', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 20 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join('');
        const { text: shown, links } = readAnswer(everywhere(text));
        assert.deepEqual(links, []);
        assert.equal(shown.split(shownAs(`x${text}x`)).length - 1 >= 8, true);
      }),
      { numRuns: 300 },
    );
  });

  it('holds no address of its own accord, for readers that make links of what looks like one', () => {
    for (const text of HOSTILE)
      assert.doesNotMatch(markdownOf(everywhere(text).slice(0, 4)), /:\/\/|www\.|\w@\w/);
  });

  it('links to sources over https, and to nothing else', () => {
    for (const [address, expected] of [
      ['https://example.com/terms#2', ['https://example.com/terms#2']],
      ['https://example.com/a_(b)|c', ['https://example.com/a_%28b%29%7Cc']],
      ['https://example.com/) [x](command:evil)', ['https://example.com/%29%20%5Bx%5D%28command:evil%29']],
      ['http://example.com/', []],
      ['javascript:alert(1)', []],
      ['command:workbench.action.quit', []],
      ['not an address', []],
    ] as const) {
      const { links, text } = readAnswer([{ text: ['see ', { cite: address, label: 'the [terms](x)' }] }]);
      assert.deepEqual(links, expected, address);
      assert.equal(text, 'see the [terms](x)');
    }
  });

  it('links to commands of ours, without arguments', () => {
    const { links } = readAnswer([{ text: [{ command: COMMANDS.showLedger, label: 'Show ] Ledger' }] }]);
    assert.deepEqual(links, ['command:promptAirlock.showLedger']);
  });

  it('cuts what has no end, in time that grows with nothing', () => {
    const markdown = markdownOf([{ text: ['*'.repeat(1_000_000)] }]);
    assert.ok(markdown.length < 2_100);
    assert.match(markdown, / … /);
  });
});
