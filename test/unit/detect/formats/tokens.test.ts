import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CHECKS } from '../../../../src/detect/checks/checks.ts';
import type { Format } from '../../../../src/detect/formats/format.ts';
import { TOKEN_FORMATS } from '../../../../src/detect/formats/tokens.ts';
import { readCases } from '../../../provision/sound-formats.ts';

function isWhole({ shape, ignoreCase }: Format, text: string): boolean {
  const match = new RegExp(shape, ignoreCase ? 'iuy' : 'uy').exec(text);
  return match?.[0].length === text.length;
}

function startsRight({ starts = [], anchors, ignoreCase }: Format, text: string): boolean {
  const fold = (value: string): string => (ignoreCase ? value.toLowerCase() : value);
  if (anchors) return anchors.some((anchor) => fold(text).includes(fold(anchor)));
  return starts.some((start) => fold(text).startsWith(fold(start)));
}

describe('formats of tokens', () => {
  const cases = readCases('tokens-');

  for (const format of TOKEN_FORMATS) {
    describe(format.id, () => {
      const { ng, ok } = cases.get(format.id) ?? { ng: [], ok: [] };

      it('has cases', () => {
        assert.ok(ng.length >= 2 && ok.length >= 1);
      });

      it('matches its secrets whole, from one of its starts on', () => {
        assert.deepEqual(
          ng.filter((secret) => !startsRight(format, secret) || !isWhole(format, secret)),
          [],
        );
      });

      it('does not match near misses whole', () => {
        assert.deepEqual(
          ok.filter((miss) => isWhole(format, miss)),
          [],
        );
      });

      const { check } = format;
      if (check) {
        it(`verifies a secret by ${check} and refutes none`, () => {
          const verdicts = ng.map((secret) => CHECKS[check](secret));
          assert.ok(verdicts.includes('verified'));
          assert.ok(!verdicts.includes('refuted'));
        });
      }
    });
  }
});
