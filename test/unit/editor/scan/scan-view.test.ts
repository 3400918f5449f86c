import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as v from 'valibot';
import { rowsOf, shownName } from '../../../../src/editor/scan/scan-rows.ts';
import { scanView } from '../../../../src/editor/scan/scan-view.ts';
import { ToScan } from '../../../../src/protocol/scan.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { found, reportOf } from './reports.ts';

describe('the page of a scan', () => {
  const report = reportOf(
    {
      '.env': [found('api-key', 2, 3), found('email', 1)],
      'src/a.ts': [found('github-token', 1, 7)],
      'src/b.sql': [found('email', 1_200)],
    },
    {
      standings: { '.env': 'denied', 'src/b.sql': 'redacted' },
      change(tally) {
        tally.known();
        tally.unseen.add('binary', 'logo.png');
        tally.known();
        tally.unseen.add('unreadable', 'locked\n.txt');
        tally.skipped.add('dependencies', 'node_modules');
        tally.skipped.add('unlisted', '');
      },
    },
  );

  it('says how much could leak, and what of it a rule holds back', () => {
    const { title, summary, counts, empty } = scanView(report, english);
    assert.equal(title, 'Workspace Scan');
    assert.equal(summary, 'A chat here could leak 1,201 findings; 6 of 8 files were looked into.');
    assert.deepEqual(counts, [
      '1204 found · 3 secrets, 1201 personal',
      '1 in files that may leave · 1,200 in files that leave redacted only · 3 in files that may not leave',
    ]);
    assert.equal(empty, '');
  });

  it('has a row for each kind in a file, with where it begins and what becomes of the file', () => {
    const { rows, kinds } = scanView(report, english);
    assert.deepEqual(
      rows.map(({ id, file, kind, count, place, standing }) => [
        id,
        file,
        kinds[kind],
        count,
        place,
        standing,
      ]),
      [
        [0, '.env', 'API key', 2, '3:5', 'denied'],
        [1, '.env', 'E-mail address', 1, '1:5', 'denied'],
        [2, 'src/a.ts', 'GitHub token', 1, '7:5', 'open'],
        [3, 'src/b.sql', 'E-mail address', 1200, '1:5', 'redacted'],
      ],
    );
    assert.deepEqual(
      rowsOf(report).map(({ file, of }) => [file.path, of.kind]),
      rows.map(({ file, kind }) => [file, kind]),
    );
  });

  it('names what was left out, what matters as a warning', () => {
    const { notes } = scanView(report, english);
    assert.deepEqual(
      notes.slice(1).map(({ tone, paths }) => [tone, paths]),
      [
        ['info', ['logo.png']],
        ['caution', ['locked\ufffd.txt']],
        ['info', ['node_modules']],
        ['caution', ['app']],
      ],
    );
    assert.match(notes[0]?.text ?? '', /^What may leave is looked at once more/);
  });

  it('has bars in words too, with how many are held back', () => {
    const { bars } = scanView(report, english);
    assert.deepEqual(
      bars.map(({ name, path, isFlat, text, held }) => [name, path, isFlat, text, held]),
      [
        ['src', '0/src/', false, 'Secrets: 1, Personal: 1,200', ''],
        ['app, files directly in it', '0/', true, 'Secrets: 2, Personal: 1', '3 in files that may not leave'],
      ],
    );
  });

  it('offers to filter by what there is', () => {
    const { standings, classes, kinds } = scanView(report, english);
    assert.deepEqual(
      standings.map(({ value }) => value),
      ['open', 'redacted', 'denied'],
    );
    assert.deepEqual(
      classes.map(({ value }) => value),
      ['secret', 'pii'],
    );
    assert.deepEqual(Object.keys(kinds).toSorted(), ['api-key', 'email', 'github-token']);
  });

  it('says plainly that nothing was found, and does not where nothing was looked into', () => {
    const clean = reportOf(
      {},
      {
        change(tally) {
          tally.known();
          tally.looked();
        },
      },
    );
    assert.equal(
      scanView(clean, english).empty,
      'Nothing sensitive was found in the files that were looked into.',
    );
    const unknown = reportOf(
      {},
      {
        change(tally) {
          tally.known();
          tally.unseen.add('scan-failed', 'a.ts');
        },
      },
    );
    assert.match(scanView(unknown, english).empty, /^None of the files could be looked into/);
    assert.equal(scanView(reportOf({}), english).empty, 'There is no file to look into.');
  });

  it('is what the page takes, also for names nobody would give', () => {
    const hostile = reportOf(
      { '__proto__/a\u202eb.ts': [found('email', 1)], 'x\n/<b>.ts': [found('api-key', 1)] },
      { roots: ['one\u0000', 'two'] },
    );
    for (const one of [report, hostile])
      assert.ok(v.safeParse(ToScan, { type: 'scan', scan: scanView(one, english) }).success);
    assert.deepEqual(
      scanView(hostile, english).rows.map(({ file }) => file),
      ['one\ufffd/__proto__/a\ufffdb.ts', 'one\ufffd/x\ufffd/<b>.ts'],
    );
  });

  it('keeps letters of every script in names, and no sign that would move them about', () => {
    assert.equal(shownName('日本/ü ö.ts'), '日本/ü ö.ts');
    assert.equal(shownName('a\u200bb\u2028c\u001b[0m'), 'a\ufffdb\ufffdc\ufffd[0m');
  });

  it('shows what is declared to be made up as that, apart from what could leak', () => {
    const file = 'api/.promptairlock.json';
    const some = scanView(
      reportOf({
        'a.ts': [found('github-token', 1), found('email', 2, 9, file), found('api-key', 40, 3, file)],
      }),
      english,
    );
    assert.match(some.summary, /^A chat here could leak 1 findings;/);
    assert.deepEqual(some.counts, [
      '1 found · 1 secret',
      '1 in files that may leave',
      'Apart from that, declared as test values by this workspace: 42',
    ]);
    assert.deepEqual(
      some.rows.map(({ kind, count, declared }) => [kind, count, declared]),
      [
        ['github-token', 1, ''],
        ['email', 2, `declared as a test value by this workspace (${file})`],
        ['api-key', 40, `declared as a test value by this workspace (${file})`],
      ],
    );
    assert.deepEqual(
      [some.classes.map(({ value }) => value), some.kinds['email'], some.bars[0]?.total],
      [['secret', 'pii'], 'E-mail address', 1],
    );
    const only = scanView(reportOf({ 'a.ts': [found('email', 2, 9, file)] }), english);
    assert.match(only.summary, /nothing sensitive was found\.$/);
    assert.deepEqual(
      [only.empty, only.bars, only.rows.length, only.standings.map(({ value }) => value)],
      ['', [], 1, ['open']],
    );
    for (const scan of [some, only]) assert.ok(v.safeParse(ToScan, { type: 'scan', scan }).success);
  });
});
