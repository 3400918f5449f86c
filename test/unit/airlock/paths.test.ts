import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Airlock, createAirlock, messageOf, type Review } from '../../../src/airlock.ts';
import type { AllowedDestinations } from '../../../src/decide/decision.ts';
import { readPathRules } from '../../../src/decide/paths/path-rule.ts';
import { listLayer } from '../../../src/decide/paths/verdict.ts';
import { reasonSentence } from '../../../src/sentences/decision.ts';
import { english } from '../../../src/sentences/translate.ts';
import { networkTransport } from '../../../src/wire/transport.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { catalogue, catalogued, plainScan } from './opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

const TOKEN = githubToken(5);

function open(written: readonly unknown[], destinations: readonly AllowedDestinations[] = []): Airlock {
  const { rules, faults } = readPathRules(written);
  assert.deepEqual(faults, []);
  const source = { layer: 'folder', file: '.promptairlock.json', line: 4 } as const;
  return createAirlock({
    scan: plainScan,
    catalogue,
    transport: networkTransport(fetch),
    demands: () => ({
      requirements: {},
      rules: [{ kind: 'email', action: 'allow' }],
      paths: [listLayer(rules.map((rule) => ({ rule, source })))],
      destinations,
    }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: freshReceiptKey,
  });
}

async function review(airlock: Airlock, text: string, path: string, to = 'openai/gpt-5'): Promise<Review> {
  const message = messageOf({ text, file: { path } });
  return airlock.review(airlock.newConversation(), catalogued(to), [message]);
}

const sentences = ({ decision, policy }: Review): string[] =>
  decision.reasons.map((reason) => reasonSentence(reason, policy, english).text);

describe('rules about paths', () => {
  it('keep a file from leaving, and say which rule of which file does', async () => {
    const airlock = open([
      '*.key',
      { path: '*.sql', rule: 'local' },
      { path: 'src/**', destinations: ['groq/*'] },
    ]);
    const denied = await review(airlock, 'a text', 'ca.key');
    assert.deepEqual(sentences(denied), [
      'ca.key never leaves, by the path rule `*.key` (.promptairlock.json, line 4); leave it out.',
    ]);
    for (const way of ['as-decided', 'redacted', 'as-is'] as const)
      await assert.rejects(airlock.clear(denied, way), { name: 'NotAllowed' });
    assert.deepEqual(sentences(await review(airlock, 'a text', 'dump.sql')), [
      'dump.sql goes to destinations on this machine only, by the path rule `*.sql` (.promptairlock.json, line 4); leave it out.',
    ]);
    assert.deepEqual(sentences(await review(airlock, 'a text', 'src/a.ts')), [
      'src/a.ts goes to these destinations only: groq/*, by the path rule `src/**` (.promptairlock.json, line 4); leave it out.',
    ]);
    assert.equal((await review(airlock, 'a text', 'src/a.ts', 'groq/llama-3.3')).decision.action, 'allow');
    assert.equal((await review(airlock, 'a text', 'docs/a.md')).decision.action, 'allow');
  });

  it('have all redacted that is found in a file, whatever the user lets go', async () => {
    const airlock = open([{ path: 'customers/**', rule: 'redact' }]);
    const free = await review(airlock, `mail ${EMAIL}`, 'docs/a.md');
    assert.equal(free.decision.action, 'allow');
    const ruled = await review(airlock, `mail ${EMAIL}`, 'customers/a.md');
    assert.equal(ruled.decision.action, 'redact');
    assert.deepEqual(sentences(ruled), [
      'An e-mail address in customers/a.md: the path rule `customers/**` (.promptairlock.json, line 4) has it redacted.',
    ]);
    const cleared = await airlock.clear(ruled, 'redacted', new Set([EMAIL]));
    assert.deepEqual(
      cleared.texts.map(({ text }) => text),
      ['mail EMAIL_1'],
    );
  });

  it('hold where a prompt is sent as it is', async () => {
    const airlock = createAirlock({
      scan: plainScan,
      catalogue,
      transport: networkTransport(fetch),
      demands: () => ({
        requirements: {},
        rules: [{ action: 'ask' }],
        paths: [
          listLayer(
            readPathRules([{ path: 'customers/**', rule: 'redact' }]).rules.map((rule) => ({
              rule,
              source: { layer: 'user' },
            })),
          ),
        ],
      }),
      now: () => new Date('2026-11-21T12:00:00Z'),
      receiptKey: freshReceiptKey,
    });
    const text = `${EMAIL} ${TOKEN}`;
    const reviewed = await airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [
      { ...messageOf({ text, file: { path: 'a.md' } }), part: { type: 'attachment' } },
      messageOf({ text: `and ${EMAIL}` }),
    ]);
    assert.equal(reviewed.decision.action, 'ask');
    const open = await airlock.clear(reviewed, 'as-is');
    assert.deepEqual(
      open.texts.map((one) => one.text),
      [text, `and ${EMAIL}`],
    );
    const ruled = await airlock.review(airlock.newConversation(), catalogued('openai/gpt-5'), [
      { ...messageOf({ text: EMAIL, file: { path: 'customers/a.md' } }), part: { type: 'attachment' } },
      messageOf({ text: `${TOKEN} and ${EMAIL}` }),
    ]);
    const cleared = await airlock.clear(ruled, 'as-is');
    // The same address goes nowhere else either.
    assert.deepEqual(
      cleared.texts.map((one) => one.text),
      ['EMAIL_1', `${TOKEN} and EMAIL_1`],
    );
  });

  it('and lists of destinations keep every prompt from the others', async () => {
    const source = { layer: 'organisation' } as const;
    const airlock = open(
      [],
      [
        { globs: ['openai/*', 'groq/*'], source },
        { globs: ['openai/gpt-5'], source },
      ],
    );
    assert.equal((await review(airlock, 'a text', 'a.md')).decision.action, 'allow');
    const elsewhere = await review(airlock, 'a text', 'a.md', 'groq/llama-3.3');
    assert.equal(elsewhere.decision.action, 'block');
    assert.deepEqual(sentences(elsewhere), [
      'It is none of the destinations that are allowed here: openai/gpt-5 (your organisation).',
    ]);
    await assert.rejects(airlock.clear(elsewhere, 'redacted'), { name: 'NotAllowed' });
  });
});
