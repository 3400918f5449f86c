import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { FileName } from '../../../../src/decide/files.ts';
import { type FolderRules, foldersLayer } from '../../../../src/decide/paths/folder-layer.ts';
import { readPathRules } from '../../../../src/decide/paths/path-rule.ts';
import { rulingsOf } from '../../../../src/decide/paths/verdict.ts';

/** Rules of the policy file of a folder, by all ways in which the folder is written. */
function of(folders: readonly string[], ...written: readonly unknown[]): FolderRules {
  const { rules, faults } = readPathRules(written);
  assert.deepEqual(faults, []);
  const file = `${folders[0]}/.promptairlock.json`;
  return { folders, rules: rules.map((rule) => ({ rule, source: { layer: 'folder', file } })) };
}

function effects(file: FileName, all: readonly FolderRules[], ignoresCase = false): readonly string[] {
  return rulingsOf(file, [foldersLayer(all, ignoresCase)]).map(({ effect }) => effect.does);
}

/** A file by where it lies, with all links followed where that differs. */
const at = (...whole: readonly string[]): FileName => ({ path: whole[0]?.split('/').at(-1) ?? '', whole });

describe('policy files of folders', () => {
  it('are about what lies below their folder, and about nothing else', () => {
    const all = [of(['/work/api'], '*.sql', 'db/**')];
    assert.deepEqual(effects(at('/work/api/dump.sql'), all), ['deny']);
    assert.deepEqual(effects(at('/work/api/db/a.txt'), all), ['deny']);
    assert.deepEqual(effects(at('/work/web/dump.sql'), all), []);
    // A name that begins alike is another folder.
    assert.deepEqual(effects(at('/work/api-2/dump.sql'), all), []);
    assert.deepEqual(effects(at('/work/api'), all), []);
    assert.deepEqual(effects({ path: 'dump.sql' }, all), [], 'nobody knows where it lies');
  });

  it('keep back wherever below it their path begins to fit, and let go from their folder on', () => {
    const all = [of(['/work/api'], 'db/*.txt', '!db/public.txt')];
    assert.deepEqual(effects(at('/work/api/src/db/a.txt'), all), ['deny']);
    assert.deepEqual(effects(at('/work/api/db/public.txt'), all), []);
    assert.deepEqual(effects(at('/work/api/src/db/public.txt'), all), ['deny']);
  });

  it('give the nearest the last word', () => {
    const all = [
      of(['/work'], '*.sql', { path: '*.md', rule: 'redact' }),
      of(['/work/api'], '!schema.sql', '*.md'),
    ];
    assert.deepEqual(effects(at('/work/api/schema.sql'), all), []);
    assert.deepEqual(effects(at('/work/schema.sql'), all), ['deny']);
    assert.deepEqual(effects(at('/work/api/a.md'), all), ['deny']);
    assert.deepEqual(effects(at('/work/a.md'), all), ['redact']);
  });

  it('of several roots know their own', () => {
    const all = [of(['/work/api'], 'notes/**'), of(['/home/mia/web'], '!notes/**', '*.pdf')];
    assert.deepEqual(effects(at('/work/api/notes/a.md'), all), ['deny']);
    assert.deepEqual(effects(at('/home/mia/web/notes/a.md'), all), []);
    assert.deepEqual(effects(at('/work/api/a.pdf'), all), []);
    assert.deepEqual(effects(at('/home/mia/web/a.pdf'), all), ['deny']);
  });

  it('hold by the path that was opened and by the one that links lead to', () => {
    const all = [of(['/home/mia/link', '/mnt/disk/app'], 'private/**')];
    assert.deepEqual(effects(at('/home/mia/link/private/a'), all), ['deny']);
    assert.deepEqual(effects(at('/mnt/disk/app/private/a'), all), ['deny']);
    assert.deepEqual(effects(at('/home/mia/link/private/a', '/mnt/disk/app/private/a'), all), [
      'deny',
      'deny',
    ]);
    // A harmless name for a file of that folder.
    assert.deepEqual(effects(at('/home/mia/link/notes.txt', '/mnt/disk/app/private/a'), all), ['deny']);
    // One of its own names lets it go, what it leads to does not.
    const taken = [of(['/work'], 'private/**', '!private/a')];
    assert.deepEqual(effects(at('/work/private/a', '/work/private/b'), taken), ['deny']);
  });

  it('know a folder of Windows however it is written', () => {
    const all = [of(['/c:/work/api'], 'secrets/**')];
    for (const file of [
      '/c:/work/api/secrets/a.txt',
      '/C:/Work/API/secrets/a.txt',
      'C:\\work\\api\\secrets\\a.txt',
      'c:/work/api/src/../secrets/a.txt',
      '\\\\?\\C:\\work\\api\\secrets\\a.txt',
    ])
      assert.deepEqual(effects(at(file), all, true), ['deny'], file);
    assert.deepEqual(effects(at('/d:/work/api/secrets/a.txt'), all, true), []);
  });

  it('keep back whatever the case, and let go whatever it is only where the file system ignores it', () => {
    const all = [of(['/Work/Api'], '*.KEY', '!public.key')];
    assert.deepEqual(effects(at('/work/api/ca.key'), all), ['deny']);
    assert.deepEqual(effects(at('/Work/Api/public.key'), all), []);
    assert.deepEqual(effects(at('/Work/Api/Public.Key'), all), ['deny']);
    assert.deepEqual(effects(at('/Work/Api/Public.Key'), all, true), []);
  });

  it('know names in either spelling of an accent, with spaces and with line breaks', () => {
    const all = [of(['/work/Büro'.normalize('NFC')], 'Verträge und Notizen/**', '*\nb.txt')];
    assert.deepEqual(effects(at('/work/Büro/Verträge und Notizen/a b.txt'.normalize('NFD')), all), ['deny']);
    assert.deepEqual(effects(at('/work/Büro/a\nb.txt'), all), ['deny']);
  });

  it('name what goes to some places only, for those who ask before there is a file', () => {
    const layer = foldersLayer([of(['/work'], { path: '*.sql', rule: 'local' }, '*.key')], false);
    assert.deepEqual(
      layer.byPlace.map(({ glob }) => glob),
      ['*.sql'],
    );
  });
});
