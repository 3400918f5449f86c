import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { listFiles, type Search } from '../../../../src/editor/paths/listed-files.ts';

const FILES = ['a/.aiignore', 'b/.aiignore', 'c/.aiignore'];
/** A search that is cut off where it is told, without a word. */
const search: Search<string> = (_glob, most) => Promise.resolve(FILES.slice(0, most));

describe('a list of files that say what may leave', () => {
  it('is whole where the search found no more than are read', async () => {
    assert.deepEqual(await listFiles(search, '**/.aiignore', 4), { found: FILES, isComplete: true });
    assert.deepEqual(await listFiles(search, '**/.aiignore', 3), { found: FILES, isComplete: true });
  });

  it('is not whole where the search was cut off at its limit', async () => {
    assert.equal((await listFiles(search, '**/.aiignore', 2)).isComplete, false);
  });

  it('is not whole where the search fails, now or later', async () => {
    const nothing = { found: [], isComplete: false };
    const later: Search<string> = () => Promise.reject(new Error('ripgrep is gone'));
    const now: Search<string> = () => {
      throw new Error('no search here');
    };
    assert.deepEqual(await listFiles(later, '**/.aiignore', 3), nothing);
    assert.deepEqual(await listFiles(now, '**/.aiignore', 3), nothing);
  });

  it('is of the glob that was asked for', async () => {
    const asked: unknown[] = [];
    await listFiles(
      (glob, most) => {
        asked.push(glob, most);
        return Promise.resolve([]);
      },
      '**/.aiignore',
      3,
    );
    assert.deepEqual(asked, ['**/.aiignore', 4]);
  });
});
