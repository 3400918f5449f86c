import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countOf, type WorkspaceReport } from '../../../../src/airlock/scan/report.ts';
import { scanTrees } from '../../../../src/airlock/scan/scan-trees.ts';
import type { Standing } from '../../../../src/decide/standing.ts';
import type { Scan } from '../../../../src/detect/finding.ts';
import { EMAIL, githubToken } from '../../made-up.ts';
import { declaring } from './declaring.ts';
import { MadeUpTree, rootOf } from './made-up-tree.ts';

const TOKEN = githubToken(5);
const OTHER = githubToken(6);

function report(
  files: Readonly<Record<string, string>>,
  scan: Scan,
  standing: Standing = 'open',
): Promise<WorkspaceReport> {
  return scanTrees(
    [rootOf(new MadeUpTree(files))],
    {
      openScanner: () => ({ scan, dispose: () => undefined }),
      standingOf: () => ({ standing }),
      now: () => 0,
    },
    new AbortController().signal,
  );
}

/** `file kind count` of each row, with who declares it. */
const rows = ({ found }: WorkspaceReport): readonly string[] =>
  found.flatMap(({ path, kinds }) =>
    kinds.map(
      ({ kind, count, declaredBy }) => `${path} ${kind} ${count}${declaredBy ? ` by ${declaredBy}` : ''}`,
    ),
  );

describe('values declared to be made up, in a scan of folders', () => {
  const FILES = {
    'test/a.ts': `'${TOKEN}'; '${TOKEN}'; '${OTHER}'; // ${EMAIL}`,
    'test/b.ts': `'${TOKEN}'`,
    'src/c.ts': `'${OTHER}'`,
  };

  it('are rows of their own behind the others, and counted apart from all of them', async () => {
    const all = await report(FILES, declaring([TOKEN]));
    assert.deepEqual(rows(all), [
      'src/c.ts github-token 1',
      'test/a.ts github-token 1',
      'test/a.ts email 1',
      'test/a.ts github-token 2 by .promptairlock.json',
      'test/b.ts github-token 1 by .promptairlock.json',
    ]);
    assert.deepEqual([countOf(all.total), all.declared, all.total.files], [3, 3, 2]);
    assert.deepEqual(all.total.classes, { secret: 2, pii: 1, internal: 0, path: 0, opaque: 0 });
    assert.deepEqual(
      all.folders.map((folder) => [folder.path, countOf(folder), folder.own, folder.files]),
      [
        ['', 3, 0, 2],
        ['test', 2, 2, 1],
        ['src', 1, 1, 1],
      ],
    );
    assert.deepEqual(
      all.kinds.map(({ kind, found, files }) => [kind, found.open, files]),
      [
        ['github-token', 2, 2],
        ['email', 1, 1],
      ],
    );
  });

  it('are told from others of their kind by their places', async () => {
    const all = await report({ 'a.ts': `'${TOKEN}';\n'${OTHER}';` }, declaring([TOKEN]));
    assert.deepEqual(
      all.found[0]?.kinds.map(({ declaredBy, places }) => [declaredBy, places.map(({ line }) => line)]),
      [
        [undefined, [2]],
        ['.promptairlock.json', [1]],
      ],
    );
  });

  it('count as any other where a rule about the file comes first', async () => {
    for (const standing of ['redacted', 'denied'] as const) {
      const all = await report(FILES, declaring([TOKEN]), standing);
      assert.deepEqual([all.declared, all.total.found[standing]], [0, 6]);
    }
    assert.equal((await report(FILES, declaring([TOKEN]), 'limited')).declared, 3);
  });

  it('count as any other where something else was found at their place', async () => {
    const scan = declaring([TOKEN]);
    const covering: Scan = async (texts) =>
      (await scan(texts)).map((findings) =>
        findings.map((one) => ({
          ...one,
          covers: [{ class: 'pii', kind: 'email', severity: 'low' }] as const,
        })),
      );
    const all = await report({ 'b.ts': FILES['test/b.ts'] }, covering);
    assert.deepEqual([all.declared, countOf(all.total)], [0, 1]);
  });

  it('leave folders out in which there is nothing else', async () => {
    const all = await report({ 'test/b.ts': FILES['test/b.ts'] }, declaring([TOKEN]));
    assert.deepEqual([all.folders, countOf(all.total), all.total.files, all.declared], [[], 0, 0, 1]);
    assert.deepEqual(rows(all), ['test/b.ts github-token 1 by .promptairlock.json']);
  });
});
