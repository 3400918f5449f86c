import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Conversation } from '../../../../src/airlock.ts';
import { keepTexts } from '../../../../src/airlock/keeping.ts';
import type { Scan } from '../../../../src/detect/finding.ts';
import { DETECTORS } from '../../../../src/detect/rules.ts';
import { scanText } from '../../../../src/detect/scan-text.ts';
import { encodingsOf } from '../../../../src/detect/values/encodings.ts';
import { keepConversation, type ToBeKept } from '../../../../src/editor/conversations/keep.ts';
import { readConversation, writeConversation } from '../../../../src/editor/conversations/stored.ts';
import type { Turn } from '../../../../src/editor/panel/turn.ts';
import { Vault } from '../../../../src/redact/vault.ts';
import { AWS_SECRET, CARD, DATABASE_URL, EMAIL, githubToken, SSN } from '../../made-up.ts';
import { findAll } from '../../redact/findings.ts';
import { WrittenBody } from '../../../../src/wire/written-body.ts';

const VALUES: Readonly<Record<string, string>> = {
  [EMAIL]: 'email',
  [githubToken(4)]: 'github-token',
  [CARD]: 'payment-card',
  [SSN]: 'us-ssn',
  [AWS_SECRET]: 'aws-secret-access-key',
  [DATABASE_URL]: 'database-url',
  'Zoë "Pim" Ångström\nKaizer': 'person-name',
};
const realScan: Scan = (texts) => Promise.all(texts.map((text) => scanText(text, DETECTORS)));

/** A scan that finds some values wherever they stand as themselves, and knows no encoding. */
function finds(values: readonly string[]): Scan {
  return async (texts) =>
    texts.map((text) => values.flatMap((value) => findAll(text, value, VALUES[value] ?? 'email')));
}

function turn(role: Turn['role'], wire: string, more: Partial<Turn> = {}): Turn {
  return {
    id: wire,
    role,
    author: role === 'user' ? '' : 'Loop · m',
    original: wire,
    attached: [],
    wire,
    thought: '',
    standIns: [],
    unknown: [],
    state: 'done',
    settled: { at: '', as: 'as-is' },
    redacted: 0,
    letThrough: 0,
    ...more,
  };
}

function toKeep(vault: Vault, turns: readonly Turn[], more: Partial<ToBeKept> = {}): ToBeKept {
  const conversation: Conversation = { vault };
  const id = '0123456789abcdef';
  return { id, revision: id, conversation, turns, name: undefined, createdAt: 1, changedAt: 2, ...more };
}

async function written(scan: Scan, kept: ToBeKept): Promise<string> {
  const keep = (conversation: Conversation, texts: Parameters<typeof keepTexts>[0]) =>
    keepTexts(texts, conversation.vault, scan);
  return writeConversation(await keepConversation({ keep }, kept));
}

/** Every string of a file, its own words left out. */
function stringsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(stringsIn) : [];
}

const value = fc.constantFrom(...Object.keys(VALUES));
const piece = fc.oneof(
  { weight: 3, arbitrary: value },
  { weight: 2, arbitrary: value.chain((one) => fc.constantFrom(one, ...encodingsOf(one))) },
  fc.constantFrom('EMAIL_1', 'EMAIL_2', 'GITHUB_TOKEN_1', 'PERSON_1', ' ', '\n', '"', '\\', 'mail ', 'of '),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' '));

describe('what is kept of a conversation', () => {
  it('holds no value, known to its vault or only found, in any encoding the last look knows', async function () {
    this.timeout(120_000);
    const all = Object.keys(VALUES);
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.subarray(all),
        fc.option(text),
        fc.constantFrom<Turn['state'][]>(['done'], ['stopped'], ['streaming']),
        async (texts, known, name, [state]) => {
          const vault = new Vault();
          for (const one of known) vault.standInFor(one, VALUES[one] ?? 'email');
          const issued = vault.standIns().length;
          const turns = texts.map((one, at) =>
            turn(at % 2 === 0 ? 'user' : 'assistant', one, {
              ...(state && at === texts.length - 1 && { state }),
              attached:
                at % 2 === 0 ? [{ id: 'a', name: one, icon: 'file', text: one, file: { path: one } }] : [],
              author: one,
            }),
          );
          // What is there in an encoding only, and nobody knows, is for the real scan to find.
          const probe = new Vault();
          for (const one of all) {
            const isKnown = known.includes(one) || [...texts, name ?? ''].some((its) => its.includes(one));
            if (isKnown) probe.standInFor(one, VALUES[one] ?? 'email');
          }
          const file = await written(finds(all), toKeep(vault, turns, { name: name ?? undefined }));
          for (const one of stringsIn(JSON.parse(file))) {
            assert.ok(!probe.isIn(one, new Set()), 'a value is in what is written');
          }
          assert.ok(!probe.isIn(file, new Set()), 'a value is in the file');
          assert.equal(readConversation(file).is, 'conversation');
          assert.equal(vault.standIns().length, issued, 'nothing is issued by keeping');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds what went over the wire otherwise, to the character', async () => {
    const vault = new Vault();
    const { name } = vault.standInFor(EMAIL, 'email');
    const texts = [
      `Why is ${name} refused?\n\n  EMAIL_7 is not.`,
      `**${name}** has\n\`\`\`\n${name}\n\`\`\``,
    ];
    const file = await written(
      realScan,
      toKeep(vault, [turn('user', texts[0] ?? ''), turn('assistant', texts[1] ?? '')]),
    );
    const read = readConversation(file);
    assert.equal(read.is, 'conversation');
    if (read.is !== 'conversation') return;
    assert.deepEqual(
      read.conversation.turns.map((one) => one.text),
      texts,
    );
    assert.deepEqual(read.conversation.standIns, [{ name, kind: 'email' }]);
    assert.equal(read.conversation.title, 'Why is EMAIL_1 refused? EMAIL_7 is not.');
  });

  it('redacts what the user sent as it is, and what the answer says of it, under names of their own', async () => {
    const vault = new Vault();
    vault.standInFor('somebody.else@brightparcel.io', 'email');
    const file = await written(
      realScan,
      toKeep(vault, [
        turn('user', `mail ${EMAIL} with ${githubToken(9)}`),
        turn('assistant', `${btoa(`to ${EMAIL} now`)} and EMAIL_2, which it made up`),
      ]),
    );
    assert.ok(!file.includes(EMAIL) && !file.includes(githubToken(9)));
    const read = readConversation(file);
    assert.ok(read.is === 'conversation');
    assert.equal(read.conversation.turns[0]?.text, 'mail EMAIL_3 with GITHUB_TOKEN_1');
    assert.equal(vault.standIns().length, 1);
  });

  it('calls it as the user did, redacted like the rest', async () => {
    const file = await written(
      realScan,
      toKeep(new Vault(), [turn('user', 'hello')], { name: `About ${EMAIL}` }),
    );
    const read = readConversation(file);
    assert.ok(read.is === 'conversation');
    assert.equal(read.conversation.title, 'About EMAIL_1');
    assert.equal(read.conversation.named, true);
  });

  it('leaves out a value that an answer was stopped in', async () => {
    const vault = new Vault();
    const token = githubToken(3);
    const cut = `The token is ${token.slice(0, 17)}`;
    for (const [state, ends] of [
      ['stopped', 'The token is '],
      ['streaming', 'The token is '],
      ['failed', 'The token is '],
      ['done', cut],
    ] as const) {
      const turns = [turn('user', `about ${token}`), turn('assistant', cut, { state })];
      const read = readConversation(await written(finds([token]), toKeep(vault, turns)));
      assert.ok(read.is === 'conversation');
      assert.equal(read.conversation.turns[1]?.text, ends);
      assert.equal(read.conversation.turns[1]?.state, state === 'streaming' ? 'stopped' : state);
    }
  });

  it('writes nothing of a text that cannot be shown to be free of values', async () => {
    // Finds something more each time, as long as there is any.
    const stubborn: Scan = async (texts) => texts.map((one) => findAll(one, ' ').slice(0, 1));
    const file = await written(stubborn, toKeep(new Vault(), [turn('user', 'a b c d e f g h i j')]));
    const read = readConversation(file);
    assert.ok(read.is === 'conversation');
    assert.deepEqual([read.conversation.turns[0]?.text, read.conversation.title], [null, '']);
  });

  it('keeps neither a picture nor what the model thought, nor the request of a dry run', async () => {
    const picture = { id: 'p', name: 'shot.png', icon: 'file-media', text: '' };
    const turns = [
      turn('user', 'look', {
        attached: [{ ...picture, image: { mediaType: 'image/png', base64: 'iVBORw0KGgo=' } }],
      }),
      turn('assistant', '', {
        thought: 'aloud',
        rehearsal: {
          method: 'POST',
          url: 'https://api.example.com/v1',
          headers: { 'x-a': 'b' },
          body: new WrittenBody(['{"q":1}']),
        },
      }),
    ];
    const file = await written(realScan, toKeep(new Vault(), turns));
    for (const one of ['iVBORw0', 'aloud', 'api.example.com', '{\\"q']) assert.ok(!file.includes(one), one);
    const read = readConversation(file);
    assert.ok(read.is === 'conversation');
    assert.deepEqual(
      [read.conversation.turns[0]?.attached, read.conversation.turns[1]?.rehearsed],
      [[{ name: 'shot.png', icon: 'file-media', text: null }], true],
    );
  });
});

describe('the file of a conversation', () => {
  it('is told from others, whatever is in it', () => {
    const good = writeConversation({
      id: '0123456789abcdef',
      revision: '0123456789abcdef',
      title: 'a',
      named: false,
      createdAt: 1,
      changedAt: 2,
      standIns: [],
      turns: [],
    });
    assert.equal(readConversation(good).is, 'conversation');
    assert.equal(readConversation(good.replace('"version": 1', '"version": 2')).is, 'newer');
    for (const bad of [
      '',
      '{',
      'null',
      '[]',
      '{"format":"other"}',
      good.slice(0, -9),
      good.replace('"turns": []', '"turns": [1]'),
    ])
      assert.equal(readConversation(bad).is, 'broken', bad);
    fc.assert(fc.property(fc.json(), (json) => readConversation(json).is === 'broken'));
  });
});
