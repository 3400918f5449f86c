import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inForceOf, readTeamPolicy } from '../../../../src/airlock/team-policy.ts';
import { testValuesAsJson } from '../../../../src/cli/test-value.ts';
import { markedByWorkspace } from '../../../../src/editor/team/marked.ts';
import type { WindowRules } from '../../../../src/editor/window-rules.ts';
import { openScrypt } from '../../../../src/host/scrypt.ts';
import { plainScan } from '../../airlock/opened.ts';
import { githubToken } from '../../made-up.ts';

const TOKEN = githubToken();

describe('what policy files of a window declare', () => {
  const file = 'backend/.promptairlock.json';

  async function marks(testValues: boolean, by: 'repository' | 'organisation' = 'repository') {
    const written = await testValuesAsJson(TOKEN, undefined, openScrypt());
    const policy = readTeamPolicy(written, { by, file, folder: '/w/backend' });
    const team = inForceOf({ requirements: {}, kinds: {} }, [policy]);
    const rules = { settings: { testValues }, team } as WindowRules;
    const [found = []] = await markedByWorkspace(plainScan, rules)([`key ${TOKEN}`]);
    return found.map(({ declaredBy }) => declaredBy);
  }

  it('is marked with the file, from what the terminal writes', async () => {
    assert.deepEqual(await marks(true), [file]);
  });

  it('is not marked where the user refuses all of it', async () => {
    assert.deepEqual(await marks(false), [undefined]);
  });

  it("is not marked where it is an organisation's file", async () => {
    assert.deepEqual(await marks(true, 'organisation'), [undefined]);
  });
});
