import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { Airlock, Demands } from '../../../src/airlock.ts';
import { markTestValues } from '../../../src/detect/test-values.ts';
import { customRoute } from '../../../src/editor/custom-destination.ts';
import { openScrypt } from '../../../src/host/scrypt.ts';
import { readPathRules } from '../../../src/decide/paths/path-rule.ts';
import { listLayer } from '../../../src/decide/paths/verdict.ts';
import { createFingerprint } from '../../../src/wire/fingerprint.ts';
import type { Route } from '../../../src/wire/route.ts';
import { type OpenAiServer, startOpenAiServer } from '../../servers/openai-server.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { collect, open, plainScan } from './opened.ts';

const TOKEN = githubToken();
const OTHER = githubToken(1);
const SALT = new Uint8Array(16);
const FILE = '.promptairlock.json';
const hash = openScrypt({ cost: 16, blockSize: 1, parallelization: 1, length: 32 });
const stay = { key: undefined, signal: new AbortController().signal };
const NOTHING: Demands = { requirements: {}, rules: [] };

describe('what a workspace declares to be made up', () => {
  let server: OpenAiServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  async function route(policyOf?: string): Promise<Route> {
    server ??= await startOpenAiServer();
    const { baseUrl } = server;
    return customRoute(
      { name: 'loop', baseUrl, model: 'm', key: false, ...(policyOf && { policyOf }) },
      false,
    );
  }

  async function openDeclaring(value: string, demands = NOTHING): Promise<Airlock> {
    const files = [{ salt: SALT, hashes: [await hash(value, SALT)], file: FILE }];
    const scan = markTestValues(plainScan, { declared: () => files, hash, fingerprint: createFingerprint() });
    return open(scan, undefined, undefined, () => demands);
  }

  async function review(text: string, demands = NOTHING, policyOf?: string, file?: string) {
    const opened = await openDeclaring(TOKEN, demands);
    const parts = file === undefined ? {} : { files: [{ start: 0, end: text.length, file: { path: file } }] };
    const reviewed = await opened.review(opened.newConversation(), await route(policyOf), [
      { role: 'user', text, ...parts },
    ]);
    return { opened, reviewed, reasons: reviewed.decision.reasons };
  }

  it('goes as it is, is told of, and passes the last look', async () => {
    const text = `the test uses ${TOKEN}`;
    for (const policyOf of ['deepinfra', undefined]) {
      const { opened, reviewed, reasons } = await review(text, NOTHING, policyOf);
      assert.equal(reviewed.decision.action, 'notify');
      const [reason] = reasons;
      assert.ok(reason?.because === 'finding');
      assert.deepEqual([reason.declaredBy, reason.rule, reason.count], [FILE, null, 1]);
      const cleared = await opened.clear(reviewed, 'as-decided');
      assert.equal(cleared.letThrough, 1);
      await collect(opened.send(cleared, stay));
      assert.ok(server?.arrived.at(-1)?.body.includes(text));
    }
  });

  it('goes beside what is redacted', async () => {
    const { opened, reviewed, reasons } = await review(`${TOKEN} ${OTHER} ${EMAIL}`, NOTHING, 'deepinfra');
    assert.equal(reviewed.decision.action, 'redact');
    assert.deepEqual(
      reasons.map(({ action }) => action),
      ['redact', 'redact', 'notify'],
    );
    const cleared = await opened.clear(reviewed, 'redacted');
    await collect(opened.send(cleared, stay));
    const { body = '' } = server?.arrived.at(-1) ?? {};
    assert.ok(
      body.includes(`${TOKEN} GITHUB_TOKEN_1 EMAIL_1`),
      'what was declared goes, the rest is redacted',
    );
    assert.ok(!body.includes(OTHER) && !body.includes(EMAIL));
  });

  it('goes in later turns too, and is redacted once it is declared no more', async () => {
    const { opened, reviewed } = await review(`a ${TOKEN}`, NOTHING, 'deepinfra');
    const { conversation } = reviewed;
    await opened.clear(reviewed, 'as-decided');
    const to = await route('deepinfra');
    const again = await opened.review(conversation, to, [
      { role: 'user', text: `a ${TOKEN}` },
      { role: 'assistant', text: `You said ${TOKEN}.` },
      { role: 'user', text: `again ${TOKEN}` },
    ]);
    await collect(opened.send(await opened.clear(again, 'as-decided'), stay));
    assert.ok(server?.arrived.at(-1)?.body.includes(`again ${TOKEN}`));
    const plain = open(plainScan);
    const later = await plain.review(conversation, to, [{ role: 'user', text: `again ${TOKEN}` }]);
    const cleared = await plain.clear(later, 'redacted');
    assert.equal(cleared.request.messages[0]?.content, 'again GITHUB_TOKEN_1');
  });

  for (const action of ['block', 'ask', 'redact'] as const) {
    it(`leaves a rule of the user's alone that says ${action}`, async () => {
      const { reviewed, reasons } = await review(TOKEN, {
        requirements: {},
        rules: [{ kind: 'github-token', action }],
      });
      assert.equal(reviewed.decision.action, action);
      assert.ok(reasons.every((reason) => reason.because === 'finding' && reason.declaredBy === undefined));
    });
  }

  it('leaves a file alone that a rule denies, or has redacted', async () => {
    const denied = await review(
      TOKEN,
      { requirements: {}, rules: [{ path: 'secrets/**', action: 'block' }] },
      'deepinfra',
      'secrets/key.txt',
    );
    assert.equal(denied.reviewed.decision.action, 'block');
    const { rules } = readPathRules([{ path: 'secrets/**', rule: 'redact' }]);
    const paths = [listLayer(rules.map((rule) => ({ rule, source: { layer: 'user' } })))];
    const redacted = await review(
      TOKEN,
      { requirements: {}, rules: [], paths },
      'deepinfra',
      'secrets/key.txt',
    );
    assert.equal(redacted.reviewed.decision.action, 'redact');
  });

  it('is nothing to be told of where the table lets it go', async () => {
    const opened = await openDeclaring(EMAIL, {
      requirements: {},
      rules: [{ kind: 'email', action: 'allow' }],
    });
    const { decision } = await opened.review(opened.newConversation(), await route(), [
      { role: 'user', text: EMAIL },
    ]);
    assert.equal(decision.action, 'allow');
  });
});
