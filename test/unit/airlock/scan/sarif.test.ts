import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { sarifOf, type SarifLog } from '../../../../src/airlock/scan/sarif.ts';
import { scanTrees } from '../../../../src/airlock/scan/scan-trees.ts';
import type { Tree } from '../../../../src/airlock/scan/tree.ts';
import type { Scan } from '../../../../src/detect/finding.ts';
import { sarifWords } from '../../../../src/sentences/scan.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { CARD, EMAIL, githubToken } from '../../made-up.ts';
import { plainScan } from '../opened.ts';
import { declaring } from './declaring.ts';
import { MadeUpTree, rootOf } from './made-up-tree.ts';
import { SarifShape } from './sarif-shape.ts';

const VALUES = [githubToken(3), EMAIL, CARD];

/** The log of a scan, as it is written to a file. */
async function logOf(
  trees: readonly Tree[],
  scan: Scan = plainScan,
): Promise<{ readonly log: SarifLog; readonly written: string }> {
  const report = await scanTrees(
    trees.map((tree, i) => rootOf(tree, { name: `folder ${i}` })),
    {
      openScanner: () => ({ scan, dispose: () => undefined }),
      standingOf: ({ path }) => ({ standing: path.endsWith('.env') ? 'denied' : 'open' }),
      print: async (value) => `print-of-${value.length}`,
      now: () => Date.parse('2026-11-22T10:00:00Z'),
    },
    new AbortController().signal,
  );
  const written = JSON.stringify(sarifOf(report, sarifWords(english), '0.1.0'));
  return { log: JSON.parse(written) as SarifLog, written };
}

function faultsOf(log: unknown): string[] {
  const parsed = v.safeParse(SarifShape, log);
  return parsed.success ? [] : parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
}

describe('a report as SARIF', () => {
  it('is what the standard says, with no value in it', async () => {
    const tree = new MadeUpTree({
      'a.ts': `const a = "${VALUES[0]}";\n// ${VALUES[1]}`,
      '.env': `GITHUB_TOKEN=${VALUES[0]}\n`,
      'cards.txt': Array.from({ length: 5 }, () => `card ${CARD}`).join('\n'),
      'x.bin': new Uint8Array(4),
      link: '-> a.ts',
    });
    const { log, written } = await logOf([tree]);
    assert.deepEqual(faultsOf(log), []);
    for (const value of VALUES) assert.ok(!written.includes(value));
    const [{ results, tool, invocations }] = log.runs;
    assert.deepEqual(
      results.map(({ ruleId, level, locations: [{ physicalLocation: at }] }) => [
        at.artifactLocation.uri,
        ruleId,
        level,
        `${at.region?.startLine}:${at.region?.startColumn}-${at.region?.endLine}:${at.region?.endColumn}`,
      ]),
      [
        ['.env', 'github-token', 'error', '1:14-1:54'],
        ['a.ts', 'github-token', 'error', '1:12-1:52'],
        ['a.ts', 'email', 'warning', '2:4-2:31'],
        ['cards.txt', 'payment-card', 'error', '1:6-1:25'],
        ['cards.txt', 'payment-card', 'error', '2:6-2:25'],
        ['cards.txt', 'payment-card', 'error', '3:6-3:25'],
      ],
    );
    assert.match(results[0]?.message.text ?? '', /A rule about the file: may not leave/);
    assert.match(results.at(-1)?.message.text ?? '', /Further ones of the kind in this file: 2\./);
    assert.deepEqual(results[0]?.partialFingerprints, { 'promptAirlock/v1': 'print-of-53' });
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      ['github-token', 'email', 'payment-card'],
    );
    assert.deepEqual(
      invocations[0].toolExecutionNotifications.map(({ level, locations }) => [level, locations.length]),
      [
        ['warning', 1],
        ['note', 1],
      ],
    );
  });

  it('names any file by a relative reference', async () => {
    const names = [
      'two\nlines.txt',
      'sp ace/ü ö.txt',
      'per%20cent.txt',
      'a:b.txt',
      'ques?tion#hash.txt',
      'half\ud800.txt',
      'back\\slash.txt',
      '日本/語.txt',
    ];
    const { log } = await logOf([new MadeUpTree(Object.fromEntries(names.map((name) => [name, EMAIL])))]);
    assert.deepEqual(faultsOf(log), []);
    const uris = log.runs[0].results.map(({ locations: [one] }) => one.physicalLocation.artifactLocation.uri);
    assert.deepEqual(
      uris.map((uri) => decodeURIComponent(uri ?? '')).toSorted(),
      names.map((name) => name.toWellFormed()).toSorted(),
    );
  });

  it('has what is declared to be made up as suppressed, with the file that says so', async () => {
    const tree = new MadeUpTree({ 'a.ts': `${VALUES[0]}\n${VALUES[1]}`, '.env': `TOKEN=${VALUES[0]}` });
    const { log } = await logOf([tree], declaring(VALUES.slice(0, 1)));
    assert.deepEqual(faultsOf(log), []);
    assert.deepEqual(
      log.runs[0].results.map(({ ruleId, locations: [one], suppressions }) => [
        one.physicalLocation.artifactLocation.uri,
        ruleId,
        suppressions,
      ]),
      [
        // The rule about the file comes first.
        ['.env', 'github-token', []],
        ['a.ts', 'email', []],
        [
          'a.ts',
          'github-token',
          [
            {
              kind: 'external',
              justification: 'declared as a test value by this workspace (.promptairlock.json)',
            },
          ],
        ],
      ],
    );
    const none = await logOf([tree]);
    assert.ok(!none.written.includes('suppressions'));
  });

  it('is one without results where nothing was found', async () => {
    const { log } = await logOf([new MadeUpTree({ 'a.ts': 'nothing' })]);
    assert.deepEqual(faultsOf(log), []);
    assert.deepEqual([log.runs[0].results, log.runs[0].tool.driver.rules], [[], []]);
  });

  it('has a base for each of several folders', async () => {
    const tree = new MadeUpTree({ 'a.ts': EMAIL, 'x.bin': new Uint8Array(4) });
    const { log } = await logOf([tree, tree]);
    assert.deepEqual(faultsOf(log), []);
    const [{ originalUriBaseIds, results }] = log.runs;
    assert.deepEqual(originalUriBaseIds, {
      SRCROOT: { description: { text: 'folder 0' } },
      SRCROOT_2: { description: { text: 'folder 1' } },
    });
    assert.deepEqual(
      results.map(({ locations: [one] }) => one.physicalLocation.artifactLocation.uriBaseId),
      ['SRCROOT', 'SRCROOT_2'],
    );
  });

  it('is held to a shape that refuses what is wrong', async () => {
    const { log } = await logOf([new MadeUpTree({ 'a.ts': EMAIL })]);
    const [run] = log.runs;
    const [result] = run.results;
    assert.ok(result);
    for (const wrong of [
      { ...log, version: '2.0.0' },
      { ...log, runs: [{ ...run, columnKind: 'bytes' }] },
      { ...log, runs: [{ ...run, results: [{ ...result, ruleIndex: 7 }] }] },
      { ...log, runs: [{ ...run, results: [{ ...result, snippet: 'x' }] }] },
      { ...log, runs: [{ ...run, results: [{ ...result, message: { text: 'see [this](1)' } }] }] },
      { ...log, runs: [{ ...run, originalUriBaseIds: {} }] },
      { ...log, runs: [{ ...run, results: [result, { ...result, suppressions: [] }] }] },
      { ...log, runs: [{ ...run, results: [{ ...result, suppressions: [{ kind: 'internal' }] }] }] },
    ])
      assert.equal(faultsOf(wrong).length > 0, true);
  });
});
