import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import type { Adapter } from '../../../src/wire/adapter.ts';
import { messages } from '../../../src/wire/adapters/messages.ts';
import { chatCompletions, responses } from '../../../src/wire/adapters/openai.ts';
import { type ClearedRequest, seal } from '../../../src/wire/cleared.ts';
import type { WireFormat } from '../../../src/wire/format.ts';
import { createGate } from '../../../src/wire/gate.ts';
import type { WireMessage } from '../../../src/wire/message.ts';
import { type OwnWords, ownWordsOf } from '../../../src/wire/own-words.ts';
import { PICTURE } from './adapters/written.ts';

const ADAPTERS: Readonly<Record<WireFormat, Adapter>> = {
  'chat-completions': chatCompletions,
  responses,
  messages,
};
/** Everything that an adapter can write, and in it nothing of anybody's that does not begin with `said`. */
const SAID: readonly WireMessage[] = [
  { role: 'system', content: 'said by the system' },
  { role: 'system', content: 'said further' },
  { role: 'user', content: 'said with a picture', images: [PICTURE] },
  { role: 'user', content: 'said' },
  {
    role: 'assistant',
    content: 'said before a call',
    toolCalls: [{ id: 'said_id', name: 'said_tool', arguments: '{"said":"said","said_list":["said",7]}' }],
  },
  { role: 'tool', callId: 'said_id', content: 'said by a tool', failed: true },
  { role: 'assistant', content: 'said at last' },
];
const TOOLS = [{ name: 'said_tool', description: 'said of a tool', parameters: { said: { said_most: 7 } } }];
const FIELDS = { seed: 7, provider: { zdr: true, only: ['somebody'] } };
const BASE = 'https://api.example.test/v1';
const VALUE = 'Strand.korb-12';
const NUMBER = 4711234;

/** A request whose vault holds what `holds` says, and in which nothing is found besides. */
async function requestFor(
  format: WireFormat,
  holds: (text: string) => boolean,
  mustCall = true,
): Promise<ClearedRequest> {
  const fingerprint = (value: string): Promise<string> => Promise.resolve(`of ${value}`);
  return seal({
    target: { baseUrl: BASE, model: 'some-model', format },
    messages: SAID,
    tools: TOOLS,
    mustCall,
    fields: FIELDS,
    permits: {
      fingerprint,
      letThrough: new Set(),
      pictures: new Set([await fingerprint(PICTURE.base64)]),
      isStandIn: () => false,
      holdsVaultValue: holds,
      holdPackedVaultValue: () => Promise.resolve(false),
    },
  });
}

/** What the adapter of a format hands to the gate. */
async function writtenBy(format: WireFormat): Promise<{ readonly url: string; readonly body: string }> {
  let written: { url: string; body: string } | undefined;
  const events = ADAPTERS[format].ask(
    await requestFor(format, () => false),
    (input, init) => {
      written = { url: String(input), body: String(init?.body) };
      return Promise.reject(new Error('far enough'));
    },
    new AbortController().signal,
  );
  await assert.rejects(events.next(), { message: 'far enough' });
  assert.ok(written);
  return written;
}

/** Whether a body passes the gate of a request whose vault holds what `holds` says. */
async function passes(
  format: WireFormat,
  url: string,
  body: string,
  holds: (text: string) => boolean,
): Promise<boolean> {
  let left = false;
  const gate = createGate(await requestFor(format, holds), {
    scan: (texts) => Promise.resolve(texts.map(() => [])),
    key: undefined,
    transport: () => {
      left = true;
      return Promise.resolve(new Response('{}'));
    },
  });
  try {
    await gate(url, { method: 'POST', body });
  } catch (error) {
    assert.match(String((error as { reason?: string }).reason), /^(?:vault-value|not-cleared)$/);
  }
  return left;
}

/** A place of a body: `messages * role` for the role of each message; behind `:` its keys. */
type Visit = (place: string, value: unknown, put: (other: unknown) => unknown) => void;

/** Visits every place of a body; `put` gives the body with another value there. */
function visit(value: unknown, by: Visit, place = '', put = (other: unknown): unknown => other): void {
  by(place, value, put);
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  for (const [key, item] of entries) {
    const within = (other: unknown): unknown =>
      put(
        Array.isArray(value)
          ? value.map((one: unknown, i) => (String(i) === key ? other : one))
          : withEntries(entries.map(([name, one]) => [name, name === key ? other : one])),
      );
    visit(item, by, `${place} ${Array.isArray(value) ? '*' : key}`.trim(), within);
  }
}

/** An object with those entries, `__proto__` among them. */
function withEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}

/** The same body with something put into it, at each place and in each way, and what was put where. */
function* smuggled(
  body: unknown,
  value: string | number,
): Generator<{ readonly body: string; readonly at: string }> {
  const all: { body: string; at: string }[] = [];
  const text = String(value);
  visit(body, (place, there, put) => {
    const add = (other: unknown, at: string): void => {
      all.push({ body: JSON.stringify(put(other)), at });
    };
    if (place !== '') {
      add(value, place);
      add([value], `${place} *`);
      add({ [text]: there }, `${place} :`);
    }
    if (Array.isArray(there)) {
      add([...there, value], `${place} *`);
      add([...there, [[value]]], `${place} * * *`);
      add([...there, { [text]: 1 }], `${place} * :`);
    } else if (typeof there === 'object' && there !== null) {
      const entries = Object.entries(there);
      for (const [name] of entries)
        add(withEntries(entries.map(([key, one]) => [key === name ? text : key, one])), `${place} :`);
      add(withEntries([...entries, [text, 'said']]), `${place} :`);
      for (const key of ['metadata', 'user', 'name', 'constructor', '__proto__']) {
        add(withEntries([...entries, [key, value]]), `${place} ${key}`.trim());
        add(withEntries([...entries, [key, { said: [{ said: value }] }]]), `${place} ${key} said * said`);
      }
    }
  });
  yield* all;
}

/** Every word and key that is taken for a format's own, with its place as `own` below has it. */
function* wordsIn({ words = new Set(), keys = new Map(), items }: OwnWords, place = ''): Generator<string> {
  for (const word of words) yield `${place} = ${String(word)}`;
  if (items !== undefined) yield* wordsIn(items, `${place} *`);
  for (const [key, beneath] of keys) {
    if (beneath.isCleared) continue;
    yield `${place} : = ${key}`;
    yield* wordsIn(beneath, `${place} ${key}`.trim());
  }
}

for (const format of Object.keys(ADAPTERS) as WireFormat[]) {
  describe(`of a body as ${format}`, () => {
    /** What stands at each place by the format itself. */
    const own = new Set<string>();
    const ownWords = new Set<string>();
    let written: { readonly url: string; readonly body: string };
    before(async () => {
      written = await writtenBy(format);
      const add = (place: string, word: string): void => {
        if (/^(?:said|\{"said)|^data:/.test(word) || word === PICTURE.base64) return;
        own.add(`${place} = ${word}`);
        ownWords.add(word);
      };
      visit(JSON.parse(written.body), (place, value) => {
        if (/^(?:seed|provider|model)\b/.test(place)) return;
        if (typeof value === 'string') add(place, value);
        else if (typeof value === 'number' && value !== 7) add(place, String(value));
        else if (typeof value === 'object' && value !== null && !Array.isArray(value))
          for (const key of Object.keys(value)) add(`${place} :`, key);
      });
    });

    it('everything that the format says itself may be a value of the vault', async () => {
      assert.ok(ownWords.size > 15);
      const cleared = ['some-model', 'somebody', 'seed', 'provider', 'zdr', 'only'];
      const holds = (text: string): boolean => ownWords.has(text) || cleared.includes(text);
      assert.ok(await passes(format, written.url, written.body, holds));
    });

    it('nothing is taken for a word of the format that it never says', async () => {
      const { target, fields } = await requestFor(format, () => false);
      for (const word of wordsIn(ownWordsOf({ target, fields })))
        assert.ok(own.has(word) || /media_type = image/.test(word), word);
    });

    it('everything else is looked at: a value is stopped wherever and however it is put in', async () => {
      let tried = 0;
      for (const { body, at } of smuggled(JSON.parse(written.body), VALUE)) {
        assert.ok(!(await passes(format, written.url, body, (text) => text.includes(VALUE))), at);
        tried += 1;
      }
      assert.ok(tried > 300);
    });

    it('every number is looked at as it leaves, but those that the format says', async () => {
      const holds = (text: string): boolean => text === String(NUMBER);
      for (const { body, at } of smuggled(JSON.parse(written.body), NUMBER))
        assert.ok(!(await passes(format, written.url, body, holds)), at);
      const inOtherWriting = written.body.replace('"said_most":7', '"said_most":4.711234e6');
      assert.notEqual(inOtherWriting, written.body);
      assert.ok(!(await passes(format, written.url, inOtherWriting, holds)));
    });

    it('a value that is a word of the format passes in the very place of that word, and nowhere else', async () => {
      for (const word of ownWords) {
        for (const { body, at } of smuggled(JSON.parse(written.body), word)) {
          if (body === written.body) continue;
          const left = await passes(format, written.url, body, (text) => text === word);
          if (left) assert.ok(own.has(`${at} = ${word}`), `${word} at ${at}`);
        }
      }
    }).timeout(60_000);

    it('the type of a picture is one of those that there are', async () => {
      for (const type of ['image/png', 'image/webp']) {
        const other = written.body.replaceAll('image/png', type);
        assert.ok(await passes(format, written.url, other, (text) => text.includes('image/')));
      }
      for (const type of [`image/${VALUE}`, `${VALUE}/png`]) {
        const other = written.body.replaceAll('image/png', type);
        assert.ok(!(await passes(format, written.url, other, (text) => text.includes(VALUE))), type);
      }
    });
  });
}
