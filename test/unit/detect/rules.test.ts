import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { ruleDetector } from '../../../src/detect/rule.ts';
import { OWN_RULES } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/rules');

/** A line of a case: what stands between the marks has to be found, to the character, and nothing else. */
function parseCase(line: string): { text: string; expected: string[] } {
  return {
    text: line.replace(/[«»]/g, ''),
    expected: [...line.matchAll(/«(.*?)»/g)].map((match) => match[1] ?? ''),
  };
}

function casesOf(rule: string, file: string): string[] {
  return readFileSync(join(FOLDER, rule, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

describe('rules of our own', () => {
  it('each have a folder of cases', () => {
    const own = OWN_RULES.map(({ id }) => id);
    assert.deepEqual(readdirSync(FOLDER).sort(), own.sort());
  });

  for (const id of readdirSync(FOLDER)) {
    const detectors = OWN_RULES.filter((rule) => rule.id === id).map(ruleDetector);
    describe(id, () => {
      for (const line of casesOf(id, 'ng.txt')) {
        it(`finds all of ${JSON.stringify(line)}`, async () => {
          const { text, expected } = parseCase(line);
          assert.ok(expected.length > 0, 'a case of ng.txt marks what is to be found');
          const found = await scanText(text, detectors);
          assert.deepEqual(
            found.map(({ start, end }) => text.slice(start, end)),
            expected,
          );
        });
      }
      for (const line of casesOf(id, 'ok.txt')) {
        it(`finds nothing in ${JSON.stringify(line)}`, async () => {
          assert.deepEqual(await scanText(line, detectors), []);
        });
      }
    });
  }
});
