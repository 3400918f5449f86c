import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileName } from '../../../../src/decide/files.ts';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import { keepsBack, listLayer, type PathLayer, rulingsOf } from '../../../../src/decide/paths/verdict.ts';
import { matchesGlob } from '../../../../src/policy/globs.ts';

function layer(...written: readonly unknown[]): PathLayer {
  const { rules, faults } = readPathRules(written);
  assert.deepEqual(faults, []);
  return listLayer(rules.map((rule) => ({ rule, source: { layer: 'user' } })));
}

function effects(file: FileName, ...layers: readonly PathLayer[]): readonly string[] {
  return rulingsOf(file, layers).map(({ effect }) => effect.does);
}

describe('what rules about paths say of a file', () => {
  it('is the last word of a list', () => {
    const one = layer('**/.env*', '!**/.env.example', { path: 'apps/**', rule: 'redact' });
    assert.deepEqual(effects({ path: 'api/.env' }, one), ['deny']);
    assert.deepEqual(effects({ path: 'api/.env.example' }, one), []);
    assert.deepEqual(effects({ path: 'apps/.env' }, one), ['redact']);
    assert.deepEqual(effects({ path: 'src/a.ts' }, one), []);
  });

  it('is taken back by nobody but the same list', () => {
    assert.deepEqual(effects({ path: 'a.key' }, layer('*.key'), layer('!*.key')), ['deny']);
    assert.deepEqual(effects({ path: 'a.key' }, layer({ path: '*.key', rule: 'redact' }), layer('*.key')), [
      'redact',
      'deny',
    ]);
  });

  it('holds for what a link leads to, and for the link', () => {
    const linked: FileName = { path: 'notes.txt', whole: ['/ws/notes.txt', '/ws/keys/ca.pem'] };
    assert.deepEqual(effects(linked, layer('*.pem')), ['deny']);
    assert.deepEqual(effects(linked, layer('notes.txt')), ['deny']);
    // What it leads to is let go by its path from the folder that is worked in, where that is known.
    const inside = { ...linked, followed: 'keys/ca.pem' };
    assert.deepEqual(effects(inside, layer('*.pem', '!keys/ca.pem')), []);
    assert.deepEqual(effects(linked, layer('*.pem', '!keys/ca.pem')), ['deny']);
    assert.deepEqual(effects(inside, layer('*.pem', '!notes.txt')), ['deny']);
  });

  it('lets nothing go for where the folder that is worked in lies', () => {
    const below: FileName = { path: '.env', whole: ['/home/mia/docs/app/.env'] };
    assert.deepEqual(effects(below, layer('.env', '!docs/**')), ['deny']);
    assert.deepEqual(effects(below, layer('docs/**')), ['deny']);
  });

  it('keeps it back somewhere, or everywhere', () => {
    const [ruling] = rulingsOf({ path: 'a.sql' }, [layer({ path: '*.sql', rule: 'local' })]);
    assert.ok(ruling);
    const there = { names: ['openai-api/gpt-5', 'openai/gpt-5'], isLocal: false };
    assert.equal(keepsBack(ruling, there, matchesGlob), true);
    assert.equal(keepsBack(ruling, { names: ['ollama/llama3'], isLocal: true }, matchesGlob), false);
    assert.equal(keepsBack(ruling, undefined, matchesGlob), false);
    const [named] = rulingsOf({ path: 'a.sql' }, [layer({ path: '*.sql', destinations: ['groq/*'] })]);
    assert.ok(named);
    assert.equal(keepsBack(named, there, matchesGlob), true);
    assert.equal(keepsBack(named, { names: ['groq/llama'], isLocal: false }, matchesGlob), false);
    const [nowhere] = rulingsOf({ path: 'a.sql' }, [layer({ path: '*.sql', destinations: [] })]);
    assert.ok(nowhere && keepsBack(nowhere, { names: ['ollama/llama3'], isLocal: true }, matchesGlob));
    const [denied] = rulingsOf({ path: 'a.sql' }, [layer('*.sql')]);
    assert.ok(denied && keepsBack(denied, undefined, matchesGlob));
  });
});
