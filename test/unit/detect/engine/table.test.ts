import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { kindOf } from '../../../../src/detect/kinds.ts';
import { TOKEN_FORMATS } from '../../../../src/detect/formats/tokens.ts';

const FIXTURES = join(import.meta.dirname, '../../../fixtures');

function linesOf(file: string): string[] {
  return readFileSync(join(FIXTURES, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

async function valuesIn(text: string): Promise<string[]> {
  return (await scanText(text, DETECTORS)).map(({ start, end }) => text.slice(start, end));
}

describe('the table of formats', () => {
  for (const line of linesOf('table/api-keys/ng.txt')) {
    it(`finds all of ${line.slice(0, 40)}`, async () => {
      const expected = [...line.matchAll(/«(.*?)»/g)].map((match) => match[1] ?? '');
      assert.deepEqual(await valuesIn(line.replace(/[«»]/g, '')), expected);
    });
  }
  for (const line of linesOf('table/api-keys/ok.txt')) {
    it(`finds nothing in ${line}`, async () => assert.deepEqual(await valuesIn(line), []));
  }

  it('finds a token wherever it may stand: in quotes, code, URLs, logs, after letters of other scripts', async () => {
    const token = 'glpat-Zk3vTq9LmX2sRb7WcYp4';
    for (const around of [
      (s: string) => `"${s}"`,
      (s: string) => `x=${s};`,
      (s: string) => `https://host.io/?t=${s}&x=1`,
      (s: string) => `https://host.io/${s}/x`,
      (s: string) => `トークン${s}です`,
      (s: string) => `schlüssel:${s}`,
      (s: string) => `\\n${s}\\n`,
      (s: string) => `(${s})`,
      (s: string) => `${s}.`,
      (s: string) => `[${s}]`,
      (s: string) => `<b>${s}</b>`,
    ]) {
      const text = around(token);
      const found = await valuesIn(text);
      assert.ok(
        found.some((value) => value.includes(token)),
        `${text}: ${found.join(' ')}`,
      );
    }
  });

  it('gives every format a kind of its own, with a placeholder that fits anywhere', () => {
    for (const { id } of TOKEN_FORMATS) {
      assert.notEqual(kindOf(id).name, kindOf('credential').name, id);
      assert.match(kindOf(id).placeholder, /^[A-Z][A-Z0-9_]*[A-Z]$/, id);
    }
  });

  it('takes a token with a wrong checksum for no token, and says of a right one that it is verified', async () => {
    const [right] = await scanText('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', DETECTORS);
    assert.equal(right?.evidence, 'check');
  });
});
