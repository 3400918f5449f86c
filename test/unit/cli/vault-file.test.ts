import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { openVaultFile, readVaultFile, VaultFileError } from '../../../src/cli/vault-file.ts';
import { redactWithVault } from '../../../src/cli/with-vault.ts';
import { open } from '../airlock/opened.ts';
import { EMAIL, githubToken, SSN } from '../made-up.ts';

const STAND_IN = { name: 'EMAIL_1', kind: 'email', value: EMAIL };
const KEPT = { standIns: [STAND_IN], literals: ['CARD_4'] };
const WRITTEN = { promptAirlockVault: 1, ...KEPT };
const TEXT = `${JSON.stringify(WRITTEN, null, 2)}\n`;

describe('a vault in a file', () => {
  let folder: string;
  let file: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-vault-file-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => (file = join(mkdtempSync(join(folder, 'case-')), 'vault.json')));

  function write(content: unknown, mode = 0o600): void {
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    chmodSync(file, mode);
  }

  const inFolder = (): string[] => readdirSync(join(file, '..')).sort();

  async function refused(what: Promise<unknown>, why: RegExp): Promise<void> {
    await assert.rejects(what, (error: unknown) => {
      assert.ok(error instanceof VaultFileError);
      assert.match(error.message, why);
      assert.ok(!error.message.includes(EMAIL) && !error.message.includes(githubToken()));
      return true;
    });
  }

  it('is made, read and added to, for its owner alone', async () => {
    for (const kept of [
      KEPT,
      { ...KEPT, standIns: [STAND_IN, { ...STAND_IN, name: 'SSN_1', value: SSN }] },
    ]) {
      const opened = await openVaultFile(file, 100);
      await opened.save(kept);
      await opened.close();
      assert.deepEqual(await readVaultFile(file), kept);
      assert.equal(statSync(file).mode & 0o777, 0o600);
      assert.deepEqual(inFolder(), ['vault.json']);
    }
  });

  it('is not there before something is saved', async () => {
    await (await openVaultFile(file, 100)).close();
    assert.deepEqual(inFolder(), []);
    await refused(readVaultFile(file), /^There is no vault/);
  });

  it('stays as it was where it cannot be written, and nothing is left beside it', async () => {
    const opened = await openVaultFile(file, 100);
    writeFileSync(file, 'made meanwhile', { mode: 0o600 });
    await refused(opened.save(KEPT), /was changed meanwhile/);
    await opened.close();
    assert.equal(readFileSync(file, 'utf8'), 'made meanwhile');
    assert.deepEqual(inFolder(), ['vault.json']);
  });

  it('is not written over where it was changed since it was read', async () => {
    write(WRITTEN);
    const opened = await openVaultFile(file, 100);
    write({ ...WRITTEN, literals: ['EMAIL_9'] });
    await refused(opened.save(KEPT), /was changed meanwhile/);
    await opened.close();
    assert.deepEqual((await readVaultFile(file)).literals, ['EMAIL_9']);
    assert.deepEqual(inFolder(), ['vault.json']);
  });

  it('may hold a number beside the name of a value, for where only that can stand', async () => {
    const standIns = [STAND_IN, { ...STAND_IN, name: '900000001' }];
    write({ ...WRITTEN, standIns });
    assert.deepEqual((await readVaultFile(file)).standIns, standIns);
  });

  const CASES: readonly (readonly [string, () => void, RegExp])[] = [
    ['cut off', () => write(TEXT.slice(0, -20)), /damaged or not whole/],
    ['of a newer version', () => write({ promptAirlockVault: 2, more: [] }), /newer version/],
    ['with wrong types', () => write({ ...WRITTEN, standIns: [{ ...STAND_IN, value: 7 }] }), /not whole/],
    ['with an empty name', () => write({ ...WRITTEN, standIns: [{ ...STAND_IN, name: '' }] }), /not whole/],
    ['with something else in it', () => write({ ...WRITTEN, key: 'x' }), /not whole/],
    [
      'with two values for a name',
      () => write({ ...WRITTEN, standIns: [STAND_IN, { ...STAND_IN, value: SSN }] }),
      /not whole/,
    ],
    [
      'with two names for a value',
      () => write({ ...WRITTEN, standIns: [STAND_IN, { ...STAND_IN, name: 'X_1' }] }),
      /not whole/,
    ],
    ['of another program', () => write({ name: 'x', version: '1.0.0' }), /is no vault of Prompt Airlock/],
    ['that is any file', () => write(`TOKEN=${githubToken()}\n`), /is no vault of Prompt Airlock/],
    ['that is empty', () => write(''), /is no vault of Prompt Airlock/],
    ['that its group may read', () => write(TEXT, 0o640), /chmod 600/],
    ['that all may write', () => write(TEXT, 0o602), /chmod 600/],
    ['that is a folder', () => mkdirSync(file), /is no file/],
    ['that is a link to a vault', () => symlinkSync(aside(TEXT), file), /is a link/],
    ['that is a link to nothing', () => symlinkSync(`${file}.gone`, file), /is a link/],
  ];

  function aside(text: string): string {
    writeFileSync(`${file}.aside`, text, { mode: 0o600 });
    return `${file}.aside`;
  }

  for (const [what, make, why] of CASES) {
    it(`is refused where it is one ${what}, and left as it is`, async () => {
      make();
      const names = inFolder();
      const texts = names.map((name) => textOf(join(file, '..', name)));
      await refused(readVaultFile(file), why);
      await refused(openVaultFile(file, 100), why);
      assert.deepEqual(inFolder(), names);
      assert.deepEqual(
        names.map((name) => textOf(join(file, '..', name))),
        texts,
      );
    });
  }

  function textOf(path: string): string | undefined {
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  }

  it('is refused while another call has it, and free as soon as that gives it up', async () => {
    const first = await openVaultFile(file, 100);
    await refused(openVaultFile(file, 100), /Another call is using the vault .*delete .*vault\.json\.lock/);
    const second = openVaultFile(file, 10_000);
    await first.save(KEPT);
    await first.close();
    const opened = await second;
    assert.deepEqual(opened.kept, KEPT);
    await opened.close();
    assert.deepEqual(inFolder(), ['vault.json']);
  });

  it('gives calls that run at once stand-ins of their own', async () => {
    const mails = Array.from({ length: 5 }, (_, i) => `w${i}.keller@brightparcel.io`);
    const told: string[] = [];
    const names = await Promise.all(
      mails.map((text) =>
        redactWithVault(open(), { text }, { file, style: 'placeholder' }, (one) => told.push(one)),
      ),
    );
    const { standIns } = await readVaultFile(file);
    assert.deepEqual(
      names.map((name) => standIns.find((one) => one.name === name)?.value),
      mails,
    );
    assert.equal(told.length, mails.length);
    assert.deepEqual(inFolder(), ['vault.json']);
  });
});
