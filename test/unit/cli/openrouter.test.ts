import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { listsOf, writeLists } from '../../../src/policy/openrouter-lists.ts';
import { run } from './run-cli.ts';

describe('the terminal, of OpenRouter’s lists', () => {
  const homes = { without: '', having: '' };
  before(async () => {
    for (const name of ['without', 'having'] as const) homes[name] = await mkdtemp(join(tmpdir(), 'home-'));
    const answer = {
      models: [{ id: 'maker/big', canonical: null }],
      keepNothing: [{ model: 'maker/big', at: 'Alpha' }],
    };
    await mkdir(join(homes.having, '.prompt-airlock'));
    await writeFile(
      join(homes.having, '.prompt-airlock', 'openrouter-lists.json'),
      writeLists(listsOf(answer, '2026-11-20')),
    );
  });

  after(async () => {
    for (const home of Object.values(homes)) await rm(home, { recursive: true, force: true });
  });

  it('says what was listed beside the policy, and changes no fact of it', async () => {
    for (const model of ['maker/big', 'maker/gone']) {
      const args = ['policy', `openrouter/${model}`];
      const [without, having] = await Promise.all([
        run([...args, '--json'], '', [], homes.without),
        run([...args, '--json'], '', [], homes.having),
      ]);
      assert.deepEqual([without.code, having.code], [0, 0]);
      const { openRouter, ...policy } = JSON.parse(having.stdout) as Record<string, unknown>;
      assert.deepEqual(policy, JSON.parse(without.stdout));
      assert.equal((openRouter as { isListed: boolean }).isListed, model === 'maker/big');
      const [plain, listed] = await Promise.all([
        run(args, '', [], homes.without),
        run(args, '', [], homes.having),
      ]);
      const isOfLists = (line: string): boolean =>
        /Listed by OpenRouter|^ {2}It is (?:not|listed)/.test(line);
      const kept = listed.stdout.split('\n').filter((line) => !isOfLists(line));
      assert.deepEqual(kept.join('\n').replaceAll('\n\n\n', '\n\n').trimEnd(), plain.stdout.trimEnd());
      assert.match(
        listed.stdout,
        model === 'maker/big' ? /keep nothing at Alpha\. As of 2026-11-20/ : /not among the models/,
      );
      assert.match(listed.stdout, /No fact above rests on this\./);
    }
  });

  it('says nothing of them for other providers', async () => {
    const { code, stdout } = await run(['policy', 'groq/llama-3.3-70b-versatile'], '', [], homes.having);
    assert.equal(code, 0);
    assert.doesNotMatch(stdout, /Listed by OpenRouter/);
  });
});
