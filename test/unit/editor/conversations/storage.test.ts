import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sharedStorage } from '../../../../src/editor/conversations/storage.ts';

describe('the storage of conversations', () => {
  const CASES = [
    ['/data/User/workspaceStorage/3a51c9/airlock', '/data/User/workspaceStorage/3a51c9/airlock'],
    ['/data/User/workspaceStorage/3a51c9-1/airlock', '/data/User/workspaceStorage/3a51c9/airlock'],
    ['/data/User/workspaceStorage/-5f3c2a1d/airlock', '/data/User/workspaceStorage/-5f3c2a1d/airlock'],
    ['/data/User/workspaceStorage/-5f3c2a1d-12/airlock', '/data/User/workspaceStorage/-5f3c2a1d/airlock'],
    ['/data/User/globalStorage/airlock', '/data/User/globalStorage/airlock'],
    ['/home/project-1/globalStorage/airlock', '/home/project-1/globalStorage/airlock'],
  ] as const;
  for (const [own, shared] of CASES) {
    it(`of ${own} is ${shared}`, () => assert.equal(sharedStorage(own), shared));
  }
});
