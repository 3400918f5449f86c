import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { SarifShape } from '../airlock/scan/sarif-shape.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { inTemporaryFolder } from '../provision/temporary-folder.ts';
import { run } from './run-cli.ts';

function resultsOf(stdout: string): string[] {
  const [log] = v.parse(SarifShape, JSON.parse(stdout)).runs;
  return (log?.results ?? []).map(
    ({ ruleId, locations: [one] }) => `${one?.physicalLocation.artifactLocation.uri} ${ruleId}`,
  );
}

describe('check --sarif', function () {
  this.timeout(60_000);

  it('looks into all files of a folder, and says where and never what', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'src'));
      mkdirSync(join(folder, 'node_modules'));
      writeFileSync(join(folder, 'src/a.ts'), `const token = '${githubToken()}';\n`);
      writeFileSync(join(folder, 'node_modules/b.ts'), `const token = '${githubToken()}';\n`);
      writeFileSync(join(folder, 'mail.txt'), EMAIL);
      symlinkSync('.', join(folder, 'circle'));
      const { code, stdout, stderr } = await run(['check', '--sarif', folder]);
      assert.deepEqual([code, stderr], [1, '']);
      assert.deepEqual(resultsOf(stdout), ['mail.txt email', 'src/a.ts github-token']);
      for (const value of [EMAIL, githubToken()]) assert.ok(!stdout.includes(value));
    }));

  it('exits with 0 where nothing was found in what may leave', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), 'nothing in it');
      assert.equal((await run(['check', '--sarif', folder])).code, 0);
      writeFileSync(join(folder, '.env'), `MAIL=${EMAIL}\n`);
      assert.equal((await run(['check', '--sarif', folder])).code, 1);
      const config = join(folder, 'rules.json');
      writeFileSync(config, JSON.stringify({ rules: [{ path: '.env', action: 'block' }] }));
      const { code, stdout } = await run(['check', '--sarif', '--config', config, folder]);
      assert.equal(code, 0);
      assert.deepEqual(resultsOf(stdout), ['.env email']);
    }));

  it('takes one file, and nothing else', () =>
    inTemporaryFolder(async (folder) => {
      const file = join(folder, 'a b.txt');
      writeFileSync(file, EMAIL);
      const { code, stdout } = await run(['check', '--sarif', file]);
      assert.equal(code, 1);
      assert.match(resultsOf(stdout)[0] ?? '', /a%20b\.txt email$/);
      for (const wrong of [[], ['-'], [file, file], ['--json', file], ['--to', 'dry-run', file], ['nowhere']])
        assert.equal((await run(['check', '--sarif', ...wrong])).code, 2, wrong.join(' '));
      assert.equal((await run(['redact', '--sarif', file])).code, 2);
    }));
});
