import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markdownBlocks } from '../../../src/webview/markdown.ts';

const htmlOf = (source: string): string =>
  markdownBlocks(source)
    .map(({ html }) => html)
    .join('');

describe('Markdown of an answer', () => {
  it('comes in the blocks at its top', () => {
    const blocks = markdownBlocks('# A\n\ntext\n\n- one\n  - two\n- three\n\n```js\nx\n\ny\n```\n\n---\n');
    assert.deepEqual(
      blocks.map(({ html }) => /^<(\w+)/.exec(html)?.[1]),
      ['h1', 'p', 'ul', 'pre', 'hr'],
    );
  });

  it('keeps the blocks before when it grows', () => {
    const before = markdownBlocks('one\n\n```\ncode');
    const after = markdownBlocks('one\n\n```\ncode\nmore\n```\n\nnew');
    assert.deepEqual(after[0], before[0]);
    assert.equal(after.length, 3);
  });

  it('tells the language of each block of code, whatever it stands in', () => {
    const blocks = markdownBlocks('- a\n  ```TS:src/a.ts\n  x\n  ```\n\n      y\n\n```\nz\n```\n\ntext');
    assert.deepEqual(
      blocks.map(({ languages }) => languages),
      [['ts', ''], [''], []],
    );
  });

  it('makes text of HTML', () => {
    const [{ html: block } = { html: '' }] = markdownBlocks(
      '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>x</b>',
    );
    assert.doesNotMatch(block, /<(?!\/?p>)/);
    assert.match(block, /&lt;script&gt;/);
  });

  it('makes words of an image, and nothing to load', () => {
    const html = htmlOf(
      '![a <b> picture](https://evil.example/p.png?EMAIL_1) ![](https://evil.example/q.png)',
    );
    assert.match(html, /a &lt;b&gt; picture/);
    assert.doesNotMatch(html, /evil|<img|src/);
  });

  it('links to the web and nowhere else', () => {
    const html = htmlOf(
      '[a](https://a.example/) <https://b.example/> [c](javascript:alert(1)) [d](command:x) [e](data:text/html,x) ' +
        '[f](//f.example) [g][ref] https://h.example\n\n[ref]: vscode://x',
    );
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      ['https://a.example/', 'https://b.example/'],
    );
  });
});
