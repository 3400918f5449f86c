import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOpenable } from '../../../src/markdown/links.ts';

describe('links of an answer', () => {
  it('are offered where they are addresses of the web', () => {
    for (const address of [
      'https://example.com',
      'http://localhost:8080/x?y=1#z',
      'HTTPS://EXAMPLE.COM/%20',
      'https://xn--bcher-kva.example/',
    ]) {
      assert.equal(isOpenable(address), true, address);
    }
  });

  it('are not where they would run, load or read something, or look like what they are not', () => {
    for (const address of [
      '',
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'java\nscript:alert(1)',
      'command:workbench.action.quit',
      'vscode://file/etc/passwd',
      'data:text/html,x',
      'file:///etc/passwd',
      'mailto:a@b.example',
      '//example.com/x',
      '/relative',
      '#fragment',
      'https://google.com@evil.example/',
      'https://user:pass@evil.example/',
      'https:example.com',
      'https://',
      `https://example.com/${'x'.repeat(4096)}`,
      `https://example.com/${'ü'.repeat(1000)}`,
    ]) {
      assert.equal(isOpenable(address), false, address.slice(0, 60));
    }
  });
});
