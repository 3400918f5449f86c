import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ShownAnswer } from '../../../../src/editor/models/shown-answer.ts';
import { linkedAddresses } from '../../../../src/markdown/addresses.ts';
import type { Segment } from '../../../../src/redact/restore.ts';
import type { StandIn } from '../../../../src/redact/stand-in.ts';

const VALUES: Readonly<Record<string, string>> = {
  EMAIL_1: 'ada@brightparcel.io',
  NAME_1: 'Ada Marsh',
  TOKEN_1: 'tok_9f*_x',
  KEY_1: 'BEGIN\nmore',
  HOST_1: 'https://falcon.brightparcel.io/x',
  PIPE_1: 'a|www.brightparcel.io',
};

function segmentsOf(text: string): Segment[] {
  return text
    .split(/(EMAIL_1|NAME_1|TOKEN_1|KEY_1|HOST_1|PIPE_1)/)
    .filter((piece) => piece !== '')
    .map((piece): Segment => {
      const value = VALUES[piece];
      const standIn: StandIn | undefined =
        value === undefined ? undefined : { name: piece, kind: 'email', value };
      return standIn ? { standIn } : { text: piece };
    });
}

function shown(text: string, restore = true): string {
  const answer = new ShownAnswer(restore);
  return answer.push(segmentsOf(text)) + answer.end();
}

describe('an answer as the editor’s Chat shows it', () => {
  const CASES: readonly (readonly [what: string, wire: string, shown: string])[] = [
    ['words as they are', 'I asked NAME_1 today.', 'I asked Ada Marsh today.'],
    [
      'an address as code, which no renderer makes a link',
      'Write to EMAIL_1.',
      'Write to `ada@brightparcel.io`.',
    ],
    ['signs of Markdown as code', 'Use TOKEN_1 now', 'Use `tok_9f*_x` now'],
    ['an address of a page as code', 'See HOST_1 for it', 'See `https://falcon.brightparcel.io/x` for it'],
    ['several lines not at all', 'It is KEY_1.', 'It is KEY_1.'],
    ['code as it is', '`mail EMAIL_1`', '`mail ada@brightparcel.io`'],
    ['a block of code as it is', '```sh\nmail EMAIL_1\n```', '```sh\nmail ada@brightparcel.io\n```'],
    ['nothing in a link', '[x](https://e.com/?q=NAME_1)', '[x](https://e.com/?q=NAME_1)'],
    ['nothing in the target of a link on another line', '[x](\nNAME_1)', '[x](\nNAME_1)'],
    ['nothing in a target with brackets in it', '[x](a(b)NAME_1)', '[x](a(b)NAME_1)'],
    ['nothing in a picture', '![NAME_1](https://e.com/NAME_1.png)', '![Ada Marsh](https://e.com/NAME_1.png)'],
    ['nothing in a bare address', 'https://e.com/NAME_1', 'https://e.com/NAME_1'],
    ['nothing behind www', 'www.NAME_1', 'www.NAME_1'],
    ['nothing in an autolink', '<mailto:NAME_1>', '<mailto:NAME_1>'],
    ['nothing in a tag', '<img alt=">" src="NAME_1">', '<img alt=">" src="NAME_1">'],
    ['nothing in a definition', '[a]: NAME_1', '[a]: NAME_1'],
    ['nothing in a definition on two lines', '> [a]:\n  NAME_1', '> [a]:\n  NAME_1'],
    ['nothing where a mail address would begin', 'NAME_1@evil.example', 'NAME_1@evil.example'],
    ['nothing where one would go on', 'NAME_1.x@evil.example', 'NAME_1.x@evil.example'],
    ['nothing in a target behind a block', 'a ```\n```\n```\n](NAME_1', 'a ```\n```\n```\n](NAME_1'],
    ['nothing in a span that never ends', '`EMAIL_1\n\n`', '`EMAIL_1\n\n`'],
    ['nothing where a fence in a quotation could have begun', '> ```\nEMAIL_1 ```\n', '> ```\nEMAIL_1 ```\n'],
    ['nothing where a fence in a list could have begun', '- ```\nEMAIL_1 ```\n', '- ```\nEMAIL_1 ```\n'],
    ['nothing in a span that a quotation ends', '`\n> EMAIL_1`', '`\n> EMAIL_1`'],
    ['nothing in a span that a cell ends', '| a ` | EMAIL_1 ` |', '| a ` | EMAIL_1 ` |'],
    ['nothing that would be two cells', 'see PIPE_1', 'see PIPE_1'],
    ['a value in a span in a quotation', '> `EMAIL_1`', '> `ada@brightparcel.io`'],
    ['what stands behind a link again', '[x](https://e.com) NAME_1', '[x](https://e.com) Ada Marsh'],
    ['what stands behind an empty line again', '[x](y\n\nNAME_1', '[x](y\n\nAda Marsh'],
  ];
  for (const [what, wire, expected] of CASES) {
    it(`has ${what}`, () => assert.equal(shown(wire), expected));
  }

  it('keeps every stand-in where values are not to be shown', () => {
    assert.equal(shown('NAME_1 and `EMAIL_1`', false), 'NAME_1 and `EMAIL_1`');
  });

  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('EMAIL_1', 'NAME_1', 'TOKEN_1', 'HOST_1', 'PIPE_1'),
      fc.constantFrom(
        '](',
        '[a',
        '<',
        '>',
        '](<',
        ')',
        '\n',
        '\n\n',
        'https://e.com/',
        'www.',
        '@',
        '.x',
        '`',
        '```\n',
        ' ',
        '![',
        ']: ',
        'mailto:',
        '|',
        '- ',
      ),
    ),
    { maxLength: 20 },
  );

  it('never has a value in what a renderer makes an address', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const text = shown(
          all.join(' ').replaceAll(/ ?(\]\(|\)|\]: |@|\.x|www\.|mailto:|https:\/\/e\.com\/) ?/g, '$1'),
        );
        // The label of a definition is no part of the address behind it.
        const linked = linkedAddresses(text)
          .join('\n')
          .replaceAll(/^\s{0,3}\[[^\]\n]*\]:/gm, '');
        for (const value of ['ada@brightparcel.io', 'Ada Marsh', 'Ada%20Marsh', 'tok_9f', 'www.brightparcel'])
          assert.ok(!linked.includes(value));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is the same however it comes in', () => {
    fc.assert(
      fc.property(pieces, fc.array(fc.nat({ max: 5 }), { minLength: 1 }), (all, cuts) => {
        const segments = segmentsOf(all.join(''));
        const answer = new ShownAnswer(true);
        let out = '';
        let at = 0;
        for (const segment of segments) {
          if ('standIn' in segment) out += answer.push([segment]);
          else {
            for (let from = 0; from < segment.text.length;) {
              const length = 1 + (cuts[at++ % cuts.length] ?? 0);
              out += answer.push([{ text: segment.text.slice(from, from + length) }]);
              from += length;
            }
          }
        }
        assert.equal(out + answer.end(), shown(all.join('')));
      }),
      { numRuns: 2_000 },
    );
  });
});
