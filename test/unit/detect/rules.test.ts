import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { RULES } from '../../../src/detect/rules.ts';
import { OWN_SCOPE } from '../../../src/detect/rule.ts';
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
    const own = RULES.map(({ rule }) => rule.meta.id)
      .filter((id) => id.startsWith(OWN_SCOPE))
      .map((id) => id.slice(OWN_SCOPE.length));
    assert.deepEqual(readdirSync(FOLDER).sort(), own.sort());
  });

  for (const id of readdirSync(FOLDER)) {
    const rules = RULES.filter(({ rule }) => rule.meta.id === OWN_SCOPE + id);
    describe(id, () => {
      for (const line of casesOf(id, 'ng.txt')) {
        it(`finds all of ${JSON.stringify(line)}`, async () => {
          const { text, expected } = parseCase(line);
          assert.ok(expected.length > 0, 'a case of ng.txt marks what is to be found');
          const found = await scanText(text, rules);
          assert.deepEqual(
            found.map(({ start, end }) => text.slice(start, end)),
            expected,
          );
        });
      }
      for (const line of casesOf(id, 'ok.txt')) {
        it(`finds nothing in ${JSON.stringify(line)}`, async () => {
          assert.deepEqual(await scanText(line, rules), []);
        });
      }
    });
  }
});
