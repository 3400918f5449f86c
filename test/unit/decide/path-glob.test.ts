import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { matchesPath, matchesPathBelow } from '../../../src/decide/path-glob.ts';

/** `ok` is matched by the glob, `ng` is not. */
const CASES: readonly { glob: string; ok: readonly string[]; ng: readonly string[] }[] = [
  {
    glob: 'secrets/**',
    ok: ['secrets/key', 'secrets/a/b.txt', 'SECRETS\\Key', './secrets/.env', 'src/../secrets/key'],
    ng: ['secrets', 'src/secrets/key', 'secrets2/key', 'secrets/../src/a.ts', '/secrets/key'],
  },
  { glob: 'secrets/', ok: ['secrets/key', 'secrets/a/b'], ng: ['secrets', 'src/secrets/key'] },
  { glob: 'config/*', ok: ['config/a.yml', 'config/.hidden'], ng: ['config/a/b.yml', 'config'] },
  { glob: 'config\\*.yml', ok: ['config/a.yml', 'config\\a.YML'], ng: ['config/a/b.yml', 'config/a.json'] },
  {
    glob: '*.pem',
    ok: ['ca.pem', 'a/b/ca.pem', '/etc/ssl/ca.PEM', '.pem'],
    ng: ['ca.pem/readme', 'ca.pem.txt'],
  },
  { glob: 'key?.txt', ok: ['key1.txt', 'a/keyÿ.txt', 'key😀.txt'], ng: ['key.txt', 'key12.txt', 'key/.txt'] },
  { glob: 'a?b/c', ok: ['axb/c'], ng: ['a/b/c'] },
  {
    glob: '**/private/*.md',
    ok: ['private/a.md', 'x/y/private/a.md'],
    ng: ['private/x/a.md', 'privat/a.md'],
  },
  { glob: 'a/**/b', ok: ['a/b', 'a/x/b', 'a/x/b/y/b'], ng: ['a/x/b/y', 'ab'] },
  { glob: 'a*b*c/d', ok: ['abc/d', 'axbbcc/d'], ng: ['ab/c/d', 'acb/d'] },
  { glob: '**', ok: ['a', 'a/b', '/a/b'], ng: [] },
  { glob: '/srv/**', ok: ['/srv/a', '//srv/a', '/../srv/a'], ng: ['srv/a', '/x/srv/a'] },
  { glob: 'C:/build/**', ok: ['c:\\build\\a.txt'], ng: ['d:\\build\\a.txt'] },
  { glob: 'docs/caf\u00e9/*', ok: ['docs/cafe\u0301/menu'], ng: ['docs/cafe/menu'] },
  { glob: '[ab].txt', ok: ['[ab].txt'], ng: ['a.txt'] },
];

describe('matchesPath', () => {
  for (const { glob, ok, ng } of CASES)
    it(`reads ${glob}`, () => {
      for (const path of ok) assert.ok(matchesPath(glob, path), path);
      for (const path of ng) assert.ok(!matchesPath(glob, path), path);
    });

  it('takes a glob from any folder on, where asked to', () => {
    for (const path of ['secrets/key', '/home/mia/secrets/key', 'C:\\x\\Secrets\\key'])
      for (const glob of ['secrets/**', '/secrets/**', './secrets/', '**/secrets/*'])
        assert.ok(matchesPathBelow(glob, path), `${glob} ${path}`);
    assert.ok(matchesPathBelow('C:/x/**', 'C:\\x\\key'));
    assert.ok(!matchesPathBelow('secrets/**', '/home/mia/secrets.txt'));
  });

  it('costs at most path times glob', () => {
    const glob = `${'a*'.repeat(50)}/${'**/a/'.repeat(15)}b`;
    const path = `${'a'.repeat(2000)}/${'a/'.repeat(1000)}c`;
    const before = performance.now();
    assert.ok(!matchesPath(glob, path));
    assert.ok(performance.now() - before < 500);
  });
});
