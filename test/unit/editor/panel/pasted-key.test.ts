import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { isKind } from '../../../../src/detect/kinds.ts';
import { rememberScans } from '../../../../src/detect/remember.ts';
import { Chat } from '../../../../src/editor/panel/chat.ts';
import { customRoute } from '../../../../src/editor/custom-destination.ts';
import { KeyStore } from '../../../../src/editor/key-store.ts';
import { OfferedKeys } from '../../../../src/editor/panel/offered-keys.ts';
import { panelState } from '../../../../src/editor/panel/panel-view.ts';
import type { ReviewView } from '../../../../src/protocol/review.ts';
import { english } from '../../../../src/sentences/translate.ts';
import { KEY_KINDS, providerOfKey } from '../../../../src/wire/key-kinds.ts';
import { presetOf } from '../../../../src/wire/presets.ts';
import { type OpenAiServer, startOpenAiServer } from '../../../servers/openai-server.ts';
import { open as openAirlock, plainScan } from '../../airlock/opened.ts';
import { githubToken } from '../../made-up.ts';
import { RecordingSecrets } from '../recording-secrets.ts';

const letters = (count: number, first = 7): string =>
  Array.from({ length: count }, (_, i) => 'bTq7Zr2KxW9mHc4VdY5gLp8Jn3sFa6Ek'[(i * first + 3) % 32]).join('');
/** Made up, and of the form their makers give them. */
const OPENAI = `sk-proj-${letters(74)}T3BlbkFJ${letters(74, 11)}`;
const ANTHROPIC = `sk-ant-api03-${letters(93)}AA`;
const GROQ = `gsk_${letters(52)}`;
const NVIDIA = `nvapi-${letters(64)}`;
const OPENROUTER = `sk-or-v1-${'0f3a9c1d'.repeat(8)}`;
const HUGGING_FACE = `hf_${'bTqZrKxWmHcVdYgLpJnsFaEkuQoPiRwSeM'}`;
const XAI = `xai-${letters(80)}`;

describe('an API key in the text', () => {
  let server: OpenAiServer;
  let secrets: RecordingSecrets;
  let answers: boolean[];
  let asked: string[];
  let told: string[];
  let logged: string[];
  let chat: Chat;
  let keys: OfferedKeys;

  beforeEach(async () => {
    server = await startOpenAiServer();
    secrets = new RecordingSecrets();
    [answers, asked, told, logged] = [[], [], [], []];
    const { baseUrl } = server;
    const own = { name: 'loop', baseUrl, model: 'm', key: false, policyOf: 'deepinfra' };
    chat = new Chat({
      airlock: openAirlock(rememberScans(plainScan)),
      route: () => ({ ok: true, name: 'Loop', route: customRoute(own, false) }),
      key: async () => ({ key: undefined }),
      allowValue: async () => undefined,
      allowKind: async () => undefined,
      onChange: () => undefined,
      onDelta: () => undefined,
      log: (line) => logged.push(line),
    });
    keys = new OfferedKeys({
      chat,
      store: new KeyStore({ secrets, variables: () => ({}), environment: () => undefined }),
      onChange: () => undefined,
      confirm: async (question) => {
        asked.push(question);
        return answers.shift() ?? false;
      },
      say: (text) => told.push(text),
      t: english,
    });
  });
  afterEach(() => server.close());

  function shown(): ReviewView {
    const { review } = panelState(chat, { ok: false, text: '' }, english, keys.passedOver);
    return review ?? assert.fail('nothing is under review');
  }

  async function keep(what: 'take-out' | 'keep' | 'pass-over', at = 0): Promise<void> {
    const { id, keyOffers } = shown();
    await keys.keep(id, keyOffers[at]?.found ?? -1, what);
  }

  const samples: readonly (readonly [string, string])[] = [
    ['openai-api', OPENAI],
    ['anthropic-api', ANTHROPIC],
    ['groq', GROQ],
    ['nvidia-api-catalog', NVIDIA],
    ['openrouter', OPENROUTER],
    ['huggingface-router', HUGGING_FACE],
    ['xai', XAI],
  ];
  for (const [provider, value] of samples) {
    it(`is known for what it is: ${provider}`, async () => {
      await chat.submit(`why is ${value} refused?`);
      const [offer] = shown().keyOffers;
      assert.ok(offer?.text.includes(`your API key for ${presetOf(provider)?.name ?? '?'}`));
      await keep('take-out');
      assert.deepEqual([...secrets.kept], [[`key:${provider}`, value]]);
      assert.equal(chat.draft, 'why is  refused?');
    });
  }

  it('is one of a kind there is, of a provider there is', () => {
    for (const kind of KEY_KINDS) {
      assert.ok(isKind(kind), kind);
      assert.ok(presetOf(providerOfKey(kind) ?? ''), kind);
    }
    assert.equal(providerOfKey('github-token'), undefined);
    assert.equal(providerOfKey('google-api-key'), undefined);
  });

  it('is taken out wherever it stands, and nothing else is', async () => {
    const token = githubToken();
    await chat.submit(`a=${GROQ}\r\n\tb="${GROQ}" ${token} 😀${NVIDIA}`);
    assert.equal(shown().keyOffers.length, 2);
    await keep('take-out');
    assert.equal(chat.draft, `a=\r\n\tb="" ${token} 😀${NVIDIA}`);
    assert.equal(chat.pending, undefined);
    assert.deepEqual(server.arrived, []);
  });

  it('is kept and left where it stands, if that is wanted, and not offered again', async () => {
    await chat.submit(`use ${GROQ}`);
    const { draftRevision } = chat.composing;
    await keep('keep');
    assert.equal(secrets.kept.get('key:groq'), GROQ);
    assert.deepEqual([chat.draft, chat.composing.draftRevision], [`use ${GROQ}`, draftRevision]);
    assert.deepEqual(shown().keyOffers, []);
  });

  it('is passed over', async () => {
    await chat.submit(`use ${GROQ}`);
    await keep('pass-over');
    assert.deepEqual(shown().keyOffers, []);
    await chat.submit(`again ${GROQ} and ${NVIDIA}`);
    assert.equal(shown().keyOffers.length, 1);
    assert.equal(secrets.kept.size, 0);
  });

  it('takes the place of another only on the user’s word', async () => {
    secrets.kept.set('key:groq', 'the-one-in-use');
    await chat.submit(`use ${GROQ}`);
    await keep('take-out');
    assert.equal(secrets.kept.get('key:groq'), 'the-one-in-use');
    assert.deepEqual([chat.draft, told, asked.length], [`use ${GROQ}`, [], 1]);
    answers = [true];
    await keep('take-out');
    assert.equal(secrets.kept.get('key:groq'), GROQ);
    assert.equal(chat.draft, 'use ');
  });

  it('that is kept already is taken out without a question', async () => {
    secrets.kept.set('key:groq', GROQ);
    await chat.submit(`use ${GROQ}`);
    await keep('take-out');
    assert.deepEqual([chat.draft, asked], ['use ', []]);
  });

  it('leaves a text alone that was typed while it was asked', async () => {
    secrets.kept.set('key:groq', 'the-one-in-use');
    await chat.submit(`use ${GROQ}`);
    const { id, keyOffers } = shown();
    answers = [true];
    const keeping = keys.keep(id, keyOffers[0]?.found ?? -1, 'take-out');
    chat.composing.setDraft(`use ${GROQ} and more`);
    await keeping;
    assert.equal(chat.draft, `use ${GROQ} and more`);
    assert.equal(secrets.kept.get('key:groq'), GROQ);
  });

  it('of another review, or none, is not kept', async () => {
    await chat.submit(`use ${GROQ} and ${githubToken()}`);
    const { id, keyOffers, found } = shown();
    const at = keyOffers[0]?.found ?? -1;
    await keys.keep('another', at, 'take-out');
    await keys.keep(
      id,
      found.findIndex((_, place) => place !== at),
      'take-out',
    );
    await keys.keep(id, 99, 'keep');
    chat.edit();
    await keys.keep(id, at, 'keep');
    assert.equal(secrets.kept.size, 0);
  });

  it('is in no log, no message and nowhere in the panel but in the text', async () => {
    secrets.kept.set('key:groq', 'the-one-in-use');
    answers = [true];
    await chat.submit(`use ${GROQ}`);
    const { text: _, ...rest } = shown();
    assert.ok(!JSON.stringify(rest).includes(GROQ));
    await keep('take-out');
    const state = panelState(chat, { ok: false, text: '' }, english, keys.passedOver);
    assert.ok(!JSON.stringify([state, logged, told, asked, secrets.asked]).includes(GROQ));
  });

  it('that cannot be kept stays in the text, and what went wrong is not quoted', async () => {
    secrets.store = async () => {
      throw new Error(`cannot write ${GROQ}`);
    };
    await chat.submit(`use ${GROQ}`);
    await keep('take-out');
    assert.equal(chat.draft, `use ${GROQ}`);
    assert.equal(told.length, 1);
    assert.ok(!JSON.stringify([told, logged]).includes(GROQ));
  });

  it('in a disguise is not offered: what would be kept is not the key', async () => {
    await chat.submit(`use ${Buffer.from(`key ${GROQ}`).toString('base64')}`);
    assert.ok(shown().found.length > 0);
    assert.deepEqual(shown().keyOffers, []);
  });
});
