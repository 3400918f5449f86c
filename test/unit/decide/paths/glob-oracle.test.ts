import assert from 'node:assert/strict';
import fc from 'fast-check';
import micromatch from 'micromatch';
import { describe, it } from 'mocha';
import { globOfFile, parseGlob } from '../../../../src/decide/paths/glob.ts';

/** A glob, and the globs without braces that it stands for. */
interface Spread {
  readonly written: string;
  readonly plain: readonly string[];
}

function one(written: string): Spread {
  return { written, plain: [written] };
}

function joined(parts: readonly Spread[], between = ''): Spread {
  return {
    written: parts.map(({ written }) => written).join(between),
    plain: parts
      .map(({ plain }) => plain)
      .reduce((all, next) => all.flatMap((before) => next.map((after) => [before, after].join(between)))),
  };
}

function braces(options: readonly Spread[]): Spread {
  return {
    written: `{${options.map(({ written }) => written).join(',')}}`,
    plain: options.flatMap(({ plain }) => plain),
  };
}

/** Few letters, so that much of what is made up fits. */
const LETTER = fc.constantFrom('a', 'b', 'c', '.', '-', '1');
const TEXT = fc.string({ unit: LETTER, minLength: 1, maxLength: 3 });
/** In a group a dot is any character to micromatch. */
const TEXTS = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.join('|'));
/** No two of them in a name: micromatch takes each by itself for a name in brackets as well. */
const SET = fc.oneof(
  fc.constantFrom('[ab]', '[a-c]', '[!a]', '[^b-c]', '[]a]', '[.1]', '[a\\]b]'),
  fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 3 }).map((all) => `[${all}]`),
);
const RANGE = fc.constantFrom(
  { written: '{1..3}', plain: ['1', '2', '3'] },
  { written: '{a..c}', plain: ['a', 'b', 'c'] },
  { written: '{01..10..9}', plain: ['01', '10'] },
  { written: '{1..-1}', plain: ['1', '0', '-1'] },
);
const { piece } = fc.letrec<{ piece: Spread; pieces: Spread }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2 },
    { arbitrary: TEXT.map(one), weight: 6 },
    { arbitrary: fc.constantFrom('*', '?').map(one), weight: 4 },
    { arbitrary: fc.constantFrom('\\*', '\\?', '\\[', '\\{', '\\(').map(one), weight: 1 },
    { arbitrary: RANGE, weight: 1 },
    { arbitrary: fc.array(tie('pieces'), { minLength: 2, maxLength: 3 }).map(braces), weight: 1 },
    { arbitrary: TEXTS.map((texts) => one(`@(${texts})`)), weight: 1 },
    { arbitrary: TEXTS.map((texts) => one(`?(${texts})`)), weight: 1 },
  ),
  pieces: fc.array(tie('piece'), { minLength: 1, maxLength: 2 }).map((all) => joined(all)),
}));
const NAME = fc
  .tuple(
    fc.array(piece, { maxLength: 3 }),
    fc.option(SET.map(one), { nil: one('') }),
    fc.array(piece, { maxLength: 1 }),
  )
  .map(([before, set, after]) => joined([...before, set, ...after]));
const GLOB = fc
  .array(fc.oneof({ arbitrary: NAME, weight: 4 }, { arbitrary: fc.constant(one('**')), weight: 1 }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((names) => joined(names, '/'))
  .filter(({ plain }) => !plain.some(isElsewhere));
const PATH = fc
  .array(
    fc
      .oneof(
        fc.string({ unit: LETTER, minLength: 1, maxLength: 4 }),
        fc.string({
          unit: fc.constantFrom('a', 'b', '[', ']', '*', '?', '{', '('),
          minLength: 1,
          maxLength: 4,
        }),
      )
      .filter((name) => !/^\.{1,2}$/.test(name)),
    { minLength: 1, maxLength: 4 },
  )
  .map((names) => names.join('/'));

/** Where micromatch has no opinion that one could hold. */
function isElsewhere(glob: string): boolean {
  return (
    // To it a wildcard after a group says how often.
    /\)[?*+]/.test(glob) ||
    // Two wildcards that braces bring together are folders to it, within a name as well.
    glob.split('/').some((name) => name.includes('**') && name !== '**') ||
    // It does not undo these in a glob, and takes what is empty for a name.
    glob.split('/').some((name) => /^\.{0,2}$/.test(name.replaceAll(/\?\([^)]*\)/g, '')))
  );
}

function byMicromatch({ written, plain }: Spread, path: string): boolean {
  return plain.some((glob) => {
    const whole = written.includes('/') ? glob : `**/${glob}`;
    const options = { dot: true, posix: true };
    // To it a folder is its own contents: `a/**` and `a`.
    return micromatch.isMatch(path, whole.replace(/\/\*\*$/, '/**/*'), options);
  });
}

describe('a glob over paths, beside micromatch', () => {
  it('is about the same paths', () => {
    let fitting = 0;
    fc.assert(
      fc.property(GLOB, fc.array(PATH, { minLength: 1, maxLength: 20 }), (glob, paths) => {
        const read = parseGlob(glob.written);
        fc.pre(read.ok);
        for (const path of paths) {
          const expected = byMicromatch(glob, path);
          fitting += Number(expected);
          assert.equal(read.glob.matches(path, 'here'), expected, JSON.stringify({ ...glob, path }));
        }
      }),
      { numRuns: 3000 },
    );
    // Otherwise nothing would have been compared.
    assert.ok(fitting > 1000);
  });

  it('can name one path and no other', () => {
    const any = fc
      .array(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((names) => names.join('/'))
      .filter(
        (path) =>
          !path.includes('\\') && path.split('/').every((name) => !/^(?:\.{0,2}|[a-z]:)$/i.test(name)),
      )
      // Of spaces alone no glob is made.
      .filter((path) => path.trim() !== '');
    fc.assert(
      fc.property(any, fc.oneof(any, PATH), (path, other) => {
        const read = parseGlob(globOfFile(path));
        assert.ok(read.ok);
        assert.ok(read.glob.matches(path, 'here'));
        assert.equal(read.glob.matches(other, 'here'), other === path);
      }),
      { numRuns: 1000 },
    );
  });
});
