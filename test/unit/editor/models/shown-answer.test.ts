import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ShownAnswer } from '../../../../src/editor/models/shown-answer.ts';
import type { Segment } from '../../../../src/redact/restore.ts';
import type { StandIn } from '../../../../src/redact/stand-in.ts';
import { linkedByCommonMark, linkedByEditor } from './renderers.ts';

const HOST = 'https://falcon.brightparcel.io/x';
const VALUES: Readonly<Record<string, string>> = {
  EMAIL_1: 'ada@brightparcel.io',
  NAME_1: 'Ada Marsh',
  TOKEN_1: 'tok_9f*_x',
  KEY_1: 'BEGIN\nwww.brightparcel.io',
  HOST_1: HOST,
  PHONE_1: '(415) 867 5309',
  PIPE_1: 'a|www.brightparcel.io',
};

function segmentsOf(text: string): Segment[] {
  return text
    .split(/((?:EMAIL|NAME|PHONE|TOKEN|KEY|HOST|PIPE)_1(?![\dA-Za-rt-z]))/)
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
    [
      'nothing behind a list that a block may have ended with',
      '- a\n\n  ```\nHOST_1',
      '- a\n\n  ```\nHOST_1',
    ],
    [
      'nothing as it is behind a block in a list',
      '- ```\n  x\n  ```\n  HOST_1',
      `- \`\`\`\n  x\n  \`\`\`\n  \`${HOST}\``,
    ],
    ['nothing in a block that HTML may hold', '<div>\n```\n\nHOST_1', '<div>\n```\n\nHOST_1'],
    ['nothing in what may be the address of a definition', '[a]:\n```\nHOST_1', '[a]:\n```\nHOST_1'],
    ['nothing in a block that a formula may hold', '$$\n```\n$$\nHOST_1', '$$\n```\n$$\nHOST_1'],
    ['nothing in a span that began as an address', 'https://e.com/`EMAIL_1`', 'https://e.com/`EMAIL_1`'],
    ['nothing in a span whose mark may be none', '\\`EMAIL_1`', '\\`EMAIL_1`'],
    ['no mark of a span where another stands', '~EMAIL_1', '~EMAIL_1'],
    ['nothing in a definition on more lines', '[a\nb]: NAME_1', '[a\nb]: NAME_1'],
    ['nothing that would be the target of a link', '[call]PHONE_1', '[call]`(415) 867 5309`'],
    ['words where a span may be open or not', '`a\nb` NAME_1 `EMAIL_1`', '`a\nb` Ada Marsh `EMAIL_1`'],
    ['nothing in a mail address', 'x@y.NAME_1', 'x@y.NAME_1'],
    ['nothing where the plural of it would begin one', 'NAME_1s.x@evil.example', 'NAME_1s.x@evil.example'],
    ['no marks in the line that opens a block', '```sh EMAIL_1\n', '```sh EMAIL_1\n'],
    [
      'a block in a list as it is',
      '1. Run\n   ```sh\n   mail EMAIL_1\n',
      '1. Run\n   ```sh\n   mail ada@brightparcel.io\n',
    ],
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
      fc.constantFrom('EMAIL_1', 'NAME_1', 'PHONE_1', 'TOKEN_1', 'HOST_1', 'PIPE_1'),
      fc.constantFrom(
        '](',
        '[a',
        '[a]',
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

  const joined = pieces.map((all) =>
    all.join(' ').replaceAll(/ ?(\]\(|\)|\]: |@|\.x|www\.|mailto:|https:\/\/e\.com\/) ?/g, '$1'),
  );

  const lines = fc
    .array(
      fc.tuple(
        fc.constantFrom(
          '',
          '',
          '',
          ...' |  |   |    |\t|- |* |1. |2. |10) |>|> |> - |- > |- - |-     |   1. |    - |* * *'.split('|'),
        ),
        fc.array(
          fc.constantFrom(
            ...'a|```|```|```sh|````|~~~|`|``|HOST_1|EMAIL_1|NAME_1|PHONE_1|PIPE_1|KEY_1|`HOST_1|`EMAIL_1`|<div>|<!-- |-->|<pre>'.split(
              '|',
            ),
            ...'[a]:|[a]: x "|"|[a|b]: |$$|---|===|\\|~|@|x@y.zz|www.|https://e.com/|[x](|](<|\u{a0}|\r'.split(
              '|',
            ),
            '|',
            ' ',
          ),
          { maxLength: 3 },
        ),
      ),
      { minLength: 1, maxLength: 9 },
    )
    .map((all) => all.map(([mark, words]) => mark + words.join('')).join('\n'));

  for (const [what, wires, numRuns] of [
    ['an address', joined, 20_000],
    ['an address, whatever blocks it stands in', lines, 50_000],
  ] as const) {
    it(`never has a value in what any renderer makes ${what}`, () => {
      fc.assert(
        fc.property(wires, (wire) => {
          const text = shown(wire);
          const linked = [...linkedByEditor(text), ...linkedByCommonMark(text)].join('\n');
          for (const value of ['ada@', 'Ada', 'Marsh', 'falcon', 'tok_9f', '415', '5309', 'www.brightparcel'])
            assert.ok(!linked.includes(value));
        }),
        { numRuns },
      );
    });
  }

  it('is the same however it comes in', () => {
    const wires = fc.oneof(
      pieces.map((all) => all.join('')),
      lines,
    );
    fc.assert(
      fc.property(wires, fc.array(fc.nat({ max: 5 }), { minLength: 1 }), (wire, cuts) => {
        const segments = segmentsOf(wire);
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
        assert.equal(out + answer.end(), shown(wire));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes its time with nothing that a model repeats', () => {
    for (const piece of [
      'EMAIL_1 ',
      '`EMAIL_1` ',
      '`:',
      '\n:',
      'www.`',
      '<a "',
      '](',
      '[a]: ',
      '://',
      'a@',
      '> - ',
      '1. ```\n',
      '~`',
    ])
      assert.ok(shown(piece.repeat(300_000 / piece.length)).length >= 299_000, piece);
  }).timeout(20_000);
});
