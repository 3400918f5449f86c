import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { inForceOf, readTeamPolicy } from '../../../src/airlock/team-policy.ts';
import type { FileName } from '../../../src/decide/files.ts';
import { readIgnoreFile } from '../../../src/decide/paths/ignore-file.ts';
import { ignoreLayer } from '../../../src/decide/paths/ignore-layer.ts';
import { type PathLayer, rulingsOf } from '../../../src/decide/paths/verdict.ts';
import { pathLayers } from '../../../src/decide/team/path-layers.ts';
import { LONGEST_POLICY, type TeamPolicy } from '../../../src/decide/team/policy-file.ts';
import type { TeamInForce } from '../../../src/decide/team/tighten.ts';
import { realPath } from '../../../src/host/real-path.ts';
import { matchesGlob } from '../../../src/policy/globs.ts';
import {
  HOSTILE_POLICIES,
  KEPT_FILES,
  LOOSENING_LINES,
  writeAttackRepository,
  writeHostilePolicies,
} from '../../provision/attack-repository.ts';

const OWN = { requirements: { retentionDays: 30 }, kinds: { email: 'high' } } as const;

describe('an attack repository', () => {
  let root: string;
  let outside: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'airlock attack ä-'));
    outside = mkdtempSync(join(tmpdir(), 'airlock-outside-'));
    writeAttackRepository(root, outside);
    writeHostilePolicies(root, outside);
  });
  after(() => {
    for (const folder of [root, outside]) rmSync(folder, { recursive: true, force: true });
  });

  /** A policy file as the editor reads it. */
  function read(folder: string): TeamPolicy {
    const file = join(root, folder, '.promptairlock.json');
    const source = { by: 'repository', file, folder: join(root, folder) } as const;
    const { size } = statSync(file);
    return readTeamPolicy(size > LONGEST_POLICY ? { unread: 'too-large' } : readFileSync(file), source);
  }

  const all = (): readonly TeamPolicy[] =>
    ['', 'huge', 'linked', ...Object.keys(HOSTILE_POLICIES)].map((folder) => read(folder));

  function layersOf(team: TeamInForce): readonly PathLayer[] {
    const files = ['', 'vendor'].map((folder) => ({
      folder,
      name: '.aiexclude',
      file: readIgnoreFile(readFileSync(join(root, folder, '.aiexclude'), 'utf8'), false),
    }));
    return pathLayers({
      own: [],
      ignored: [ignoreLayer([{ folders: [root], files }])],
      team,
      foldersOf: ({ folder }) => [folder],
      ignoresCase: false,
    });
  }

  function fileOf(name: string): FileName {
    const path = join(root, name);
    const real = realPath(path);
    return { path: name, whole: [path, ...(real === undefined || real === path ? [] : [real])] };
  }

  it('loosens nothing of what the user demands, and says at which line it would', () => {
    const loosening = read('');
    const held = inForceOf(OWN, [loosening]);
    assert.deepEqual(held.requirements, OWN.requirements);
    assert.deepEqual(held.kinds, { ...OWN.kinds, 'github-token': 'critical', 'database-url': 'critical' });
    assert.deepEqual(held.stoppedBy, []);
    assert.deepEqual(held.locked.size, 0);
    assert.ok(
      held.destinations.every(({ globs }) => globs.some((glob) => matchesGlob(glob, 'openai/gpt-5'))),
    );
    const lines = held.faults.map(({ at, reading }) => {
      assert.equal(reading, 'no-effect');
      return at.start.line;
    });
    assert.deepEqual(
      [...new Set(lines)].sort((a, b) => a - b),
      [...LOOSENING_LINES],
    );
  });

  it('stops everything with what nobody can read, and loosens nothing with the rest', () => {
    const held = inForceOf(OWN, all());
    assert.deepEqual(held.requirements, { retentionDays: 30, training: 'never' });
    assert.deepEqual(held.kinds['github-token'], 'critical');
    assert.equal(held.kinds['email'], 'critical');
    const stopping = held.stoppedBy.map(({ folder }) => folder.slice(root.length + 1)).sort();
    for (const folder of ['deep', 'huge', 'not-json', 'nothing', 'prototype', 'twice'])
      assert.ok(stopping.includes(folder), folder);
    assert.equal(Object.hasOwn(Object.prototype, 'stops'), false);
    assert.equal(Object.hasOwn(Object.prototype, 'paths'), false);
    assert.ok(read('longer').faults.length === 0 && inForceOf(OWN, [read('longer')]).faults.length > 0);
  });

  it('lets no file go that is kept back by what is built in', () => {
    const layers = layersOf(inForceOf(OWN, all()));
    for (const name of KEPT_FILES)
      assert.ok(
        rulingsOf(fileOf(name), layers).some(({ effect }) => effect.does === 'deny'),
        JSON.stringify(name),
      );
    // What its files say with no fault is tightening, and holds.
    assert.ok(rulingsOf(fileOf('vendor/readme.txt'), layers).length > 0);
  });

  it('keeps nobody waiting with globs that explode', () => {
    const layers = layersOf(inForceOf(OWN, all()));
    const long = `${'a'.repeat(3_000)}/`.repeat(4);
    for (const folder of ['', 'globs/']) {
      const file: FileName = { path: `${folder}${long}x`, whole: [join(root, folder, long, 'x')] };
      // That it comes back is what is asked; in the folder of the globs all is denied until they are mended.
      assert.equal(rulingsOf(file, layers).length > 0, folder !== '', folder);
    }
  });

  it('has links that lead nowhere, and no file is taken for free by one', () => {
    assert.equal(realPath(join(root, 'round-a')), undefined);
    assert.equal(realPath(join(root, 'src', 'again', 'src', 'again', '.env')), realPath(join(root, '.env')));
    assert.ok(rulingsOf(fileOf('src/again/harmless.txt'), layersOf(inForceOf(OWN, []))).length > 0);
  });
});
