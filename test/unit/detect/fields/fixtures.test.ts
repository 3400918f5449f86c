import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { casesOf } from '../contact/marked-cases.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/fields');

describe('fields that a label names', () => {
  for (const folder of readdirSync(FOLDER)) {
    for (const file of ['ng.blocks.txt', 'ok.blocks.txt']) {
      if (!existsSync(join(FOLDER, folder, file))) continue;
      describe(`${folder}/${file}`, () => {
        for (const [i, { text, expected }] of casesOf(`fields/${folder}/${file}`).entries()) {
          it(`paragraph ${i + 1}`, async () => {
            const found = await scanText(text, DETECTORS);
            assert.deepEqual(
              found.map(({ start, end }) => text.slice(start, end)),
              expected,
            );
          });
        }
      });
    }
  }
});
