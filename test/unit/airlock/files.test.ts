import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Airlock, createAirlock, messageOf, type Review } from '../../../src/airlock.ts';
import { isFinal } from '../../../src/decide/decision.ts';
import type { UserRule } from '../../../src/decide/user-rules.ts';
import { reasonSentence } from '../../../src/sentences/decision.ts';
import { english } from '../../../src/sentences/translate.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { catalogue, catalogued, plainScan } from './opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

const TOKEN = githubToken(2);

function open(rules: readonly UserRule[]): Airlock {
  return createAirlock({
    scan: plainScan,
    catalogue,
    transport: networkTransport(fetch),
    demands: () => ({ requirements: {}, rules }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: freshReceiptKey,
  });
}

async function review(airlock: Airlock, text: string, path?: string): Promise<Review> {
  const message = messageOf({ text, file: path === undefined ? undefined : { path } });
  return airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [message]);
}

const sentences = ({ decision, policy }: Review): string[] =>
  decision.reasons.map((reason) => reasonSentence(reason, policy, english).text);

describe('rules for files', () => {
  it('deny a whole file with nothing found in it, finally, and name rule and file', async () => {
    const airlock = open([
      { kind: 'email', action: 'notify' },
      { path: 'secrets/**', action: 'block' },
    ]);
    const denied = await review(airlock, 'a plain text', 'secrets/notes.md');
    assert.equal(denied.decision.action, 'block');
    assert.ok(isFinal(denied.decision));
    assert.deepEqual(sentences(denied), [
      'secrets/notes.md: your rule 2 (path `secrets/**`) denies the whole file; leave it out.',
    ]);
    const [finding] = denied.findings[0] ?? [];
    assert.deepEqual(
      [finding?.class, finding?.kind, finding?.start, finding?.end],
      ['path', 'denied-file', 0, 12],
    );
    for (const way of ['as-decided', 'redacted', 'as-is'] as const)
      await assert.rejects(airlock.clear(denied, way), { name: 'NotAllowed' });
    assert.equal((await review(airlock, 'a plain text', 'src/notes.md')).decision.action, 'allow');
    assert.equal((await review(airlock, 'a plain text')).decision.action, 'allow');
  });

  it('decide for findings of their files, and redact and spare accordingly', async () => {
    const airlock = open([{ path: 'test/**', kind: 'email', action: 'notify' }]);
    const text = `${EMAIL} ${TOKEN}`;
    const spared = await review(airlock, text, 'test/a.ts');
    assert.deepEqual(
      sentences(spared).filter((one) => one.includes('rule')),
      ['An e-mail address in test/a.ts: your rule 1 (path `test/**`) lets it go, and tells.'],
    );
    const { request } = await airlock.clear(spared, 'redacted');
    assert.equal(request.messages[0]?.content, `${EMAIL} GITHUB_TOKEN_1`);
    const other = await airlock.clear(await review(airlock, text, 'src/a.ts'), 'redacted');
    assert.equal(other.request.messages[0]?.content, 'EMAIL_1 GITHUB_TOKEN_1');
  });

  it('tell files of one prompt apart, and the strictest wins', async () => {
    const airlock = open([
      { path: 'test/**', action: 'allow' },
      { path: 'config/**', class: 'pii', action: 'block' },
    ]);
    const half = EMAIL.length + 1;
    const found = await airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [
      {
        role: 'user',
        text: `${EMAIL} ${EMAIL} ${EMAIL}`,
        files: [
          { start: 0, end: half, file: { path: 'test/a' } },
          { start: half, end: half * 2, file: { path: 'config/a' } },
        ],
      },
    ]);
    assert.deepEqual(
      found.decision.reasons.map(({ action }) => action),
      ['block', 'redact', 'allow'],
    );
    assert.deepEqual(sentences(found).slice(0, 1), [
      'An e-mail address in config/a: your rule 2 (path `config/**`) blocks it.',
    ]);
    assert.ok(!isFinal(found.decision));
  });

  it('say where a file is denied wherever it would go', () => {
    const airlock = open([
      { path: '*.csv', destination: 'openai-api/*', action: 'block' },
      { path: '*.pem', action: 'block' },
    ]);
    assert.deepEqual(airlock.deniedAnywhere({ path: 'ca.pem' })?.by, { is: 'rule', index: 1 });
    assert.equal(airlock.deniedAnywhere({ path: 'people.csv' }), undefined);
  });
});
