import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { type AdministratorsFile, readAdministratorsFile } from '../../../src/host/administrators-file.ts';
import { inTemporaryFolder } from '../provision/temporary-folder.ts';

const WINDOWS = process.platform === 'win32';
/** Whoever runs the tests stands for the administrator. */
const OWNER = process.getuid?.() ?? 0;

function read(path: string, options = {}): Promise<AdministratorsFile> {
  return readAdministratorsFile(path, { most: 100, platform: process.platform, owner: OWNER, ...options });
}

/** A file of the administrator's, in a folder of theirs. */
function put(at: string, text = '{}'): string {
  const folder = join(at, 'prompt-airlock');
  mkdirSync(folder, { mode: 0o755 });
  const path = join(folder, 'policy.json');
  writeFileSync(path, text, { mode: 0o644 });
  return path;
}

describe('the administrator’s file', () => {
  it('is read as it is, and may not be there', () =>
    inTemporaryFolder(async (at) => {
      const path = put(at, '{"ü": 1}');
      const found = await read(path);
      assert.ok(found.found === 'bytes');
      assert.equal(new TextDecoder().decode(found.bytes), '{"ü": 1}');
      for (const gone of [join(at, 'gone.json'), join(at, 'gone', 'policy.json'), join(path, 'policy.json')])
        assert.deepEqual(await read(gone), { found: 'nothing' });
    }));

  it('is refused where others may have written it', () =>
    inTemporaryFolder(async (at) => {
      const path = put(at);
      // Windows says nothing of owners.
      assert.equal((await read(path, { platform: 'win32', owner: OWNER + 1 })).found, 'bytes');
      if (WINDOWS) return;
      const refused = { found: 'refused', why: 'not-administrators' };
      assert.deepEqual(await read(path, { owner: OWNER + 1 }), refused);
      for (const mode of [0o664, 0o646]) {
        chmodSync(path, mode);
        assert.deepEqual(await read(path), refused, mode.toString(8));
      }
      chmodSync(path, 0o644);
      for (const mode of [0o775, 0o757, 0o1777]) {
        chmodSync(join(path, '..'), mode);
        assert.deepEqual(await read(path), refused, mode.toString(8));
      }
      chmodSync(join(path, '..'), 0o755);
      assert.equal((await read(path)).found, 'bytes');
    }));

  it('is refused where it is a link, a folder, or reached through a link', () =>
    inTemporaryFolder(async (at) => {
      const path = put(at);
      assert.deepEqual(await read(join(at, 'prompt-airlock')), { found: 'refused', why: 'unreadable' });
      if (WINDOWS) return;
      symlinkSync(path, join(at, 'prompt-airlock', 'link.json'));
      assert.deepEqual(await read(join(at, 'prompt-airlock', 'link.json')), {
        found: 'refused',
        why: 'unreadable',
      });
      symlinkSync(join(at, 'prompt-airlock'), join(at, 'elsewhere'));
      assert.deepEqual(await read(join(at, 'elsewhere', 'policy.json')), {
        found: 'refused',
        why: 'not-administrators',
      });
    }));

  it('is refused where it is too long', () =>
    inTemporaryFolder(async (at) => {
      const path = put(at, ' '.repeat(101));
      assert.deepEqual(await read(path), { found: 'refused', why: 'too-large' });
      assert.equal((await read(path, { most: 101 })).found, 'bytes');
    }));
});
