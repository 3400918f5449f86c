import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { lengthInLine } from '../../../src/detect/structures/escaped-line.ts';
import { casesOf } from './contact/marked-cases.ts';

describe('a value in a line whose end is escaped', () => {
  for (const file of ['ng.blocks.txt', 'ok.blocks.txt']) {
    for (const { text, expected } of casesOf(`escaped-lines/${file}`)) {
      it(`ends where it does, and nothing more is one: ${text}`, async () => {
        const found = await scanText(text, DETECTORS);
        assert.deepEqual(
          found.map(({ start, end }) => text.slice(start, end)),
          expected,
        );
      });
    }
  }

  it('is known in a string that began long before', () => {
    const run = 'Strand.korb-12\\nexit';
    for (const [before, own] of [
      [`{"content":"${'some words '.repeat(200)}`, true],
      [`{"a":"b","content":"${'x\\n'.repeat(400)} it's in `, true],
      ['some words '.repeat(20), false],
    ] as const) {
      const text = `${before}password=${run}`;
      const length = lengthInLine(text, text.length - run.length, run);
      assert.equal(run.slice(0, length), own ? 'Strand.korb-12' : run, before);
    }
  });
});
