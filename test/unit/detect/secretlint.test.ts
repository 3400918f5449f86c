import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { EMAIL, githubToken } from '../made-up.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe("our rules in secretlint's own command line", function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-secretlint-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('find the same, and print no value', () => {
    const token = githubToken(5);
    writeFileSync(join(folder, 'config.txt'), `first\ntoken ${token}\nmail ${EMAIL}\n`);
    const config = { rules: [{ id: join(ROOT, 'dist', 'secretlint.js') }] };
    writeFileSync(join(folder, '.secretlintrc.json'), JSON.stringify(config));
    const script = join(ROOT, 'node_modules', 'secretlint', 'bin', 'secretlint.js');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [script, '--format', 'json', '--maskSecrets', 'config.txt'],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(status, 1, stderr);
    const [report] = JSON.parse(stdout) as { messages: { messageId: string; range: [number, number] }[] }[];
    assert.deepEqual(
      report?.messages.map(({ messageId, range }) => [messageId, range[1] - range[0]]),
      [
        ['github-token', token.length],
        ['email', EMAIL.length],
      ],
    );
  });
});
