import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { type IgnoreFile, isIgnored } from '../../../../../src/editor/diagnostics/environment/gitignore.ts';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly path: string;
  readonly ignored: boolean;
}

const one = (text: string, path: string, ignored: boolean): Case => ({ files: { '': text }, path, ignored });

const CASES: readonly Case[] = [
  one('.env\n', '.env', true),
  one('.env\n', 'a/b/.env', true),
  one('.env', 'a/.env', true),
  one('/.env\n', '.env', true),
  one('/.env\n', 'a/.env', false),
  one('.env*\n', '.env', true),
  one('*.env\n', '.env', true),
  one('.en?\n', '.env', true),
  one('a/.env\n', 'a/.env', true),
  one('a/.env\n', 'b/a/.env', false),
  one('**/.env\n', 'b/a/.env', true),
  one('a/**\n', 'a/b/.env', true),
  one('a/\n', 'a/b/.env', true),
  one('.env/\n', '.env', false),
  one('# .env\n', '.env', false),
  one('.env.local\n', '.env', false),
  one('.env  \n', '.env', true),
  one('.env*\n!.env\n', '.env', false),
  one('!.env\n.env\n', '.env', true),
  one('a/\n!a/.env\n', 'a/.env', true),
  one('*\n!a/\n', 'a/.env', true),
  one('\r\n.env\r\n', '.env', true),
  one('', '.env', false),
  { files: { '': '.env\n', a: '!.env\n' }, path: 'a/.env', ignored: false },
  { files: { '': '.env\n', a: '!.env\n' }, path: 'b/.env', ignored: true },
  { files: { '': '', a: '/.env\n' }, path: 'a/.env', ignored: true },
  { files: { '': '', a: '/.env\n' }, path: 'a/b/.env', ignored: false },
];

describe('whether Git ignores a file', () => {
  let root = '';
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'airlock-ignored-'));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  for (const [i, { files, path, ignored }] of CASES.entries()) {
    it(`${JSON.stringify(files)} ${ignored ? 'ignores' : 'does not ignore'} ${path}, as Git says`, () => {
      const known = Object.entries(files).map(([folder, text]): IgnoreFile => ({ folder, text }));
      assert.equal(isIgnored(known, path), ignored);
      const repository = join(root, String(i));
      for (const [folder, text] of Object.entries(files)) {
        mkdirSync(join(repository, folder), { recursive: true });
        writeFileSync(join(repository, folder, '.gitignore'), text);
      }
      mkdirSync(join(repository, dirname(path)), { recursive: true });
      const git = ['-c', 'core.excludesFile=/dev/null', '-C', repository];
      execFileSync('git', [...git, 'init', '--quiet']);
      const { status } = spawnSync('git', [...git, 'check-ignore', '--quiet', path]);
      assert.equal(status, ignored ? 0 : 1);
    });
  }

  it('understands ranges', () => {
    assert.equal(isIgnored([{ folder: '', text: '.[e]nv\n' }], '.env'), true);
  });
});
