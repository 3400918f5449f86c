import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { openScrypt } from '../../../src/host/scrypt.ts';
import { run } from './run-cli.ts';
import { CARD, EMAIL, githubToken, SSN } from '../made-up.ts';

const TOKEN = githubToken();

function lines(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('the terminal', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'airlock-cli-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  describe('test-value', () => {
    it('prints what declares each line, and never the line', async () => {
      const { code, stdout, stderr } = await run(['test-value'], `${TOKEN}\n${EMAIL}\n`);
      assert.equal(code, 0, stderr);
      const { testValues } = JSON.parse(stdout) as { testValues: { salt: string; hashes: string[] } };
      const salt = Buffer.from(testValues.salt, 'base64');
      const [first] = testValues.hashes;
      assert.deepEqual([salt.length, testValues.hashes.length], [16, 2]);
      assert.equal(first, Buffer.from(await openScrypt()(TOKEN, salt)).toString('base64'));
      assert.ok(!`${stdout}${stderr}`.includes(TOKEN));
    });

    it('refuses a short line by its number, and what is none of its options', async () => {
      const short = await run(['test-value'], `${TOKEN}\nhunter2hunter2\n`);
      assert.deepEqual([short.code, short.stdout], [2, '']);
      assert.match(short.stderr, /line 2: a test value has 16 to 16384 characters/);
      assert.ok(!short.stderr.includes('hunter2') && !short.stderr.includes(TOKEN));
      assert.equal((await run(['test-value', '--json'], TOKEN)).code, 2);
      assert.equal((await run(['check', '--salt', 'x'], TOKEN)).code, 2);
    });
  });

  describe('check', () => {
    const cases: readonly (readonly [string, string, number, string])[] = [
      ['dry-run', 'nothing in here', 0, 'May go as it is'],
      ['dry-run', TOKEN, 1, 'May go redacted'],
      ['openai/gpt-5', EMAIL, 1, 'May go redacted'],
      ['openai/gpt-5', 'a plain question', 0, 'May go as it is'],
      ['deepinfra/meta-llama/Llama-3.3-70B-Instruct', CARD, 1, 'May go redacted'],
      ['deepinfra/google/gemini-2.5-pro', CARD, 1, 'Blocked'],
      ['nvidia/nvidia/nemotron-4-340b', TOKEN, 1, 'Blocked'],
      ['nvidia/nvidia/nemotron-4-340b', 'a plain question', 0, 'May go as it is'],
    ];
    for (const [to, text, code, verdict] of cases) {
      it(`exits ${code} for ${verdict.toLowerCase()} at ${to}`, async () => {
        const result = await run(['check', '--to', to], text);
        assert.equal(result.code, code, result.stderr);
        assert.ok(result.stdout.includes(verdict), result.stdout);
        assert.ok(
          !result.stdout.includes(TOKEN) && !result.stdout.includes(EMAIL) && !result.stdout.includes(CARD),
        );
      });
    }

    it('reads a file, and takes the dry run where no destination is named', async () => {
      const file = join(folder, 'prompt.txt');
      writeFileSync(file, `first\nkey ${TOKEN}\n`);
      const { code, stdout } = await run(['check', file]);
      assert.equal(code, 1);
      assert.match(stdout, /2:5 GitHub token \(secret, critical\)/);
      assert.match(stdout, /Nothing leaves: this is a dry run/);
    });

    it('names, when asked, what let something pass', async () => {
      const { code, stdout } = await run(
        ['check', '--explain'],
        'password: ${DB_PASSWORD}\ntoken = "YOUR_API_TOKEN"\n',
      );
      assert.equal(code, 0);
      assert.match(stdout, /2 let pass\n {2}1:1 \S+\n {2}2:1 \S+\n/);
    });

    it('prints JSON without a value', async () => {
      const { code, stdout } = await run(['check', '--json', '--to', 'openai/gpt-5'], `mail ${EMAIL}`);
      const report = JSON.parse(stdout) as Record<string, unknown>;
      assert.equal(code, 1);
      assert.equal(report['decision'], 'redact');
      assert.deepEqual(report['findings'], [
        {
          rule: '@prompt-airlock/email',
          class: 'pii',
          kind: 'email',
          severity: 'medium',
          start: 5,
          end: 5 + EMAIL.length,
        },
      ]);
      assert.ok(!stdout.includes(EMAIL));
    });

    it('counts offsets in UTF-16 code units, a byte order mark and CR LF included', async () => {
      const text = `\ufeff😀\r\n${EMAIL}`;
      const { stdout } = await run(['check', '--json'], text);
      const { findings } = JSON.parse(stdout) as { findings: { start: number; end: number }[] };
      assert.deepEqual(
        findings.map(({ start, end }) => text.slice(start, end)),
        [EMAIL],
      );
    });
  });

  describe('check --jsonl', () => {
    it('answers every line in order, and goes on after one that cannot be used', async () => {
      const input = [
        JSON.stringify({ id: 'a', text: `x ${TOKEN}`, path: 'src/a.ts' }),
        'no JSON',
        JSON.stringify({ id: 7, text: 'plain' }),
        JSON.stringify({ id: 'no text' }),
        JSON.stringify(['an array']),
        JSON.stringify({ text: EMAIL }),
        `{"id":"big","text":"${'x'.repeat(10 * 1024 * 1024)}"}`,
        JSON.stringify({ id: 'last', text: SSN }),
      ].join('\n');
      const { code, stdout } = await run(['check', '--jsonl', '--to', 'openai/gpt-5'], input);
      const results = lines(stdout) as {
        id: unknown;
        error?: string;
        findings?: object[];
        decision?: string;
      }[];
      assert.equal(code, 2);
      assert.deepEqual(
        results.map(({ id, error, findings, decision }) => [
          id,
          error ? 'error' : findings?.length,
          decision,
        ]),
        [
          ['a', 1, 'redact'],
          [null, 'error', undefined],
          [7, 0, 'allow'],
          ['no text', 'error', undefined],
          [null, 'error', undefined],
          [null, 1, 'redact'],
          ['big', 'error', undefined],
          ['last', 1, 'redact'],
        ],
      );
      assert.deepEqual(Object.keys(results[0]?.findings?.[0] ?? {}), [
        'rule',
        'class',
        'kind',
        'severity',
        'start',
        'end',
      ]);
      assert.deepEqual(Object.keys(results[0] ?? {}), ['id', 'findings', 'decision']);
    });

    it('exits 0 for a batch in which every line could be used, blocked ones included', async () => {
      const input = `${JSON.stringify({ id: 1, text: TOKEN })}\r\n\n${JSON.stringify({ id: 2, text: '' })}`;
      const { code, stdout } = await run(['check', '--jsonl', '--to', 'nvidia/a/b'], input);
      assert.equal(code, 0);
      assert.deepEqual(
        (lines(stdout) as { decision: string }[]).map(({ decision }) => decision),
        ['block', 'allow'],
      );
    });

    it('keeps ids and order over many lines, in less memory than they have', async () => {
      const count = 10_000;
      // Ten thousand lines of four kilobytes; the rules themselves take more than half of what there is.
      const filler = 'words of a prompt that go on for a while '.repeat(100);
      function* input(): Generator<string> {
        for (let id = 0; id < count; id++)
          yield `${JSON.stringify({ id, text: `${filler}${id % 1000 === 0 ? EMAIL : id}` })}\n`;
      }
      const { code, stdout } = await run(['check', '--jsonl'], input(), ['--max-old-space-size=36']);
      const results = lines(stdout) as { id: number; findings: object[] }[];
      assert.equal(code, 0);
      assert.equal(results.length, count);
      assert.ok(
        results.every(({ id, findings }, i) => id === i && findings.length === (i % 1000 === 0 ? 1 : 0)),
      );
    });
  });

  describe('redact', () => {
    it('replaces every finding, whatever the decision would be, and nothing else', async () => {
      const { code, stdout } = await run(['redact'], `\ufeff${EMAIL}\r\n${TOKEN} ${EMAIL}\0`);
      assert.deepEqual([code, stdout], [0, '\ufeffEMAIL_1\r\nGITHUB_TOKEN_1 EMAIL_1\0']);
    });

    it('gives back the bytes of a text that is no UTF-8', async () => {
      const bytes = Buffer.from([0xe9, 0x20, ...Buffer.from(EMAIL), 0x20, 0xff]);
      const result = await run(['redact'], bytes);
      assert.equal(result.code, 0);
      assert.deepEqual(result.bytes, Buffer.from([0xe9, 0x20, ...Buffer.from('EMAIL_1'), 0x20, 0xff]));
    });

    it('makes each line of a batch a conversation of its own', async () => {
      const input = [`${EMAIL} ${EMAIL}`, EMAIL, 'plain']
        .map((text, id) => JSON.stringify({ id, text }))
        .join('\n');
      const { code, stdout } = await run(['redact', '--jsonl'], input);
      const email = [{ placeholder: 'EMAIL_1', kind: 'email' }];
      assert.equal(code, 0);
      assert.deepEqual(lines(stdout), [
        { id: 0, text: 'EMAIL_1 EMAIL_1', placeholders: email },
        { id: 1, text: 'EMAIL_1', placeholders: email },
        { id: 2, text: 'plain', placeholders: [] },
      ]);
    });
  });

  describe('policy', () => {
    it('prints every fact with its sources', async () => {
      const { code, stdout } = await run(['policy', 'nvidia/nvidia/nemotron-4-340b']);
      assert.equal(code, 0);
      for (const part of ['3.3(iv)', '2.6(a)', '2025-09-19', 'Contradiction', 'https://']) {
        assert.ok(stdout.includes(part), part);
      }
    });

    it('prints JSON', async () => {
      const { stdout } = await run(['policy', 'deepinfra/meta-llama/Llama-3.3-70B-Instruct', '--json']);
      const policy = JSON.parse(stdout) as {
        grade: string;
        facts: { training: { value: string; citations: object[] } };
      };
      assert.equal(policy.grade, 'A');
      assert.equal(policy.facts.training.value, 'never');
      assert.ok(policy.facts.training.citations.length > 0);
    });

    it('judges by the endpoint', async () => {
      const kept = async (...args: string[]): Promise<string[]> => {
        const { stdout } = await run(['policy', ...args, '--json']);
        const { facts } = JSON.parse(stdout) as { facts: { retention: { what: string }[] } };
        return facts.retention.map(({ what }) => what);
      };
      assert.ok((await kept('openai/gpt-5', '--endpoint', '/v1/threads')).includes('application-state'));
      assert.ok(!(await kept('openai/gpt-5')).includes('application-state'));
    });

    it('has names for the other endpoints of a host, and asks for nothing to be kept there', async () => {
      const [named, said] = [
        await run(['policy', 'openai-responses/gpt-5', '--json']),
        await run(['policy', 'openai/gpt-5', '--endpoint', '/v1/responses', '--json']),
      ].map(({ stdout }) => JSON.parse(stdout) as { facts: { retention: { what: string }[] } });
      assert.deepEqual(named?.facts, said?.facts);
      assert.ok(named?.facts.retention.every(({ what }) => what !== 'application-state'));
    });
  });

  describe('policy of an account', () => {
    const grade = async (...args: string[]): Promise<string> => {
      const { stdout } = await run(['policy', ...args, '--json']);
      return (JSON.parse(stdout) as { grade: string }).grade;
    };

    it('judges by the plan, the region and the settings that are stated', async () => {
      assert.equal(await grade('gemini/gemini-2.5-pro'), 'E');
      assert.equal(await grade('gemini/gemini-2.5-pro', '--plan', 'paid'), 'C');
      assert.equal(await grade('gemini/gemini-2.5-pro', '--region', 'EEA'), 'C');
      assert.equal(await grade('openai/gpt-5', '--setting', 'dataSharing=enabled'), 'E');
    });
  });

  describe('wrong use', () => {
    const wrong: readonly (readonly string[])[] = [
      [],
      ['frobnicate'],
      ['check', '--to', 'nobody/model'],
      ['check', '--to', 'openai/'],
      ['check', '--to', 'openai/gpt 5'],
      ['check', '--json', '--jsonl'],
      ['check', '--json', '--explain'],
      ['check', '--unknown'],
      ['policy', 'openai/gpt-5', '--setting', 'dataSharing'],
      ['redact', '--plan', 'paid'],
      ['check', 'a', 'b'],
      ['check', join('no', 'such', 'file')],
      ['check', '--jsonl', join('no', 'such', 'file')],
      ['redact', '--to', 'openai/gpt-5'],
      ['policy'],
      ['policy', 'openai/gpt-5', 'more'],
    ];
    for (const args of wrong) {
      it(`exits 2 and says what to do: ${args.join(' ') || '(nothing)'}`, async () => {
        const { code, stdout, stderr } = await run(args);
        assert.deepEqual([code, stdout], [2, '']);
        assert.match(stderr, /prompt-airlock: .{10}/);
        assert.ok(!stderr.includes('    at '), stderr);
      });
    }

    it('names the file that cannot be read, in a batch too', async () => {
      for (const args of [['check'], ['check', '--jsonl'], ['redact'], ['redact', '--jsonl']]) {
        const { stderr } = await run([...args, 'no-such-file']);
        assert.match(stderr, /cannot read no-such-file: ENOENT/, args.join(' '));
      }
    });

    it('refuses a text over the limit with its size and the limit', async () => {
      const size = 10 * 1024 * 1024 + 1;
      const { code, stdout, stderr } = await run(['check'], 'x'.repeat(size));
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, new RegExp(`${size} bytes; the limit is ${size - 1}`));
    });
  });
});
