import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { markdownBlocks } from '../../../src/webview/markdown.ts';

describe('Markdown of an answer', () => {
  it('comes in the blocks at its top', () => {
    const blocks = markdownBlocks('# A\n\ntext\n\n- one\n  - two\n- three\n\n```js\nx\n\ny\n```\n\n---\n');
    assert.deepEqual(
      blocks.map((block) => /^<(\w+)/.exec(block)?.[1]),
      ['h1', 'p', 'ul', 'pre', 'hr'],
    );
  });

  it('keeps the blocks before when it grows', () => {
    const before = markdownBlocks('one\n\n```\ncode');
    const after = markdownBlocks('one\n\n```\ncode\nmore\n```\n\nnew');
    assert.equal(after[0], before[0]);
    assert.equal(after.length, 3);
  });

  it('makes text of HTML', () => {
    const [block = ''] = markdownBlocks('<script>alert(1)</script> <img src=x onerror=alert(1)> <b>x</b>');
    assert.doesNotMatch(block, /<(?!\/?p>)/);
    assert.match(block, /&lt;script&gt;/);
  });

  it('makes words of an image, and nothing to load', () => {
    const html = markdownBlocks(
      '![a <b> picture](https://evil.example/p.png?EMAIL_1) ![](https://evil.example/q.png)',
    ).join('');
    assert.match(html, /a &lt;b&gt; picture/);
    assert.doesNotMatch(html, /evil|<img|src/);
  });

  it('links to the web and nowhere else', () => {
    const html = markdownBlocks(
      '[a](https://a.example/) <https://b.example/> [c](javascript:alert(1)) [d](command:x) [e](data:text/html,x) ' +
        '[f](//f.example) [g][ref] https://h.example\n\n[ref]: vscode://x',
    ).join('');
    assert.deepEqual(
      [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      ['https://a.example/', 'https://b.example/'],
    );
  });
});
