import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import { listLayer, rulingsOf } from '../../../../src/decide/paths/verdict.ts';
import cases from '../../../fixtures/paths/cases.json' with { type: 'json' };

const CASES = v.parse(
  v.array(
    v.strictObject({
      why: v.string(),
      /** As they stand in the settings. */
      rules: v.array(v.unknown()),
      file: v.strictObject({
        path: v.string(),
        whole: v.exactOptional(v.array(v.string())),
        followed: v.exactOptional(v.string()),
      }),
      /** Whether the file system does; it does not unless said otherwise. */
      ignoresCase: v.optional(v.boolean(), false),
      /** What the rules do with the file; nothing where it is free to go. */
      expect: v.array(v.picklist(['deny', 'redact', 'local', 'destinations'])),
    }),
  ),
  cases,
);

describe('rules about paths, by cases', () => {
  it('are many', () => {
    assert.ok(CASES.length >= 80);
  });

  for (const { why, rules: written, file, ignoresCase, expect } of CASES) {
    it(`${why} (${expect.join() || 'free'})`, () => {
      const { rules, faults } = readPathRules(written);
      assert.deepEqual(faults, []);
      const layer = listLayer(
        rules.map((rule) => ({ rule, source: { layer: 'user' } })),
        ignoresCase,
      );
      const effects = rulingsOf(file, [layer]).map(({ effect }) => effect.does);
      assert.deepEqual([...new Set(effects)], expect);
    });
  }
});
