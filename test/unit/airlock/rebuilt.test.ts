import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OutgoingMessage, Review } from '../../../src/airlock.ts';
import { withhold } from '../../../src/airlock/withhold.ts';
import { EMAIL, githubToken } from '../made-up.ts';
import { catalogued, open } from './opened.ts';

const TOKEN = githubToken();
const OTHER = 'otto.berg@brightparcel.io';
const user = (text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  role: 'user',
  text,
  ...more,
});
const model = (text: string): OutgoingMessage => ({ role: 'assistant', text, past: true });
const past = (text: string): OutgoingMessage => user(text, { past: true });
const KEPT = catalogued('openai/gpt-5');
/** Terms that let a host train. */
const TRAINS = catalogued('nvidia/meta/llama-3.3-70b-instruct');

const airlock = open();
const review = (messages: readonly OutgoingMessage[], route = KEPT): Promise<Review> =>
  airlock.review(airlock.rebuiltConversation(), route, messages);
async function texts(messages: readonly OutgoingMessage[], route = KEPT): Promise<readonly string[]> {
  const cleared = await airlock.clear(await review(messages, route), 'redacted');
  return cleared.texts.map(({ text }) => text);
}

describe('a conversation whose vault is made anew from each request', () => {
  it('numbers values as they came up, the same turn after turn', async () => {
    const first = [user(`I am ${EMAIL}, not ${OTHER}`)];
    const second = [
      past(`I am ${EMAIL}, not ${OTHER}`),
      model('Hello EMAIL_1'),
      user(`and ann@brightparcel.io, ${EMAIL}`),
    ];
    assert.deepEqual(await texts(first), ['I am EMAIL_1, not EMAIL_2']);
    assert.deepEqual(await texts(second), [
      'I am EMAIL_1, not EMAIL_2',
      'Hello EMAIL_1',
      'and EMAIL_3, EMAIL_1',
    ]);
  });

  it('gives a value that an answer shows its stand-in again', async () => {
    const told = [past(`I am ${EMAIL}`), model(`Hello \`${EMAIL}\``), user('again')];
    assert.deepEqual(await texts(told), ['I am EMAIL_1', 'Hello `EMAIL_1`', 'again']);
  });

  it('skips the number of a stand-in whose value is gone, from there on', async () => {
    const told = [past('(withheld)'), model('Hello EMAIL_1'), user(`I am ${EMAIL}`)];
    assert.deepEqual(await texts(told), ['(withheld)', 'Hello EMAIL_1', 'I am EMAIL_2']);
  });

  it('does not renumber what came before since a later text has such a name of its own', async () => {
    const told = [
      past(`I am ${EMAIL}`),
      model('Hello EMAIL_1'),
      user('a column called EMAIL_1, and EMAIL_2'),
    ];
    const [before, answer, own] = await texts(told);
    assert.deepEqual([before, answer], ['I am EMAIL_1', 'Hello EMAIL_1']);
    assert.ok(own && !own.includes('EMAIL_1,'), own);
  });

  it('takes a name that a person quotes for the stand-in it is', async () => {
    const told = [
      past(`I am ${EMAIL}`),
      model('Hello EMAIL_1'),
      user('what is the host of EMAIL_1?', { quotes: true }),
    ];
    assert.equal((await texts(told))[2], 'what is the host of EMAIL_1?');
  });

  it('puts back what is of this request, and nothing of another', async () => {
    const one = await airlock.clear(await review([user(`I am ${EMAIL}`)]), 'redacted');
    const other = await airlock.clear(await review([user('I am nobody')]), 'as-decided');
    const restored = airlock.restore(one.conversation, 'EMAIL_1');
    assert.ok(restored.ok && restored.text === EMAIL);
    const foreign = airlock.restore(other.conversation, 'EMAIL_1');
    assert.ok(foreign.ok && foreign.text === 'EMAIL_1');
  });

  it('shows beforehand what it would do', async () => {
    const told = [past('(withheld)'), model('Hello EMAIL_1'), user(`I am ${EMAIL}`)];
    const previewed = await airlock.preview(await review(told));
    assert.deepEqual(
      previewed.map(({ text }) => text),
      await texts(told),
    );
  });

  it('does not decide again about turns that are over, and redacts them', async () => {
    const told = [past(`the token ${TOKEN}`), user('harmless')];
    const reviewed = await review(told);
    assert.equal(reviewed.decision.action, 'allow');
    const cleared = await airlock.clear(reviewed, 'as-decided');
    assert.ok(!JSON.stringify(cleared.request).includes(TOKEN));
  });
});

describe('what may not go any more', () => {
  it('gives way to a note in turns that are over', async () => {
    const told = [past(`the token ${TOKEN}`), model('no'), user('harmless')];
    const { messages, count } = withhold(await review(told, TRAINS), '(note)');
    assert.equal(count, 1);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['(note)', 'no', 'harmless'],
    );
    assert.equal((await review(messages, TRAINS)).decision.action, 'allow');
  });

  it('stays in the newest turn, which is decided', async () => {
    const reviewed = await review([user(`the token ${TOKEN}`)], TRAINS);
    assert.equal(withhold(reviewed, '(note)').count, 0);
    assert.equal(reviewed.decision.action, 'block');
  });

  it('leaves the arguments of a call JSON', async () => {
    const call: OutgoingMessage = {
      role: 'assistant',
      text: JSON.stringify({ command: `curl -H ${TOKEN}` }),
      part: { type: 'tool-call', id: 'c1', name: 'run' },
      past: true,
    };
    const { messages } = withhold(await review([call, user('x')], TRAINS), '(note)');
    assert.deepEqual(JSON.parse(messages[0]?.text ?? ''), { note: '(note)' });
    assert.equal(messages[0]?.part?.type, 'tool-call');
  });

  it('takes a picture’s place as well', async () => {
    const image = { mediaType: 'image/png', base64: 'iVBORw0KGgo=' };
    const { messages } = withhold(
      await review([user('', { part: { type: 'image', image }, past: true }), user('x')], TRAINS),
      '(note)',
    );
    assert.deepEqual(messages[0], { role: 'user', text: '(note)', past: true });
  });

  it('changes nothing where all may go', async () => {
    const told = [past('hello'), user('x')];
    const reviewed = await review(told);
    assert.equal(withhold(reviewed, '(note)').messages, reviewed.messages);
  });
});

describe('what came up in a conversation whose vault is made anew', () => {
  it('is numbered as before where the newest goes as it is', async () => {
    const told = [
      past(`Write to ${EMAIL}`),
      model('I wrote to EMAIL_1.'),
      user(`${OTHER} answered`),
      user('now ann@brightparcel.io'),
    ];
    const cleared = await airlock.clear(await review(told), 'as-is');
    assert.deepEqual(
      cleared.texts.map(({ text }) => text),
      ['Write to EMAIL_1', 'I wrote to EMAIL_1.', 'EMAIL_2 answered', 'now ann@brightparcel.io'],
    );
  });

  it('is not numbered anew with each secret that follows, where it is the end of one', async () => {
    const told = [
      past(`it ends in ${TOKEN.slice(-8)} I think`),
      model('hm'),
      past(`token ${TOKEN}`),
      model('hm'),
      user(`token ${githubToken(5)}`),
    ];
    const before = await texts(told.slice(0, 3));
    const after = await texts(told);
    assert.deepEqual(after.slice(0, 3), before);
    assert.ok(!before[0]?.includes(TOKEN.slice(-8)));
  });
});
