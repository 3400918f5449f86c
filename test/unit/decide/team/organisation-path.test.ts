import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { describe, it } from 'mocha';
import { organisationPath } from '../../../../src/decide/team/organisation-path.ts';

describe('the organisation’s file', () => {
  it('lies where only administrators write, whatever the environment says', () => {
    assert.equal(organisationPath('win32'), 'C:\\Program Files\\Prompt Airlock\\policy.json');
    assert.equal(organisationPath('darwin'), '/Library/Application Support/PromptAirlock/policy.json');
    for (const platform of ['linux', 'freebsd', '__proto__', 'constructor'])
      assert.equal(organisationPath(platform), '/etc/prompt-airlock/policy.json');
    assert.ok(win32.isAbsolute(organisationPath('win32')) && posix.isAbsolute(organisationPath('darwin')));
    const source = join(import.meta.dirname, '../../../../src/decide/team/organisation-path.ts');
    assert.ok(!readFileSync(source, 'utf8').includes('process'));
  });
});
