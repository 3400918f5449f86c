import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileName } from '../../../../src/decide/files.ts';
import { explainFile } from '../../../../src/decide/paths/explain.ts';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import { listLayer, type PathLayer, type RuleSource } from '../../../../src/decide/paths/verdict.ts';

function layer(source: RuleSource['layer'], ...written: readonly unknown[]): PathLayer {
  const { rules, faults } = readPathRules(written);
  assert.deepEqual(faults, []);
  return listLayer(rules.map((rule) => ({ rule, source: { layer: source, line: rule.index + 1 } })));
}

/** `holds|not effect glob who:line` of each, with the name it was met by where that is another. */
function told(file: FileName, ...layers: readonly PathLayer[]): readonly string[] {
  return explainFile(file, layers).map(
    ({ ruling: { glob, effect, source }, holds, by }) =>
      `${holds ? 'holds' : 'not'} ${effect.does} ${glob} ${source.layer}:${source.line}${by ? ` as ${by.path}` : ''}`,
  );
}

describe('what rules there are for a file', () => {
  it('are none where no rule is about it', () => {
    assert.deepEqual(told({ path: 'a.ts' }, layer('user', '*.key')), []);
  });

  it('are of each list the last as it holds, and behind all of them those it overrode', () => {
    const user = layer('user', '.env*', '!.env.test', { path: '.env.test', rule: 'redact' });
    const folder = layer('folder', 'docs/**', '.env.test');
    assert.deepEqual(told({ path: '.env.test' }, user, folder), [
      'holds redact .env.test user:3',
      'holds deny .env.test folder:2',
      'not allow .env.test user:2',
      'not deny .env* user:1',
    ]);
  });

  it('have the exception that holds among them', () => {
    assert.deepEqual(told({ path: '.env.example' }, layer('user', '.env*', '!.env.example')), [
      'holds allow .env.example user:2',
      'not deny .env* user:1',
    ]);
  });

  it('say under which name they met it, where a link leads elsewhere', () => {
    const linked: FileName = { path: 'notes.txt', whole: ['/ws/notes.txt', '/home/mia/.env'] };
    // The exception has nothing to take back under the name that it is about.
    assert.deepEqual(told(linked, layer('user', '.env', '!notes.txt')), [
      'holds deny .env user:1 as /home/mia/.env',
    ]);
    assert.deepEqual(told(linked, layer('user', '{.env,notes.txt}', '!notes.txt')), [
      'holds deny {.env,notes.txt} user:1 as /home/mia/.env',
      'holds allow notes.txt user:2',
      'not deny {.env,notes.txt} user:1',
    ]);
    const inside: FileName = { ...linked, whole: ['/ws/notes.txt', '/ws/a/.env'], followed: 'a/.env' };
    assert.deepEqual(told(inside, layer('user', 'a/.env')), ['holds deny a/.env user:1 as a/.env']);
  });
});
