import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'mocha';
import { CARD, EMAIL, githubToken, SSN } from '../made-up.ts';
import { type Result, run } from './run-cli.ts';

const TOKEN = githubToken();

interface Written {
  readonly promptAirlockVault: number;
  readonly standIns: readonly { readonly name: string; readonly kind: string; readonly value: string }[];
  readonly literals: readonly string[];
}

describe('the terminal, with a vault in a file', function () {
  this.timeout(60_000);
  let folder: string;
  let vault: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-vault-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => (vault = join(mkdtempSync(join(folder, 'case-')), 'vault.json')));

  const redact = (text: string | Buffer, ...more: string[]): Promise<Result> =>
    run(['redact', '--vault', vault, ...more], text);
  const restore = (text: string | Buffer | Iterable<string>, ...more: string[]): Promise<Result> =>
    run(['redact', '--vault', vault, '--restore', ...more], text);
  const written = (): Written => JSON.parse(readFileSync(vault, 'utf8')) as Written;

  function write(content: unknown, mode = 0o600): void {
    writeFileSync(vault, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    chmodSync(vault, mode);
  }

  function vaultOf(...standIns: Written['standIns']): Written {
    return { promptAirlockVault: 1, standIns, literals: [] };
  }

  it('gives a text back as it was, to the byte', async () => {
    const text = `\ufeffto: ${EMAIL}\r\n${TOKEN} ñ 😀 ${CARD}\0\t${EMAIL}`;
    const redacted = await redact(text);
    assert.deepEqual([redacted.code, redacted.stdout.includes('EMAIL_1')], [0, true], redacted.stderr);
    for (const value of [EMAIL, TOKEN, CARD]) assert.ok(!redacted.stdout.includes(value));
    const restored = await restore(redacted.bytes);
    assert.deepEqual([restored.code, restored.stderr], [0, '']);
    assert.ok(restored.bytes.equals(Buffer.from(text)));
  });

  it('says that the file holds the values, and keeps it for its owner alone', async () => {
    const { stderr } = await redact(EMAIL);
    assert.match(stderr, /^prompt-airlock: .*vault\.json holds the values in plain text/);
    assert.ok(!stderr.includes(EMAIL));
    assert.equal(statSync(vault).mode & 0o777, 0o600);
    assert.deepEqual(written(), vaultOf({ name: 'EMAIL_1', kind: 'email', value: EMAIL }));
    assert.deepEqual(readdirSync(join(vault, '..')), ['vault.json']);
  });

  it('writes no value anywhere without being told the file', async () => {
    const home = mkdtempSync(join(folder, 'home-'));
    await run(['redact'], EMAIL, [], home);
    assert.deepEqual(readdirSync(home), []);
  });

  it('gives a value the same stand-in in every call, and two values two', async () => {
    await redact(`a ${EMAIL}`);
    const { stdout } = await redact(`o.brandt@brightparcel.io, ${EMAIL}`);
    assert.equal(stdout, 'EMAIL_2, EMAIL_1');
    assert.equal(statSync(vault).mode & 0o777, 0o600);
    assert.equal((await restore('EMAIL_2 EMAIL_1')).stdout, `o.brandt@brightparcel.io ${EMAIL}`);
  });

  it('never issues a name that stood in an earlier text of its own accord', async () => {
    const first = await redact('SELECT EMAIL_1 FROM t');
    const second = await redact(EMAIL);
    assert.deepEqual([first.stdout, second.stdout], ['SELECT EMAIL_1 FROM t', 'EMAIL_2']);
    const { code, stdout } = await restore(`${first.stdout} ${second.stdout}`);
    assert.deepEqual([code, stdout], [0, `SELECT EMAIL_1 FROM t ${EMAIL}`]);
  });

  it('knows a name of the text from a stand-in, however it is written', async () => {
    const text = `SELECT email_1, Email-2 FROM t WHERE mail = '${EMAIL}'`;
    const { stdout } = await redact(text);
    assert.deepEqual(written().literals, ['email_1', 'Email-2']);
    assert.equal((await restore(stdout)).stdout, text);
  });

  it('keeps the shape of values where that is asked for, and restores them all the same', async () => {
    const text = `{"mail": "${EMAIL}", "card": "${CARD}"}`;
    const redacted = await redact(text, '--style', 'surrogate');
    assert.equal(redacted.code, 0, redacted.stderr);
    assert.match(redacted.stdout, /^\{"mail": "[^"@]+@example\.[a-z]+", "card": "[\d ]+"\}$/);
    assert.equal((await restore(redacted.bytes)).stdout, text);
  });

  describe('restores', () => {
    beforeEach(() => write(vaultOf({ name: 'EMAIL_1', kind: 'email', value: EMAIL })));

    it('nothing of a text with a stand-in that was never issued, and names it', async () => {
      const { code, stdout, stderr } = await restore('write to EMAIL_1 or EMAIL_7');
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /^prompt-airlock: .*no value for EMAIL_7\. Nothing was printed\.\n$/);
    });

    it('the bytes of a text in another encoding', async () => {
      const text = Buffer.from([0xe9, 0x20, ...Buffer.from('EMAIL_1'), 0xff, 0x0a]);
      const { code, bytes } = await restore(text);
      assert.equal(code, 0);
      assert.ok(bytes.equals(Buffer.from([0xe9, 0x20, ...Buffer.from(EMAIL), 0xff, 0x0a])));
    });

    it('a file that is named', async () => {
      const file = join(vault, '../answer.txt');
      writeFileSync(file, 'Dear EMAIL_1,');
      assert.equal((await restore('', file)).stdout, `Dear ${EMAIL},`);
    });

    it('more text than there is memory for, as it comes', async () => {
      function* input(): Generator<string> {
        for (let i = 0; i < 60_000; i++) yield `${'words of an answer '.repeat(50)}EMAIL_1\n`;
      }
      const child = run(['redact', '--vault', vault, '--restore'], input(), ['--max-old-space-size=52']);
      const { code, bytes, stderr } = await child;
      assert.equal(code, 0, stderr);
      assert.equal(bytes.length, 60_000 * ('words of an answer '.length * 50 + EMAIL.length + 1));
      assert.equal(bytes.includes('EMAIL_1'), false);
    });

    it('a long text with one that was never issued, and says that it was printed', async () => {
      function* input(): Generator<string> {
        for (let i = 0; i < 12_000; i++)
          yield `${'words of an answer '.repeat(50)}EMAIL_${i === 9_000 ? 3 : 1}\n`;
      }
      const { code, bytes, stderr } = await restore(input());
      assert.equal(code, 1);
      assert.ok(bytes.includes('EMAIL_3'));
      assert.match(stderr, /no value for EMAIL_3\. They were printed as they are/);
    });
  });

  describe('refuses', () => {
    it('a vault that others may read: nothing is printed, and it stays as it is', async () => {
      write(vaultOf({ name: 'EMAIL_1', kind: 'email', value: EMAIL }), 0o640);
      const before = readFileSync(vault);
      for (const { code, stdout, stderr } of [await redact(SSN), await restore('EMAIL_1')]) {
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /^prompt-airlock: Others may read or change the vault .*: chmod 600\.\n$/);
      }
      assert.ok(readFileSync(vault).equals(before));
      assert.deepEqual(readdirSync(join(vault, '..')), ['vault.json']);
    });

    it('a file that is no vault, and quotes nothing of it', async () => {
      write(`SECRET=${TOKEN}\n`);
      const { code, stdout, stderr } = await restore('EMAIL_1');
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /is no vault of Prompt Airlock; it is left as it is\.\n$/);
      assert.ok(!stderr.includes(TOKEN));
    });

    it('a vault in a folder that is not there, and prints nothing', async () => {
      const { code, stdout, stderr } = await run(['redact', '--vault', join(vault, 'x.json')], EMAIL);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /cannot be written; nothing was printed/);
    });

    it('a text that is no UTF-8, whose values could not be given back as they were', async () => {
      const { code, stdout } = await redact(Buffer.from([0xe9, 0x20, ...Buffer.from(EMAIL)]));
      assert.deepEqual([code, stdout, existsSync(vault)], [2, '', false]);
    });

    const uses: readonly (readonly [string, readonly string[], RegExp])[] = [
      ['a mask with a vault', ['redact', '--style', 'mask', '--vault', 'v'], /a mask cannot be restored/],
      ['a batch with a vault', ['redact', '--jsonl', '--vault', 'v'], /each line of a batch/],
      ['to restore without a vault', ['redact', '--restore'], /--restore needs the vault/],
      [
        'to restore in a style',
        ['redact', '--restore', '--vault', 'v', '--style', 'mask'],
        /--restore takes/,
      ],
      ['an unknown style', ['redact', '--style', 'blur'], /placeholder, surrogate, mask/],
      ['a vault for a check', ['check', '--vault', 'v'], /check takes no --vault/],
    ];
    for (const [what, args, why] of uses) {
      it(what, async () => {
        const { code, stdout, stderr } = await run(args, EMAIL);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, why);
      });
    }
  });

  it('makes no vault for a file that a rule denies', async () => {
    const config = join(vault, '../rules.json');
    const file = join(vault, '../key.pem');
    writeFileSync(config, JSON.stringify({ rules: [{ path: '*.pem', action: 'block' }] }));
    writeFileSync(file, EMAIL);
    const { code, stdout } = await redact('', '--config', config, file);
    assert.deepEqual([code, stdout, existsSync(vault)], [1, '', false]);
  });

  it('masks one way, a batch too', async () => {
    const masked = await run(['redact', '--style', 'mask'], `card ${CARD}.`);
    assert.equal(masked.code, 0, masked.stderr);
    assert.match(masked.stdout, /^card •+\d{0,4}\.$/u);
    assert.ok(!masked.stdout.includes(CARD));
    const batch = await run(['redact', '--style', 'mask', '--jsonl'], JSON.stringify({ id: 1, text: EMAIL }));
    const line = JSON.parse(batch.stdout) as { text: string; placeholders: unknown[] };
    assert.match(line.text, /•/u);
    assert.deepEqual(line.placeholders, []);
  });
});
