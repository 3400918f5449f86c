import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, isInstalled } from '../../provision/install-once.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const recipe = { version: '1.0.0' };

describe('installing once', () => {
  it('installs, and then leaves it', () =>
    inTemporaryFolder(async (cache) => {
      const folder = join(cache, 'thing');
      let installs = 0;
      const install = async (where: string) => writeFileSync(join(where, 'file'), String(++installs));
      assert.equal(await installOnce({ folder, recipe, install }), true);
      assert.equal(await installOnce({ folder, recipe, install }), false);
      assert.equal(installs, 1);
      assert.deepEqual(readdirSync(cache), ['thing'], 'the lock is gone');
    }));

  it('starts over after an interrupted install', () =>
    inTemporaryFolder(async (cache) => {
      const folder = join(cache, 'thing');
      const half = async (where: string) => {
        writeFileSync(join(where, 'half'), '');
        throw new Error('interrupted');
      };
      await assert.rejects(installOnce({ folder, recipe, install: half }), /interrupted/);
      assert.equal(isInstalled(folder, recipe), false);
      assert.equal(existsSync(`${folder}.lock`), false);
      await installOnce({
        folder,
        recipe,
        install: async (where) => writeFileSync(join(where, 'whole'), ''),
      });
      assert.deepEqual(readdirSync(cache), ['thing'], 'what was half done is thrown away');
      assert.equal(existsSync(join(folder, 'half')), false);
      assert.equal(isInstalled(folder, recipe), true);
    }));

  it('installs anew when the recipe has changed', () =>
    inTemporaryFolder(async (cache) => {
      const folder = join(cache, 'thing');
      const install = async () => {};
      await installOnce({ folder, recipe, install });
      assert.equal(await installOnce({ folder, recipe: { version: '2.0.0' }, install }), true);
    }));

  it('installs once when two come at the same time', () =>
    inTemporaryFolder(async (cache) => {
      const folder = join(cache, 'thing');
      let running = 0;
      let installs = 0;
      const install = async (where: string) => {
        assert.equal(++running, 1, 'never two at once');
        await new Promise((resolve) => setImmediate(resolve));
        writeFileSync(join(where, 'file'), String(++installs));
        running--;
      };
      const both = [1, 2, 3].map(() => installOnce({ folder, recipe, install, lock: { pollMs: 1 } }));
      assert.deepEqual((await Promise.all(both)).sort(), [false, false, true]);
      assert.equal(readFileSync(join(folder, 'file'), 'utf8'), '1');
    }));
});
