import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { DEFAULT_PATH_ROWS, DEFAULT_PATHS } from '../../../../src/decide/paths/default-paths.ts';
import { listLayer, type Ruling } from '../../../../src/decide/paths/verdict.ts';
import cases from '../../../fixtures/paths/defaults.json' with { type: 'json' };

const AtLeastOne = v.pipe(v.array(v.string()), v.minLength(1));
/** `ok` is what a row is about and says the last word on; `ng` looks like it and is free, or is not let go again. */
const CASES = v.parse(v.record(v.string(), v.strictObject({ ok: AtLeastOne, ng: AtLeastOne })), cases);

const layer = listLayer(DEFAULT_PATHS.map((rule) => ({ rule, source: { layer: 'built-in' } })));

/** The last word. The names of a path from the root are those of the whole one too. */
function last(path: string): Ruling | undefined {
  return layer.matching({ path, whole: `/work/${path}` }).at(-1);
}

describe('paths that are kept back by default', () => {
  for (const { glob, does } of DEFAULT_PATH_ROWS) {
    it(`are told from others by ${glob}`, () => {
      const { ok, ng } = CASES[glob] ?? { ok: [], ng: [] };
      assert.ok(ok.length > 0 && ng.length > 0, 'no cases');
      for (const path of ok)
        assert.deepEqual([last(path)?.glob, last(path)?.effect.does], [glob, does], path);
      for (const path of ng) {
        const keepsBack = (last(path)?.effect.does ?? 'allow') !== 'allow';
        assert.equal(keepsBack, does === 'allow', path);
      }
    });
  }

  it('are the table of the README, row by row, with examples that are true', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
    const rows = [
      ...readme.matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\| ([^|]+?) +\| `([^`]+)` +\| `([^`]+)` +\|$/gm),
    ].map(([, glob = '', holds = '', becomes = '', about = '', other = '']) => ({
      glob,
      holds,
      becomes,
      about,
      other,
    }));
    const BECOMES = { deny: 'never leaves', redact: 'leaves redacted', allow: 'allowed again' };
    assert.deepEqual(
      rows.map(({ glob, becomes }) => [glob, becomes]),
      DEFAULT_PATH_ROWS.map(({ glob, does }) => [glob, BECOMES[does]]),
    );
    // One word for each thing that is held, and none for two.
    const words = new Set(DEFAULT_PATH_ROWS.map(({ why }, i) => `${why}: ${rows[i]?.holds}`));
    for (const all of [
      new Set(rows.map(({ holds }) => holds)),
      new Set(DEFAULT_PATH_ROWS.map(({ why }) => why)),
    ])
      assert.equal(all.size, words.size);
    for (const { glob, about, other } of rows) {
      assert.equal(last(about)?.glob, glob, about);
      assert.notEqual(last(other)?.glob, glob, other);
    }
  });

  it('have cases of no row that is gone, and no row twice', () => {
    const globs = DEFAULT_PATH_ROWS.map(({ glob }) => glob);
    assert.deepEqual(
      Object.keys(CASES).filter((glob) => !globs.includes(glob)),
      [],
    );
    assert.equal(new Set(globs).size, globs.length);
  });
});
