import assert from 'node:assert/strict';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCodeServer } from '../../provision/code-server.ts';
import { loggedRun } from '../../provision/logged-run.ts';
import { staysHere } from '../../provision/requests.ts';
import { sampleWorkspace } from '../../provision/sample-workspace.ts';
import { findVsix } from '../../provision/start.ts';
import { couldNotRun, orEmpty } from '../../provision/suite-result.ts';
import { closingLine, summary } from '../../provision/summary.ts';
import { missingToolchain } from '../../provision/toolchain.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

describe('the build tools', () => {
  it('are all there', () => {
    assert.equal(
      missingToolchain((command) => `/usr/bin/${command}`),
      undefined,
    );
  });

  it('are named one by one where they are missing, with the way to get them', () => {
    const withoutCompiler = missingToolchain((command) => (command === 'make' ? '/usr/bin/make' : undefined));
    assert.match(
      withoutCompiler ?? '',
      /a C\+\+ compiler .*, python3\. On Debian: apt-get install -y g\+\+ python3$/,
    );
    assert.match(missingToolchain(() => undefined) ?? '', /g\+\+ make python3$/);
  });

  it('are asked for before anything is downloaded', () =>
    inTemporaryFolder(async (cache) => {
      const installing = ensureCodeServer({ cache, env: { PATH: '' }, print: () => {} });
      await assert.rejects(installing, /Missing to build code-server/);
    }));
});

describe('a logged command', () => {
  it('fails with the end of its output', () =>
    inTemporaryFolder(async (folder) => {
      const logFile = join(folder, 'log');
      const run = (code: number) =>
        loggedRun({
          command: process.execPath,
          cwd: folder,
          env: process.env,
          logFile,
          args: ['-e', `console.error('the reason'); process.exitCode = ${code}`],
        });
      await run(0);
      assert.match(readFileSync(logFile, 'utf8'), /the reason/);
      await assert.rejects(run(7), /failed \(exit 7\)[^]*the reason/);
    }));
});

describe('the package to start', () => {
  it('is the one of this version, or else the newest', () =>
    inTemporaryFolder((folder) => {
      const manifest = { name: 'airlock', version: '2.0.0' };
      assert.throws(() => findVsix(folder, manifest), /npm run package/);
      writeFileSync(join(folder, 'airlock-1.0.0.vsix'), '');
      writeFileSync(join(folder, 'airlock-1.1.0.vsix'), '');
      utimesSync(join(folder, 'airlock-1.0.0.vsix'), 1, 1);
      assert.equal(findVsix(folder, manifest), join(folder, 'airlock-1.1.0.vsix'));
      writeFileSync(join(folder, 'airlock-2.0.0.vsix'), '');
      utimesSync(join(folder, 'airlock-2.0.0.vsix'), 1, 1);
      assert.equal(findVsix(folder, manifest), join(folder, 'airlock-2.0.0.vsix'));
    }));
});

describe('the sample workspace', () => {
  it('is a fresh copy each time', () =>
    inTemporaryFolder((folder) => {
      const source = join(folder, 'source');
      assert.throws(() => sampleWorkspace(source, 'test', folder), /no sample workspace/);
      const original = sampleWorkspace(import.meta.dirname, 'source', folder);
      const copy = sampleWorkspace(original, 'test', folder);
      writeFileSync(join(copy, 'edited'), '');
      assert.equal(existsSync(join(sampleWorkspace(original, 'test', folder), 'edited')), false);
      assert.equal(existsSync(join(original, 'edited')), false);
    }));
});

describe('what leaves this machine', () => {
  it('is every address but loopback', () => {
    for (const url of [
      'http://127.0.0.1:8080/a',
      'ws://localhost/',
      'http://[::1]:1/',
      'data:,x',
      'blob:http://x/y',
    ]) {
      assert.equal(staysHere(url), true, url);
    }
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1.example.com/',
      'wss://10.0.0.1/',
      'http://localhost.x/',
    ]) {
      assert.equal(staysHere(url), false, url);
    }
  });
});

describe('the summary of a run', () => {
  const good = { passed: 3, failures: [], skipped: [], durationMs: 1_500 };

  it('closes with the sum, and with what was skipped only if anything was', () => {
    assert.equal(closingLine([['unit', good]]), '3 passed, 0 failed');
    const skipped = { ...good, skipped: ['waits for a key'] };
    assert.equal(
      closingLine([
        ['unit', good],
        ['editor', skipped],
        ['e2e', couldNotRun('no browser')],
      ]),
      '6 passed, 1 failed, 1 skipped',
    );
  });

  it('has a row for each suite and names what failed and what was skipped', () => {
    const text = summary([
      ['unit', { ...good, skipped: ['waits for a key'] }],
      ['e2e', couldNotRun('no browser\nat all')],
    ]);
    assert.match(text, /unit +3 passed +0 failed +1 skipped +1\.5 s/);
    assert.match(text, /failed +e2e: the suite runs: no browser$/m);
    assert.match(text, /skipped +unit: waits for a key/);
  });

  it('counts an empty suite as a failure', () => {
    assert.equal(orEmpty({ ...good, passed: 0 }).failures.length, 1);
    assert.equal(orEmpty(good), good);
  });
});
