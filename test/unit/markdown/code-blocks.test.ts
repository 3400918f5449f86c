import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { linkedAddresses } from '../../../src/markdown/linked-addresses.ts';
import { codeBlocks } from '../../../src/markdown/code-blocks.ts';
import { markdown } from '../../../src/markdown/parser.ts';

describe('blocks of code in an answer', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['fenced, with a language', 'a\n\n```sh\necho "EMAIL_1"\n```\nb', ['echo "EMAIL_1"']],
    ['in a list and in a quotation', '- a\n  ```\n  x\n    y\n  ```\n\n> ~~~\n> z\n> ~~~', ['x\n  y', 'z']],
    ['indented', 'a\n\n    one\n    two\n\nb', ['one\ntwo']],
    ['not closed yet', '```js\nlet a = ', ['let a = ']],
    ['empty', '```\n```', ['']],
    ['with Markdown in it', '````\n```\n[a](http://b)\n```\n````', ['```\n[a](http://b)\n```']],
    ['none, but code in a line', 'say `x` and <pre>y</pre>', []],
  ];
  for (const [name, source, blocks] of cases) {
    it(name, () => {
      assert.deepEqual(
        codeBlocks(source).map(({ text }) => text),
        blocks,
      );
      const drawn = markdown.render(source).match(/<pre>/g) ?? [];
      assert.equal(drawn.length, blocks.length, 'as many as the panel shows');
    });
  }
});

describe('addresses in an answer', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['of a link', '[a](https://b.example/EMAIL_1)', true],
    ['of a picture', '![a](https://b.example/EMAIL_1.png)', true],
    ['of a picture that is no address of the web', '![a](x/EMAIL_1.png)', true],
    ['of a definition', '[a][b]\n\n[b]: https://b.example/EMAIL_1', true],
    ['of a definition that nothing refers to', 'x\n\n[b]: https://b.example/EMAIL_1', true],
    ['in angle brackets', '<https://b.example/EMAIL_1>', true],
    ['bare', 'see https://b.example/?q=EMAIL_1.', true],
    ['of mail', 'write to mailto:EMAIL_1', true],
    ['bare, without a scheme', 'at www.b.example/EMAIL_1', true],
    ['of a picture in HTML, without a scheme', '<img src="//b.example/EMAIL_1">', true],
    ['of HTML that looks like code in a line', '<a title="`" href="//b.example/EMAIL_1`">', true],
    ['in a block of code that HTML may hold', '<div>\n```\n\n![a](https://b.example/EMAIL_1)', true],
    ['in a block of code that a list may have ended', '- a\nb\n  ```\nhttps://b.example/EMAIL_1', true],
    ['in code that is only indented', 'a\n\n    https://b.example/EMAIL_1', true],
    ['not in a block of code in a list', '1. a\n   ```\n   https://b.example/EMAIL_1\n\n   b\n   ```', false],
    [
      'not in a block of code whose lines end in another way',
      '```\r\nhttps://b.example/EMAIL_1\r\n```',
      false,
    ],
    [
      'not in a block of code of another length, or in one that never ends',
      '````\n```\nhttps://b.example/EMAIL_1',
      false,
    ],
    [
      'of a tag in an answer that is too long to be parsed',
      `${'a '.repeat(100_001)}<img src="//b.example/EMAIL_1">`,
      true,
    ],
    ['in a script', '<script>\nload("/x?" + "EMAIL_1")\n</script>', true],
    ['not between tags', '<div>EMAIL_1</div> <b>EMAIL_1</b>', false],
    ['not beside one', 'EMAIL_1 wrote to https://b.example', false],
    ['not in a block of code', '```\ncurl https://b.example/EMAIL_1\n```', false],
    ['not in code in a line', '`https://b.example/EMAIL_1`', false],
    ['not the text of a link', '[EMAIL_1](https://b.example/)', false],
  ];
  for (const [name, source, holds] of cases) {
    it(name, () => {
      assert.equal(linkedAddresses(source).join('\n').includes('EMAIL_1'), holds);
    });
  }

  it('are found in a text that is all address, in time', () => {
    linkedAddresses('http://'.repeat(100_000));
    for (const piece of ['[a]:', '<a "', '<div>\n', '- ', '```\n', '`<', '"<'])
      for (const times of [40_000, 80_000]) linkedAddresses(piece.repeat(times));
  }).timeout(5_000);
});
