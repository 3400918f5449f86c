import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { GRADES } from '../../../src/policy/grade.ts';
import { HOST, SOURCES } from '../policy/made-up.ts';
import { run } from './run-cli.ts';

interface Row {
  readonly destination: string;
  readonly grade: string;
  readonly fits: boolean;
  readonly misses: readonly { clause: string; sentence: string; citations: readonly object[] }[];
}

async function compared(...args: readonly string[]): Promise<{ code: number | null; rows: readonly Row[] }> {
  const { code, stdout, stderr } = await run(['compare', ...args, '--json']);
  assert.equal(stderr, '');
  return { code, rows: (JSON.parse(stdout) as { destinations: readonly Row[] }).destinations };
}

describe('the terminal, of all destinations', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-compare-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const file = (content: object): string => {
    const path = join(folder, 'catalogue.json');
    writeFileSync(path, JSON.stringify(content, null, 2));
    return path;
  };

  it('prints every provider with its grade, its facts and their sources', async () => {
    const { code, stdout } = await run(['policy', '--all', '--json']);
    assert.equal(code, 0);
    const { destinations } = JSON.parse(stdout) as {
      destinations: {
        written: string;
        grade: string;
        provider: { id: string };
        facts: { training: { citations: object[]; reason: string | null } };
      }[];
    };
    assert.equal(new Set(destinations.map(({ provider }) => provider.id)).size, 32);
    assert.ok(destinations.some(({ written }) => written === 'deepinfra/google/gemini-2.5-flash'));
    for (const { written, grade, facts } of destinations) {
      assert.ok(
        GRADES.some((one) => one === grade),
        written,
      );
      // What is passed on to nobody-knows-whom rests on no source, and says so.
      assert.ok(facts.training.citations.length > 0 || facts.training.reason === 'nobody-named', written);
    }
  });

  it('prints a line for each where a person reads', async () => {
    const { stdout } = await run(['policy', '--all']);
    assert.match(stdout, /^A {2}cerebras\/gpt-oss-120b +no training · nothing kept$/m);
    assert.match(stdout, /^E {2}nvidia\/\S+ +may train · no period stated$/m);
  });

  it('puts those that fit first, and exits 0 where there are any', async () => {
    const { code, rows } = await compared('--require', 'client-nda');
    assert.equal(code, 0);
    const fits = rows.map((row) => row.fits);
    assert.deepEqual(fits, fits.toSorted().toReversed());
    assert.ok(rows.some(({ destination, fits: fit }) => destination === 'openai/gpt-5' && fit));
    for (const { destination, fits: fit, misses } of rows)
      assert.equal(fit, misses.length === 0, destination);
  });

  it('names the clause that is missed, cited, and exits 1 where none fits', async () => {
    const { code, rows } = await compared('deepseek', 'nvidia-api-catalog', '--require', 'training=never');
    assert.equal(code, 1);
    assert.deepEqual(
      rows.map(({ destination }) => destination),
      ['deepseek/deepseek-chat', 'nvidia/nvidia/nemotron-4-340b-instruct'],
    );
    for (const { misses } of rows) {
      assert.deepEqual(
        misses.map(({ clause }) => clause),
        ['training'],
      );
      assert.match(misses[0]?.sentence ?? '', /improve models/);
      assert.notEqual(misses[0]?.citations.length, 0);
    }
  });

  it('says it in words for people', async () => {
    const { code, stdout } = await run(['compare', 'openai/gpt-5', 'groq', '--require', 'health-data']);
    assert.equal(code, 1);
    assert.match(stdout, /^misses {2}B {2}groq\/llama-3.3-70b-versatile /m);
    assert.match(
      stdout,
      /retentionDays: You require that nothing is kept; this destination keeps it for up to 30 days\./,
    );
    assert.match(stdout, /^0 of 2 fit$/m);
  });

  const same: readonly (readonly string[])[] = [
    ['--require', 'client-nda,retentionDays=7'],
    ['--require', 'client-nda', '--require', 'retentionDays=7'],
    ['--require', '{"preset":"client-nda","retentionDays":7}'],
  ];
  for (const args of same) {
    it(`reads requirements as ${args.join(' ')}`, async () => {
      const { code, rows } = await compared('openai/gpt-5', ...args);
      assert.equal(code, 1);
      assert.deepEqual(
        rows[0]?.misses.map(({ clause }) => clause),
        ['retentionDays'],
      );
    });
  }

  it('judges by the endpoint', async () => {
    const { rows } = await compared(
      'openai/gpt-5',
      '--endpoint',
      '/v1/assistants',
      '--require',
      'retentionDays=30',
    );
    assert.equal(rows[0]?.fits, false);
  });

  it('lays an organisation’s catalogue over the built-in one', async () => {
    const groq = { ...HOST, id: 'groq', hosts: ['api.groq.com'] };
    const args = ['groq', '--require', 'client-nda'];
    assert.equal((await compared(...args)).code, 1);
    const own = file({ schema: 'ai-data-policy/1', sources: SOURCES.sources, providers: { groq } });
    assert.equal((await compared(...args, '--catalogue', own)).code, 0);
  });

  it('refuses an organisation’s catalogue with file, line, column, field and reason', async () => {
    const own = file({
      schema: 'ai-data-policy/1',
      providers: { own: { ...HOST, id: 'own', baseCites: [] } },
    });
    for (const args of [['compare', '--require', 'open-source'], ['policy', 'openai/gpt-5'], ['check']]) {
      const { code, stdout, stderr } = await run([...args, '--catalogue', own], 'a plain question');
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /catalogue\.json:\d+:\d+: providers\.own\.baseCites cites nothing/);
    }
  });

  const wrong: readonly (readonly string[])[] = [
    ['compare'],
    ['compare', 'nobody', '--require', 'open-source'],
    ['compare', '--require', 'nothing-at-all'],
    ['compare', '--require', 'retentionDays=soon'],
    ['compare', '--require', 'mood=good'],
    ['compare', '--require', '{"training":'],
    ['compare', '--require', 'open-source', '--all'],
    ['compare', '--require', 'open-source', '--catalogue', 'no-such-file'],
    ['policy', 'openai/gpt-5', '--all'],
    ['policy', 'openai/gpt-5', '--require', 'open-source'],
    ['policy', 'openai/gpt-5', '--refresh'],
    ['policy', '--all', '--refresh'],
    ['check', '--refresh'],
    ['check', '--all'],
    ['redact', '--require', 'open-source'],
  ];
  for (const args of wrong) {
    it(`exits 2 and says what to do: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run(args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /prompt-airlock: .{10}/);
    });
  }
});
