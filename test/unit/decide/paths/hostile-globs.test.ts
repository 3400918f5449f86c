import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { globList, type GlobInManner } from '../../../../src/decide/paths/glob-list.ts';
import { type Glob, LONGEST_GLOB, type Manner, parseGlob } from '../../../../src/decide/paths/glob.ts';
import { MOST_ALTERNATIVES } from '../../../../src/decide/paths/glob-pieces.ts';
import { IGNORE_LIMITS, readIgnoreFile } from '../../../../src/decide/paths/ignore-file.ts';
import { splitPath } from '../../../../src/decide/paths/path-names.ts';
import { Work } from '../../../../src/decide/paths/work.ts';

function read(written: string): Glob {
  const parsed = parseGlob(written);
  assert.ok(parsed.ok, written);
  return parsed.glob;
}

/** As much as fits of what would cost a matcher that tries everything more time than there is. */
function filled(unit: string, end: string): string {
  return unit.repeat(Math.floor((LONGEST_GLOB - end.length) / unit.length)) + end;
}

const LONG = 100_000;
/** None of these paths is matched; which of them is says that the whole of it was looked at. */
const HOSTILE: readonly (readonly [glob: string, path: string])[] = [
  [filled('*a', 'b'), 'a'.repeat(LONG)],
  [filled('a*', '?b'), 'a'.repeat(LONG)],
  [filled('*?', 'b'), 'a'.repeat(LONG)],
  [filled('*[a-z]', '[b]'), 'a'.repeat(LONG)],
  [filled('[!b]*', 'b'), 'a'.repeat(LONG)],
  [filled('**/', 'b'), 'a/'.repeat(LONG / 2)],
  [filled('**/a/', 'b'), 'a/'.repeat(LONG / 2)],
  [filled('**/*a*/', 'b'), `${'a'.repeat(100)}/`.repeat(LONG / 100)],
  [filled('**/a*a*?/', 'b'), `${'a'.repeat(250)}/`.repeat(LONG / 250)],
  [`{a,*}{a,*}{a,*}{a,*}{a,*}{a,*}${'*a'.repeat(60)}[b]`, 'a'.repeat(5_000)],
  [`${'?(a)'.repeat(6)}b`, 'a'.repeat(LONG)],
  [filled('a', '*b'), 'a'.repeat(LONG)],
  [filled('../', 'b'), '../'.repeat(LONG / 3)],
];

const BOMBS: readonly string[] = [
  '{a,b}'.repeat(30),
  '{{a,b},{c,d}}'.repeat(14),
  '{1..99}{1..99}',
  '{1..999999999}',
  '@(a|b)'.repeat(30),
  '?(a)'.repeat(40),
];

describe('hostile globs', () => {
  for (const [glob, path] of HOSTILE)
    it(`come to an end: ${glob.slice(0, 30)} on ${path.length} characters`, () => {
      for (const manner of ['here', 'here-any-case', 'anywhere'] as const)
        assert.ok(!read(glob).matches(path, manner));
    });

  for (const bomb of BOMBS)
    it(`are refused where they make too many alternatives: ${bomb.slice(0, 30)}`, () => {
      const parsed = parseGlob(`x${bomb}`);
      assert.ok(!parsed.ok);
      assert.deepEqual([parsed.problem, parsed.at], ['too-many-alternatives', 1]);
      assert.ok(parsed.atMost?.matches('xa', 'anywhere'));
    });

  it('make as many alternatives as they may', () => {
    assert.equal(read(`{1..${MOST_ALTERNATIVES}}`).alternatives, MOST_ALTERNATIVES);
  });

  it('come to an end where brackets are within brackets', () => {
    for (const unit of ['{', '[', '@(', '{a,', '?({'])
      assert.ok(!parseGlob(unit.repeat(LONGEST_GLOB / unit.length)).ok);
  });

  it('come to an end in an ignore file too', () => {
    const line = '*a'.repeat(IGNORE_LIMITS.pattern / 2 - 1);
    const file = readIgnoreFile(
      Array.from({ length: 1_700 }, (_, i) => `${line}${i % 10}`.slice(0, IGNORE_LIMITS.pattern)).join('\n'),
      false,
    );
    assert.deepEqual(file.beyond, []);
    assert.equal(file.match('a'.repeat(255), false), undefined);
    assert.equal(readIgnoreFile(`${'**/'.repeat(90)}b`, false).match('a/'.repeat(2_000), false), undefined);
  });
});

describe('many globs', () => {
  const LETTER = fc.constantFrom('a', 'aB', 'b', '.', 'É', '*', '?', '[ab]', '{a,b}');
  const GLOB = fc
    .array(
      fc.oneof(
        fc.array(LETTER, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
        fc.constant('**'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((names) => names.join('/'));
  const MANNER = fc.constantFrom<Manner>('here', 'here-any-case', 'anywhere');
  const PATH = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'A', 'b', '.', 'é', ' ', ':', '[', ']'), maxLength: 4 }), {
      maxLength: 4,
    })
    .map((names) => names.join('/'));

  it('are found by an index as one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(GLOB, MANNER), { maxLength: 30 }),
        fc.array(PATH, { minLength: 1, maxLength: 20 }),
        (written, paths) => {
          const globs = written.flatMap(([glob, manner]): GlobInManner[] => {
            const parsed = parseGlob(glob);
            return parsed.ok ? [{ glob: parsed.glob, manner }] : [];
          });
          const matching = globList(globs);
          for (const path of paths)
            assert.deepEqual(
              matching(splitPath(path), Work.unbounded()),
              globs.flatMap(({ glob, manner }, i) => (glob.matches(path, manner) ? [i] : [])),
              path,
            );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are looked for in 50,000 paths', () => {
    const globs = Array.from({ length: 200 }, (_, i): GlobInManner => {
      const shapes = [`*.x${i}`, `name${i}`, `src/**/part${i}/*.ts`, `{a${i},b${i}}.{c,d}`, `pre${i}*`];
      return { glob: read(shapes[i % shapes.length] ?? ''), manner: 'anywhere' };
    });
    const matching = globList(globs);
    let found = 0;
    for (let i = 0; i < 50_000; i++)
      found += matching(
        splitPath(`packages/one${i % 100}/src/lib/part${i % 300}/file${i}.ts`),
        new Work(),
      ).length;
    assert.equal(
      found,
      Array.from({ length: 50_000 }, (_, i) => i % 300).filter((i) => i < 200 && i % 5 === 2).length,
    );
  });
});
