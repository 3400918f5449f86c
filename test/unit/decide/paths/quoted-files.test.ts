import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { quotedPieces, withoutQuoted } from '../../../../src/decide/paths/quoted-files.ts';

/** The pieces that name a path, as they stand in the text. */
function of(path: string, text: string): string[] {
  return quotedPieces(text)
    .filter((piece) => piece.path === path)
    .map(({ start, end }) => text.slice(start, end));
}

const ENV = 'DB_PASSWORD=made-up\nPORT=3000\n';

describe('files that a terminal names', () => {
  const READ: readonly (readonly [command: string, path: string])[] = [
    ['$ cat .env', '.env'],
    ['mia@box:~/app$ cat .env', '.env'],
    ['mia@box:~/app$ sudo head -n 5 "config/my keys.env"', 'config/my keys.env'],
    ['root@box:/# less /etc/app/.env', '/etc/app/.env'],
    ['➜  app git:(main) ✗ $ bat .env', '.env'],
    ['PS C:\\work> Get-Content .env', '.env'],
    ['C:\\work>type C:\\work\\.env', 'C:\\work\\.env'],
    ['$ git show HEAD:config/.env', 'config/.env'],
    ['$ base64 < .env', '.env'],
    ['$ jq . <secrets.json', 'secrets.json'],
    ['$ cd config && cat my\\ keys.env', 'my keys.env'],
    ['$ LC_ALL=C sort .env | uniq', '.env'],
    ['% /bin/cat .env', '.env'],
    ['> cat .env', '.env'],
  ];
  for (const [command, path] of READ) {
    it(`are those that a command prints: ${command}`, () => {
      assert.deepEqual(of(path, `${command}\n${ENV}`), [ENV]);
    });
  }

  it('end at the next prompt that begins alike, and at no bare sign', () => {
    const prompt = 'mia@box:~/app$ ';
    assert.deepEqual(of('.env', `${prompt}cat .env\n${ENV}${prompt}ls\nREADME.md\n`), [ENV]);
    const faked = `${ENV}$ echo over\nTOKEN=made-up\n`;
    assert.deepEqual(of('.env', `$ cat .env\n${faked}`), [faked]);
  });

  it('are those that a diff is about, moved ones by both names', () => {
    const diff =
      'diff --git a/.env b/old.txt\nindex 1..2\n--- a/.env\n+++ b/old.txt\n@@ -1 +1 @@\n-A=made-up\n';
    const other = 'diff --git a/b.ts b/b.ts\n--- a/b.ts\n+++ b/b.ts\n@@ -1 +1 @@\n-x\n';
    assert.ok(of('.env', diff + other).includes(diff));
    assert.ok(of('old.txt', diff + other).includes(diff));
    assert.ok(of('b.ts', diff + other).every((piece) => !piece.includes('made-up')));
    assert.deepEqual(of('new/.env', '--- /dev/null\n+++ b/new/.env\n@@ -0,0 +1 @@\n+A=made-up\n'), [
      '+++ b/new/.env\n@@ -0,0 +1 @@\n+A=made-up\n',
    ]);
  });

  it('are those that a search found something in, line by line', () => {
    const text = 'src/a.ts:3: x\napi/.env:12:TOKEN=made-up\napi/.env-13-PORT=3000\n.env:TOKEN=made-up\n';
    assert.deepEqual(of('api/.env', text), ['api/.env:12:TOKEN=made-up\n', 'api/.env-13-PORT=3000\n']);
    assert.deepEqual(of('.env', text), ['.env:TOKEN=made-up\n']);
    assert.deepEqual(of('C:\\work\\.env', 'C:\\work\\.env:TOKEN=made-up'), ['C:\\work\\.env:TOKEN=made-up']);
  });

  it('are those that head and tail name above', () => {
    assert.deepEqual(of('.env', `==> a.txt <==\nx\n\n==> .env <==\n${ENV}`), [ENV]);
    assert.deepEqual(of('a.txt', `==> a.txt <==\nx\n\n==> .env <==\n${ENV}`), ['x\n\n']);
  });

  it('are none of those that are only listed or talked about', () => {
    for (const text of [
      '$ ls -a\n.  ..  .env  src\n',
      '$ rm .env\nrm: remove regular file?\n',
      'I keep my keys in .env and never commit it.',
      '$ git status\n  modified:   .env\n',
      'on branch main\n\t.env\n',
    ])
      assert.deepEqual(of('.env', text), [], text);
  });

  it('are taken out where a rule keeps them back, and it is said', () => {
    const text = `mia@box:~$ cat .env\n${ENV}mia@box:~$ cat a.txt\nhello\n.env:1:TOKEN=made-up\n.env:2:X=1\nend\n`;
    const said = withoutQuoted(
      text,
      (path) => (path === '.env' ? '.env*' : undefined),
      (path, glob) => `[${path} ${glob}]`,
    );
    assert.deepEqual(said, {
      text: 'mia@box:~$ cat .env\n[.env .env*]\nmia@box:~$ cat a.txt\nhello\n[.env .env*]\n[.env .env*]\nend\n',
      leftOut: [{ path: '.env', glob: '.env*' }],
    });
    assert.deepEqual(
      withoutQuoted(text, () => undefined, String),
      { text, leftOut: [] },
    );
  });

  it('are found in linear time, whatever is repeated', () => {
    for (const piece of [
      '$ cat a\n',
      'diff --git a/x b/x\n',
      '==> a <==\n',
      'a:1:',
      '$ ',
      "$ cat 'a\n",
      '> > ',
      'PS a',
    ]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      assert.ok(quotedPieces(text).length <= text.length);
    }
  });
});
