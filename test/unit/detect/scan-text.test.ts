import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Detector } from '../../../src/detect/detector.ts';
import { KINDS } from '../../../src/detect/kinds.ts';
import { PRESET } from '../../../src/detect/preset.ts';
import { PRESET_RULES } from '../../../src/detect/preset-run.ts';
import { DETECTORS } from '../../../src/detect/rules.ts';
import { scanText } from '../../../src/detect/scan-text.ts';
import { AWS_SECRET, DATABASE_URL, EMAIL, githubToken } from '../made-up.ts';

const TOKEN = githubToken();

async function valuesIn(text: string): Promise<string[]> {
  return (await scanText(text, DETECTORS)).map(({ start, end }) => text.slice(start, end));
}

describe('scanText', () => {
  for (const comment of [
    '// secretlint-disable',
    '/* secretlint-disable */',
    '# secretlint-disable-line',
    '// secretlint-disable-next-line',
    '// secretlint-disable @secretlint/secretlint-rule-github',
    '<!-- secretlint-disable -->',
    '# gitleaks:allow',
    '# pragma: allowlist secret',
    '# pragma: allowlist nextline secret',
    '# nosec',
    '# nosec B105',
    '# nosemgrep',
    '// nosemgrep: generic.secrets',
    '# trufflehog:ignore',
    '# ggignore',
    '# noqa: S105',
    '// NOSONAR',
    '// NOLINT',
    '// eslint-disable-line no-secrets/no-secrets',
    '/* eslint-disable */',
    '# checkov:skip=CKV_SECRET_1',
    '#tfsec:ignore:general-secrets-sensitive-in-variable',
    '# trivy:ignore:AVD-AWS-0001',
    '# kics-scan ignore-line',
    '# talisman:allow',
    '# whispers:ignore',
    '// lgtm[js/hardcoded-credentials]',
    '// codeql[js/hardcoded-credentials]',
    '# prompt-airlock:allow',
    '# promptairlock-disable',
  ]) {
    it(`cannot be switched off by a comment in the text: ${comment}`, async () => {
      const texts = [
        `${comment}\n${TOKEN} ${comment}\n`,
        `key = "${TOKEN}" ${comment}\nmail = "${EMAIL}" ${comment}`,
        `${comment} ${TOKEN}`,
      ];
      assert.deepEqual(await Promise.all(texts.map(valuesIn)), [[TOKEN], [TOKEN, EMAIL], [TOKEN]]);
    });
  }

  it('keeps offsets right behind a byte order mark, CR LF, NUL, astral characters and lone surrogates', async () => {
    for (const before of [
      '\ufeff',
      '\ufeff\ufeff',
      'a\r\nb\r\n',
      '\0\0 ',
      '😀 ',
      '\ud800 ',
      '\udc00\ud83d ',
    ]) {
      assert.deepEqual(await valuesIn(`${before}${TOKEN}\r\n`), [TOKEN], JSON.stringify(before));
    }
  });

  it('covers the whole of a secret whose preset range is short or shifted', async () => {
    assert.deepEqual(await valuesIn(`AWS_SECRET_ACCESS_KEY="${AWS_SECRET}"`), [AWS_SECRET]);
    assert.deepEqual(await valuesIn(`url: '${DATABASE_URL}',`), [DATABASE_URL]);
    const gitlab = 'glpat-Ab3dEf6hIj9lMn2pQr5tUvWxYz1a.01.120abcdef';
    assert.deepEqual(await valuesIn(`token ${gitlab}.`), [gitlab]);
  });

  it('leaves out what is plainly filled in', async () => {
    assert.deepEqual(await valuesIn(`ghp_${'x'.repeat(36)} sk_live_${'0'.repeat(24)}`), []);
  });

  it('joins findings that overlap, and says the gravest', async () => {
    const text = `https://x-access-token:${TOKEN}@github.com/org/repo.git`;
    const found = await scanText(text, DETECTORS);
    assert.equal(found.length, 1);
    assert.equal(found[0]?.severity, 'critical');
    assert.ok(text.slice(found[0]?.start, found[0]?.end).includes(TOKEN));
  });

  it('finds in JSON what an escape hides', async () => {
    const text = JSON.stringify({
      log: `first\n${TOKEN}\tthen`,
      deeper: JSON.stringify({ to: `x\n${EMAIL}` }),
    });
    assert.deepEqual(await valuesIn(text), [TOKEN, EMAIL]);
  });

  it('finds a value of a JSON text that is written in a way of its own', async () => {
    const written = EMAIL.replace('@', '\\u0040');
    assert.deepEqual(await valuesIn(`{"to":"${written}"}`), [written]);
  });

  it('keeps offsets right behind a byte order mark for what it looked through', async () => {
    const piece = Buffer.from(`${TOKEN} and more`).toString('base64');
    assert.deepEqual(await valuesIn(`\ufeff\ufeffsee ${piece}\r\n`), [piece]);
  });

  it('leaves out what is plainly filled in, however it is encoded', async () => {
    const piece = Buffer.from(`ghp_${'x'.repeat(36)} and more`).toString('base64');
    assert.deepEqual(await valuesIn(`see ${piece}\n`), []);
  });

  it('carries no value in a finding', async () => {
    assert.ok(!JSON.stringify(await scanText(`x ${TOKEN} ${EMAIL}`, DETECTORS)).includes(TOKEN.slice(4, 20)));
  });

  it('fails with a reason and without the text when a rule throws', async () => {
    const throwing: Detector = {
      id: 'throwing',
      find(content) {
        throw new Error(content);
      },
    };
    await assert.rejects(scanText(TOKEN, [throwing]), (error: Error) => {
      assert.equal(error.name, 'ScanFailure');
      assert.ok(!`${error.message} ${error.stack}`.includes(TOKEN));
      return true;
    });
  });

  it('refuses a text over the limit with its size', async () => {
    await assert.rejects(scanText('ä'.repeat(5 * 1024 * 1024 + 1), DETECTORS), {
      reason: 'too-large',
      size: 10 * 1024 * 1024 + 2,
    });
  });

  it('never throws and never overlaps, whatever the text', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(TOKEN, EMAIL, DATABASE_URL, '"', '\\n', '{"a":"', '"}', '@', 'sk-', '\ufeff', '\ud800'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const finding of await scanText(text, DETECTORS)) {
          assert.ok(finding.start >= end && finding.end > finding.start && finding.end <= text.length);
          end = finding.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the preset', () => {
  it('has a row for every message of every rule that runs', () => {
    const messages = PRESET_RULES.flatMap((rule) =>
      Object.keys(rule.messages).map((message) => `${rule.meta.id}/${message}`),
    );
    assert.deepEqual(Object.keys(PRESET).sort(), messages.sort());
  });

  it('runs without the filter by which a text would switch it off', () => {
    assert.ok(PRESET_RULES.every(({ meta }) => meta.type === 'scanner' && !meta.id.includes('filter')));
  });

  it('gives every kind a placeholder that fits anywhere', () => {
    for (const { placeholder } of Object.values(KINDS)) assert.match(placeholder, /^[A-Z][A-Z0-9_]*[A-Z]$/);
  });
});
