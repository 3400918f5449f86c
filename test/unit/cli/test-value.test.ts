import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readTeamPolicy } from '../../../src/airlock/team-policy.ts';
import { parse } from '../../../src/cli/arguments.ts';
import { testValuesAsJson } from '../../../src/cli/test-value.ts';
import { UsageError } from '../../../src/cli/usage.ts';
import { openScrypt } from '../../../src/host/scrypt.ts';
import { EMAIL, githubToken } from '../made-up.ts';

const TOKEN = githubToken();
const SALT = 'AAECAwQFBgcICQoLDA0ODw==';
const hash = openScrypt({ cost: 16, blockSize: 1, parallelization: 1, length: 32 });

describe('test-value in a terminal', () => {
  it('is a policy file that declares each line once, and shows none of them', async () => {
    const written = await testValuesAsJson(`${TOKEN}\r\n\n${EMAIL}\n${TOKEN}`, SALT, hash);
    const { testValues, faults } = readTeamPolicy(written, {
      by: 'repository',
      file: '.promptairlock.json',
      folder: '',
    });
    const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
    assert.deepEqual(testValues?.salt, salt);
    assert.deepEqual(testValues.hashes, [await hash(TOKEN, salt), await hash(EMAIL, salt)]);
    assert.deepEqual(faults, []);
    assert.ok(!written.includes(TOKEN) && !written.includes(EMAIL));
  });

  it('makes a salt of its own each time', async () => {
    assert.notEqual(
      await testValuesAsJson(TOKEN, undefined, hash),
      await testValuesAsJson(TOKEN, undefined, hash),
    );
  });

  const wrong: readonly (readonly [string, string, string | undefined, RegExp])[] = [
    ['a short line', `${TOKEN}\nhunter2hunter2`, SALT, /^line 2: a test value has 16 to 16384 characters$/],
    ['nothing', '\n', SALT, /standard input/],
    ['too many', Array.from({ length: 501 }, (_, i) => `made-up-value-${1000 + i}`).join('\n'), SALT, /500/],
    ['a short salt', TOKEN, 'AAAA', /--salt/],
    ['a salt that is none', TOKEN, 'not base64', /--salt/],
  ];
  for (const [what, text, salt, message] of wrong) {
    it(`refuses ${what} without showing it`, async () => {
      await assert.rejects(testValuesAsJson(text, salt, hash), (error: unknown) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, message);
        return !error.message.includes('hunter2') && !error.message.includes(TOKEN);
      });
    });
  }

  it('is a command with an option', () => {
    const { command, options } = parse(['test-value', '--salt', SALT]);
    assert.deepEqual([command, options.salt], ['test-value', SALT]);
  });
});
