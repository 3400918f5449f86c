import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { casesOf } from './contact/marked-cases.ts';

describe('what is found in code', () => {
  for (const file of ['ng.blocks.txt', 'ok.blocks.txt']) {
    for (const [i, { text, expected }] of casesOf(`code/${file}`).entries()) {
      it(`takes no code along: ${file}, paragraph ${i + 1}`, async () => {
        const found = await scanText(text, DETECTORS);
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start, end)),
          expected,
        );
      });
    }
  }
});
