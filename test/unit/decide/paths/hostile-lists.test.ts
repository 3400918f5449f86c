import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DEFAULT_PATHS } from '../../../../src/decide/paths/default-paths.ts';
import { explainFile } from '../../../../src/decide/paths/explain.ts';
import { foldersLayer } from '../../../../src/decide/paths/folder-layer.ts';
import { LONGEST_GLOB } from '../../../../src/decide/paths/glob.ts';
import { IGNORE_LIMITS, readIgnoreFile } from '../../../../src/decide/paths/ignore-file.ts';
import { ignoreLayer } from '../../../../src/decide/paths/ignore-layer.ts';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import {
  listLayer,
  type PathLayer,
  ruleList,
  type Ruling,
  rulingsOf,
  type SourcedRule,
} from '../../../../src/decide/paths/verdict.ts';
import { MOST_STEPS, TooMuchWork, Work } from '../../../../src/decide/paths/work.ts';

const PATH = 4_096;
const LETTERS = 'a'.repeat(PATH);
const FOLDERS = 'a/'.repeat(PATH / 2 - 1) + 'aa';
const OTHER_FOLDERS = Array.from(
  { length: PATH / 4 },
  (_, i) => `a${i.toString(36).padStart(2, 'b').slice(-2)}`,
).join('/');
const IDEOGRAPHS = '龥'.repeat(PATH);
const SET = `[${Array.from({ length: 120 }, (_, i) => String.fromCodePoint(0x4e00 + 3 * i)).join('')}]`;

/** As much as fits of what is to be repeated between a start and an end. */
function filled(start: string, unit: string, end: string): string {
  return start + unit.repeat(Math.floor((LONGEST_GLOB - start.length - end.length) / unit.length)) + end;
}

const repeated = (glob: string, times: number): readonly string[] =>
  Array.from({ length: times }, () => glob);

/** The worst lists that can be thought of, each as many alternatives as it may make, and a path that is made for it. */
const HOSTILE: readonly (readonly [what: string, list: readonly string[], path: string])[] = [
  ['stars', repeated(filled('*', 'a*', '{1..98}*'), 10), LETTERS],
  ['a long piece between stars', repeated(filled('*', 'a?', 'b{1..98}*'), 10), LETTERS],
  ['a long piece at the end', repeated(filled('*', 'a?', 'b{1..98}'), 10), LETTERS],
  ['a long piece at the start', repeated(filled('', 'a?', 'b{1..98}*'), 10), LETTERS],
  ['as many rules as there may be', repeated(filled('*', '[ab]', 'b*'), 200), LETTERS],
  ['signs', repeated(filled('*', '?', '{1..98}*'), 10), LETTERS],
  ['sets', repeated(filled('*', '[a-z]', '[b]{1..98}*'), 10), LETTERS],
  ['sets of many signs', repeated(`*?${SET}?b{1..98}*`, 10), IDEOGRAPHS],
  ['small sets of rare signs', repeated(filled('*', '[龥]', 'b{1..98}*'), 10), IDEOGRAPHS],
  ['texts that nearly stand there', repeated('*aaaaaaab{1..98}*', 10), LETTERS],
  ['one-letter alternatives', repeated(`{${[...'abcdefghijklmnopqrstuvwxyz'].join('?*,')}?*}b`, 38), LETTERS],
  ['folders', repeated(filled('**/', '?/', 'b{1..98}/**/*'), 10), FOLDERS],
  ['a folder again and again', repeated(filled('**/', 'a/', 'b{1..98}/**/*'), 10), FOLDERS],
  ['any folders', repeated(filled('**/', '?/**/', 'b{1..98}'), 10), FOLDERS],
  ['folders of other names', repeated(filled('**/', 'a??/', '?{1..98}/**/*'), 10), OTHER_FOLDERS],
  ['names that begin so', repeated('**/{1..98}*/**/*a', 10), FOLDERS],
  [
    'stars in folders',
    repeated(filled('**/', '*a?*/', '{1..98}*/**/*'), 10),
    `${'a'.repeat(63)}/`.repeat(64),
  ],
  ['names as Windows reads them', repeated(filled('*', 'a?', 'b{1..98}*'), 10), `${LETTERS}.`],
  ['what may mean two things', repeated(filled('*\\*', 'a?', 'b{1..40}*'), 10), LETTERS],
];

function rulesOf(written: readonly unknown[], file = '.promptairlock.json'): readonly SourcedRule[] {
  return readPathRules(written).rules.map((rule) => ({
    rule,
    source: { layer: 'folder', file, line: rule.index + 1 },
  }));
}

/** What a file costs beside rules, in steps; as many as there are where that is not enough. */
function stepsOf(written: readonly unknown[], path: string): number {
  const work = new Work();
  const list = ruleList(rulesOf(written), true);
  try {
    list.matchingWithin({ path, whole: `/work/${path}` }, work);
  } catch (error) {
    assert.ok(error instanceof TooMuchWork);
    assert.ok(work.spent > MOST_STEPS);
    // No step is so long that it matters how much was left before it.
    return Math.min(work.spent, MOST_STEPS + PATH);
  }
  return work.spent;
}

const kept = (layer: PathLayer, path: string, root = '/work'): readonly Ruling[] =>
  rulingsOf({ path, whole: [`${root}/${path}`] }, [layer]);

describe('hostile lists of rules about paths', () => {
  for (const [what, list, path] of HOSTILE)
    it(`cost no more than they may: ${what}`, () => {
      assert.ok(stepsOf(list, path) <= MOST_STEPS + PATH);
    });

  it('cost little where one end of the name or of the path says that it is another', () => {
    const ends = HOSTILE.filter(([what]) => /at the (?:end|start)/.test(what));
    assert.equal(ends.length, 2);
    // Tried wherever they could stand they would cost some hundred millions.
    for (const [what, list, path] of ends) assert.ok(stepsOf(list, path) < MOST_STEPS, what);
    assert.ok(stepsOf(repeated(filled('**/', '?/', 'b'), 200), FOLDERS) < MOST_STEPS / 2);
  });

  it('deny the file where it is not known what they say, by the rule that took longest', () => {
    const slow = filled('*', 'a?', 'b*');
    const list = ['x*', ...repeated('*a', 20), slow, '!aaa*'];
    const layer = listLayer(rulesOf([...list, ...repeated(`!${slow}`, 100)]));
    const [ruling, ...others] = kept(layer, LETTERS);
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...ruling, source: ruling?.source.line },
      { glob: slow, effect: { does: 'deny' }, source: 22, isTooCostly: true },
    );
    assert.deepEqual(
      explainFile({ path: LETTERS }, [layer]).map(({ ruling: { isTooCostly }, holds }) => [
        isTooCostly,
        holds,
      ]),
      [[true, true]],
    );
    // Of other files they say what they say.
    assert.deepEqual(kept(layer, 'aaab.txt'), []);
    assert.deepEqual(
      kept(layer, 'xy').map(({ glob }) => glob),
      ['x*'],
    );
  });

  it('are counted together over the folders of a workspace, and no nearer one lets the file go', () => {
    const slow = `*${'a?'.repeat(20)}b*`;
    const of = (folder: string, ...written: readonly string[]) => ({
      folders: [folder],
      rules: rulesOf(written, `${folder}/.promptairlock.json`),
    });
    const layer = foldersLayer([of('/work', slow), of('/work', slow), of('/work', `!${LETTERS}`)], false);
    assert.deepEqual(kept(layer, LETTERS), [], 'one of them alone is no reason');
    const many = foldersLayer(
      [...Array.from({ length: 100 }, () => of('/work', slow)), of('/work', '!**', '!aaa*')],
      false,
    );
    assert.deepEqual(
      kept(many, LETTERS).map(({ effect, isTooCostly }) => [effect.does, isTooCostly]),
      [['deny', true]],
    );
  });

  it('are bounded in ignore files, which then mean all that lies below them', () => {
    const { pattern } = IGNORE_LIMITS;
    const line = `*${'a?'.repeat(pattern / 2 - 2)}b*`;
    const file = readIgnoreFile(Array.from({ length: 1_700 }, () => line).join('\n'), false);
    const layer = ignoreLayer([{ folders: ['/work'], files: [{ folder: '', name: '.aiignore', file }] }]);
    const denied = [
      {
        glob: '**',
        effect: { does: 'deny' },
        source: { layer: 'ignore-file', file: '.aiignore', line: 1 },
        isTooCostly: true,
      },
    ];
    assert.deepEqual(kept(layer, LETTERS), denied);
    // Asked again nothing is taken for known that was not compared to its end.
    assert.deepEqual(kept(layer, `${LETTERS}/b`), denied);
    assert.deepEqual(kept(layer, `${LETTERS}/b`), denied);
    assert.deepEqual(kept(layer, 'src/a.ts'), []);
  });
});

describe('ordinary lists of rules about paths', () => {
  const SHAPES = ['*.x#', 'name#', 'src/**/part#/*.ts', '{a#,b#}.{c,d}', 'pre#*', '*-secret-#*', '**/x#/**'];
  const list = Array.from({ length: 200 }, (_, i) =>
    (SHAPES[i % SHAPES.length] ?? '').replaceAll('#', `${i}`),
  );

  it('cost a small part of what they may, beside the longest paths too', () => {
    const usual =
      'packages/server/src/main/java/com/example/product/service/internal/OrderService-secret.java';
    assert.ok(stepsOf(list, usual) < MOST_STEPS / 20, `${stepsOf(list, usual)}`);
    const long = `${'folder/of-the/'.repeat(290)}name.ts`;
    assert.ok(stepsOf(list, long) < MOST_STEPS, `${stepsOf(list, long)}`);
  });

  it('are those that hold by default as well', () => {
    const layer = listLayer(DEFAULT_PATHS.map((rule) => ({ rule, source: { layer: 'built-in' } })));
    for (const path of [LETTERS, FOLDERS, OTHER_FOLDERS, IDEOGRAPHS, `${'Profile 1/'.repeat(400)}a`])
      assert.deepEqual(kept(layer, path), []);
  });
});
