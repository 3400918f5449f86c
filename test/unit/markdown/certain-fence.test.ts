import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CertainFence } from '../../../src/markdown/certain-fence.ts';

function holds(text: string, value = 'v'): boolean {
  const fence = new CertainFence();
  fence.read(text);
  return fence.holds(value);
}

describe('a fenced block of code that is one for certain', () => {
  const INSIDE: readonly (readonly [what: string, text: string])[] = [
    ['of backticks', '```\n'],
    ['of tildes, with a language', 'a\n~~~ sh `x`\nb '],
    ['with a shorter run in it', '````\n```\n'],
    ['with other marks in it', '```\n~~~\n'],
    ['with what would be an item, a quotation or a tag in it', '```\n- a\n> b\n<div>\n'],
    ['indented', '   ```\na\n\nb\n'],
    ['of lines that end in another way', '```\r\na\r\n'],
    ['right behind a list', '- a\n- b\n```\n'],
    ['behind another one', '```\na\n```\n\n~~~\n'],
    ['in an item', '1. Run\n   ```sh\n   '],
    ['in an item, right behind its mark', '- ```sh\n  '],
    ['in an item of an item', '1. a\n   - b\n\n     ```\n     c\n\n     '],
    ['deeper in an item than it need be', '- a\n\n    ```\n  '],
    ['in the first column, whatever stood before', '- a\nb\n```\n'],
    ['behind a break', '* * *\n```\n'],
    ['behind a tag and an empty line', '<b>\n\n```\n'],
    ['behind a definition and an empty line', '[a]: x\n\n```\n'],
    ['behind a link', '[a](x):\n```\n'],
    ['behind a quotation and an empty line', '> a\n\n```\n'],
  ];
  for (const [what, text] of INSIDE) {
    it(`is one ${what}`, () => assert.ok(holds(text)));
  }

  const NOT: readonly (readonly [what: string, text: string])[] = [
    ['prose', 'a\n'],
    ['the line that opens one', '```'],
    ['what stands behind one', '```\na\n```\n'],
    ['behind one that ends with more marks', '```\na\n`````\n'],
    ['behind one that ends with marks of both kinds, which only some read as its end', '```\na\n```~\n'],
    ['a span that looks like one', '```a`\n'],
    ['one that a list may have ended', '- a\n\n  ```\nb\n'],
    ['one in an item that ends', '- ```\na'],
    ['one that may stand in an item that goes on without its indentation', '- a\nb\n  ```\n'],
    ['one in an item that only some begin behind text', 'a\n2. ```\n   '],
    ['one in a quotation', '> ```\n> '],
    ['one in HTML', '<div>\n```\n'],
    ['one in a comment', '<!--\n\n```\n'],
    ['one in a formula', '$$\n\n```\n'],
    ['one that is the address of a definition', '[a]:\n```\n'],
    ['one in the title of a definition', '[a]: x "\n\n```\n'],
    ['one in the label of a definition', '[a\n\n```\n'],
    ['one behind a doubt', '> ```\n\n```\n'],
    ['one that is too deep', '    ```\n'],
    ['one behind a tab', '- a\n\n\t```\n\t'],
    ['one behind white space that is no blank', '\u{a0}\n```\n'],
    ['one whose first line is too long to be looked at', `\`\`\`${'a'.repeat(2_000)}\n`],
  ];
  for (const [what, text] of NOT) {
    it(`is not ${what}`, () => assert.ok(!holds(text)));
  }

  it('holds no value that could end it', () => {
    for (const value of ['a```', 'a\n~~~\nb', '`', 'a`']) assert.ok(!holds('```\n', value));
    assert.ok(holds('```\n', 'a\nb'));
    assert.ok(!holds('- ```\n  ', 'a\nb'));
    assert.ok(holds('- ```\n  ', 'a'));
  });

  it('is linear in a line that never ends, in many short ones and in marks', () => {
    const fence = new CertainFence();
    for (let at = 0; at < 200_000; at++) {
      fence.read('- '.repeat(4));
      assert.ok(!fence.holds('v'));
    }
    fence.read('\n- a\n'.repeat(400_000));
    assert.ok(!fence.holds('v'));
  });
});
