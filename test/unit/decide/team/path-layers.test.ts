import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { inForceOf } from '../../../../src/airlock/team-policy.ts';
import type { FileName } from '../../../../src/decide/files.ts';
import { readIgnoreFile } from '../../../../src/decide/paths/ignore-file.ts';
import { ignoreLayer } from '../../../../src/decide/paths/ignore-layer.ts';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import {
  keepsBack,
  type PathLayer,
  type PathPlace,
  type Ruling,
  rulingsOf,
} from '../../../../src/decide/paths/verdict.ts';
import { pathLayers } from '../../../../src/decide/team/path-layers.ts';
import type { TeamPolicy } from '../../../../src/decide/team/policy-file.ts';
import { matchesGlob } from '../../../../src/policy/globs.ts';
import { policy } from './written.ts';

/** What a window has: the user's rules, and what stands in files of the folders that are open. */
interface Window {
  readonly own: readonly unknown[];
  readonly policies: readonly TeamPolicy[];
  /** Text of an ignore file by its folder. */
  readonly ignored: readonly (readonly [root: string, folder: string, text: string])[];
  readonly ignoresCase: boolean;
}

function layersOf({ own, policies, ignored, ignoresCase }: Window): readonly PathLayer[] {
  const files = ignored.map(([root, folder, text]) => ({
    folders: [root],
    files: [{ folder, name: `${folder}/.gitignore`, file: readIgnoreFile(text, ignoresCase) }],
  }));
  return pathLayers({
    own: readPathRules(own).rules,
    ignored: files.length === 0 ? [] : [ignoreLayer(files)],
    team: inForceOf({ requirements: {}, kinds: {} }, policies),
    foldersOf: ({ folder }) => [folder, `/real${folder}`],
    ignoresCase,
  });
}

const ROOTS = ['/work', '/c:/Work', '/home/mia/Büro app'] as const;
const NAMES = [
  '.env',
  '.ENV',
  '.env.example',
  'a.key',
  'notes.txt',
  'src',
  'a b',
  'größe',
  'x\ny',
  'db',
] as const;
const PLACES: readonly (PathPlace | undefined)[] = [
  undefined,
  { names: ['openai-api/gpt-5', 'openai/gpt-5', 'api.openai.com/gpt-5'], isLocal: false },
  { names: ['ollama/llama3.3', 'ollama/llama3.3', '127.0.0.1/llama3.3'], isLocal: true },
];

const name = fc.constantFrom(...NAMES);
const glob = fc.oneof(
  fc
    .array(fc.oneof(name, fc.constantFrom('*', '**', '.env*', '*.key', '?', '[a-z]*', '{a,b}*', '..', '')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('/')),
  fc.string({ maxLength: 12 }),
);
const rule = fc.oneof(
  glob,
  glob.map((one) => `!${one}`),
  fc.record({ path: glob, rule: fc.constantFrom('deny', 'redact', 'local') }),
  fc.record({
    path: glob,
    destinations: fc.array(fc.constantFrom('openai/*', 'ollama/*', '*'), { maxLength: 2 }),
  }),
);
const rules = fc.array(rule, { maxLength: 6 });
const file: fc.Arbitrary<FileName> = fc
  .tuple(
    fc.constantFrom(...ROOTS),
    fc.array(name, { minLength: 1, maxLength: 3 }),
    fc.option(fc.tuple(fc.constantFrom(...ROOTS), name)),
  )
  .map(([root, names, link]) => {
    const path = names.join('/');
    const whole = [`${root}/${path}`, ...(link ? [link.join('/')] : [])];
    return { path, whole };
  });
const theirs = fc.record({
  policies: fc.array(
    fc
      .tuple(
        fc.oneof(
          rules.map((paths) => JSON.stringify({ paths })),
          rules.map((paths) => JSON.stringify({ paths, settings: { 'promptAirlock.paths': ['!**'] } })),
          fc.constantFrom(
            '{"paths": ["!**"]',
            '{"__proto__": {"paths": []}, "paths": ["!**/.env"]}',
            '[]',
            '',
          ),
        ),
        fc.constantFrom(...ROOTS, '/work/src', '/work/.env'),
      )
      .map(([text, folder]) => policy(text, folder)),
    { maxLength: 4 },
  ),
  ignored: fc.array(
    fc.tuple(
      fc.constantFrom(...ROOTS),
      fc.constantFrom('', 'src', 'a b'),
      fc
        .array(
          fc.oneof(
            glob,
            glob.map((one) => `!${one}`),
          ),
          { maxLength: 5 },
        )
        .map((lines) => lines.join('\n')),
    ),
    { maxLength: 3 },
  ),
});

/** Where rules keep a file back, and whether it leaves redacted alone. */
function strictness(rulings: readonly Ruling[]): readonly boolean[] {
  return [
    ...PLACES.map((place) => rulings.some((one) => keepsBack(one, place, matchesGlob))),
    rulings.some(({ effect }) => effect.does === 'redact'),
  ];
}

describe('all who say something of paths', () => {
  it('keep back whatever the user’s own rules do, and never let go of it', () => {
    fc.assert(
      fc.property(rules, theirs, fc.boolean(), file, (own, more, ignoresCase, one) => {
        const alone = layersOf({ own, policies: [], ignored: [], ignoresCase });
        const together = layersOf({ own, ...more, ignoresCase });
        const [before, after] = [alone, together].map((layers) => rulingsOf(one, layers));
        assert.ok(before && after);
        // Nothing of what was said is missing, and so no place is open that was not.
        for (const ruling of before)
          assert.ok(
            after.some((other) => same(other, ruling)),
            ruling.glob,
          );
        const now = strictness(after);
        for (const [i, kept] of strictness(before).entries()) assert.ok(!kept || now[i]);
        const places = (layers: readonly PathLayer[]): readonly Ruling[] =>
          layers.flatMap(({ byPlace }) => byPlace);
        for (const ruling of places(alone)) assert.ok(places(together).some((other) => same(other, ruling)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('and no repository lets go what an organisation or another repository’s file around it does not', () => {
    fc.assert(
      fc.property(rules, theirs, fc.boolean(), file, (demanded, more, ignoresCase, one) => {
        const organisation = policy({ paths: demanded });
        const alone = layersOf({ own: [], policies: [organisation], ignored: [], ignoresCase });
        const together = layersOf({
          own: [],
          policies: [...more.policies, organisation],
          ignored: more.ignored,
          ignoresCase,
        });
        const now = strictness(rulingsOf(one, together));
        for (const [i, kept] of strictness(rulingsOf(one, alone)).entries()) assert.ok(!kept || now[i]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('let go what is built in by the user’s word alone', () => {
    const at: FileName = { path: '.env', whole: ['/work/.env'] };
    const none = { own: [], policies: [], ignored: [], ignoresCase: false };
    const denied = (window: Window): boolean => rulingsOf(at, layersOf(window)).length > 0;
    assert.equal(denied(none), true);
    assert.equal(denied({ ...none, own: ['!.env'] }), false);
    assert.equal(denied({ ...none, policies: [policy({ paths: ['!.env', '!**'] }, '/work')] }), true);
    assert.equal(denied({ ...none, policies: [policy({ paths: ['!.env'] })] }), true);
    assert.equal(denied({ ...none, ignored: [['/work', '', '!.env\n!*\n']] }), true);
  });

  it('say who they are, and at which line', () => {
    const layers = layersOf({
      own: ['a.key'],
      policies: [policy('{\n  "paths": [\n    "a.*"\n  ]\n}', '/work'), policy({ paths: ['*.key'] })],
      ignored: [['/work', '', '\n*.key\n']],
      ignoresCase: false,
    });
    assert.deepEqual(
      rulingsOf({ path: 'a.key', whole: ['/work/a.key'] }, layers).map(({ source }) => source),
      [
        { layer: 'user' },
        { layer: 'ignore-file', file: '/.gitignore', line: 2 },
        { layer: 'folder', file: 'work/.promptairlock.json', line: 3 },
        { layer: 'organisation', file: '/etc/prompt-airlock/policy.json', line: 1 },
      ],
    );
  });
});

function same(a: Ruling, b: Ruling): boolean {
  return a.glob === b.glob && a.effect.does === b.effect.does && a.source.layer === b.source.layer;
}
