import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'mocha';
import { repoRoot } from '../provision/paths.ts';

describe('npm start', () => {
  it('opens the sample workspace with the chat visible, and says which editor it took and why', async () => {
    const script = join(repoRoot, 'test/provision/start.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [script, '--check', '--code-server']);
    assert.match(stdout, /code-server/);
    assert.match(stdout, /Open http:\/\/127\.0\.0\.1:\d+\//);
    assert.match(stdout, /The chat is visible\./);
  });
});
