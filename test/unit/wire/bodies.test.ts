import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { Bodies } from '../../../src/wire/bodies.ts';
import { WrittenTexts } from '../../../src/wire/written-texts.ts';

const opened = (): Bodies => new Bodies(new WrittenTexts());

/** What a body says and comes to, by the platform alone; undefined where it is no JSON. */
function plainly(body: string): { payload: unknown; written: string } | undefined {
  try {
    const payload: unknown = JSON.parse(body);
    return { payload, written: JSON.stringify(payload) };
  } catch {
    return undefined;
  }
}

function assertReads(bodies: Bodies, body: string): void {
  const wanted = plainly(body);
  if (wanted === undefined) assert.throws(() => bodies.read(body), SyntaxError, body);
  else assertIs(bodies, body, wanted);
}

function assertIs(bodies: Bodies, body: string, wanted: { payload: unknown; written: string }): void {
  const { payload, written } = bodies.read(body);
  assert.deepEqual({ payload, written: written.text }, wanted, body);
}

/** Sends a body through a client that writes it, and returns what that wrote. */
function assertGoes(bodies: Bodies, body: object): string {
  const written = JSON.stringify(body);
  const short = JSON.stringify(bodies.shortened(body));
  assertIs(bodies, short, { payload: JSON.parse(written), written });
  return short;
}

const item = fc.oneof(
  fc.constantFrom(1, 12, 0.5, null, true, '', ']', ',', '"', '{"a":1}', []),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.record({ role: fc.constantFrom('user', 'assistant'), content: fc.string({ maxLength: 400 }) }),
  fc.dictionary(
    fc.constantFrom('a', '2', '10', '__proto__', 'messages'),
    fc.oneof(fc.nat(), fc.array(fc.nat())),
  ),
);
const messages = fc.array(item, { maxLength: 6 });

describe('the bodies of a conversation', () => {
  it('sends a conversation that grows, branches off and is cut to the byte as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(
        messages,
        fc.array(fc.record({ keep: fc.nat({ max: 6 }), added: messages, tools: messages }), {
          maxLength: 6,
        }),
        (first, turns) => {
          const bodies = opened();
          let now = first;
          assertGoes(bodies, { model: 'm', messages: now, stream: true });
          for (const { keep, added, tools } of turns) {
            now = [...now.slice(0, keep), ...added];
            assertGoes(bodies, { model: 'm', messages: now, tools, stream: true });
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads whatever else stands behind what it knows, and what is no JSON, as JSON.parse does', () => {
    const signs = fc.constantFrom(
      ',',
      ']',
      '}',
      '[',
      '{',
      '"',
      ' ',
      '1',
      ',1',
      ',]',
      ':',
      ',"messages":[]',
      ',"a":1',
      ',"__proto__":{}',
      '\\',
    );
    fc.assert(
      fc.property(
        messages,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), signs), { maxLength: 4 }),
        (list, cuts) => {
          const bodies = opened();
          const known = JSON.stringify({ model: 'm', messages: [...list, 'last'], stream: true });
          assertReads(bodies, known);
          for (const [from, length, put] of cuts) {
            const at = from % (known.length + 1);
            assertReads(bodies, known.slice(0, at) + put + known.slice(at + length));
            // What was refused or read meanwhile does not lead it astray.
            assertReads(bodies, known);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  const known = '{"model":"m","messages":[{"a":1},{"b":[2]},3],"stream":true}';
  const others = [
    ['a key that comes twice', '{"model":"m","messages":[{"a":1},{"b":[2]},3],"messages":[4]}'],
    [
      'a key that comes twice, after more items',
      '{"model":"m","messages":[{"a":1},{"b":[2]},3,4],"messages":[]}',
    ],
    [
      'a key that comes twice, written in another way',
      '{"model":"m","messages":[{"a":1},{"b":[2]},3],"\\u006dodel":"n"}',
    ],
    ['a comma with nothing behind it', '{"model":"m","messages":[{"a":1},{"b":[2]},3,],"stream":true}'],
    ['a number that goes on', '{"model":"m","messages":[{"a":1},{"b":[2]},31],"stream":true}'],
    ['a number that ends with the body', '{"model":"m","messages":[{"a":1},{"b":[2]},3'],
    ['an item that becomes another', '{"model":"m","messages":[{"a":1},{"b":[2]}3],"stream":true}'],
    ['a list that ends early', '{"model":"m","messages":[{"a":1}],"stream":true}'],
    ['a list that ends twice', '{"model":"m","messages":[{"a":1}]],"stream":true}'],
    ['blanks', '{"model":"m","messages":[{"a":1}, {"b":[2]},3],"stream":true}'],
    ['keys that are numbers', '{"model":"m","messages":[{"a":1}],"b":1,"1":2}'],
    ['something behind it', '{"model":"m","messages":[{"a":1},{"b":[2]},3],"stream":true} '],
    ['nothing', ''],
  ] as const;
  for (const [what, body] of others) {
    it(`reads ${what}`, () => {
      const bodies = opened();
      assertReads(bodies, known);
      assertReads(bodies, body);
      assertReads(bodies, known);
    });
  }

  const turn = (n: number): object => ({ role: 'user', content: `turn ${n} ${'word '.repeat(200)}` });
  const body = (turns: number, ...more: readonly object[]): object => ({
    model: 'm',
    messages: [...Array.from({ length: turns }, (_, n) => turn(n)), ...more],
    stream: true,
  });

  it('hands of a body that grows only what is new to the client', () => {
    const bodies = opened();
    assertGoes(bodies, body(50));
    for (const turns of [51, 52, 60, 59]) {
      const short = assertGoes(bodies, body(turns));
      assert.ok(short.length < 8_500, `${short.length} characters`);
    }
    // Tools as well, which are the same each time.
    const tools = [{ name: 'a', description: 'word '.repeat(200) }, { name: 'b' }];
    for (const turns of [60, 61, 62]) {
      const short = assertGoes(bodies, { ...body(turns), tools });
      if (turns > 60) assert.ok(short.length < 1_500, `${short.length} characters`);
    }
    // An earlier turn was written anew.
    assert.ok(assertGoes(bodies, body(20, { role: 'user', content: 'other' })).length < 300);
    assert.ok(assertGoes(bodies, body(21)).length < 1_500);
  });

  it('are of any number of items', () => {
    const bodies = opened();
    const many = Array.from({ length: 200_000 }, (_, n) => n);
    for (const more of [[], [1]]) assertGoes(bodies, { model: 'm', messages: [...many, ...more] });
  });

  it('has the same pieces for what is the same', () => {
    const bodies = opened();
    const [one, two] = [50, 52].map((turns) => bodies.read(JSON.stringify(bodies.shortened(body(turns)))));
    const shared = two?.written.pieces.filter((piece) => one?.written.pieces.includes(piece));
    assert.equal(shared?.length, 50 + 2);
    assert.equal(two?.written.pieces.length, 52 + 2);
  });

  it('is not led astray by another request on its way', () => {
    const bodies = opened();
    assertGoes(bodies, body(3));
    const [first, second] = [body(4), body(2, turn(9))];
    const [one, two] = [first, second].map((whole) => JSON.stringify(bodies.shortened(whole)));
    for (const [short, whole] of [
      [two, second],
      [one, first],
    ] as const)
      assert.equal(bodies.read(short ?? '').written.text, JSON.stringify(whole));
  });

  it('refuses what was left out of another body, twice, or too long ago', () => {
    const bodies = opened();
    const others = opened();
    for (const each of [bodies, others]) assertGoes(each, body(3));
    const short = JSON.stringify(bodies.shortened(body(4)));
    assert.throws(() => others.read(short), SyntaxError);
    bodies.read(short);
    assert.throws(() => bodies.read(short), SyntaxError);
    const old = JSON.stringify(bodies.shortened(body(5)));
    for (let n = 0; n < 32; n++) bodies.shortened(body(5));
    assert.throws(() => bodies.read(old), SyntaxError);
  });

  it('takes what only looks like what it leaves out for what it is', () => {
    const bodies = opened();
    assertGoes(bodies, body(3));
    const short = JSON.stringify(bodies.shortened(body(3)));
    const left = (JSON.parse(short) as { readonly messages: readonly unknown[] }).messages[0];
    const said = { role: 'user', content: JSON.stringify(left), more: left };
    // Within an item it means nothing, and the item goes as it stands there.
    assertGoes(bodies, body(2, said));
  });

  it('takes an item in another order, or with a value that JSON leaves out, for another', () => {
    for (const other of [
      { content: 'a', role: 'user' },
      { role: 'user', content: 'a', more: undefined },
      { role: 'user', content: ['a'] },
      { role: 'user' },
    ]) {
      const bodies = opened();
      assertGoes(bodies, { messages: [{ role: 'user', content: 'a' }] });
      const written = JSON.stringify({ messages: [other] });
      const { written: goes } = bodies.read(JSON.stringify(bodies.shortened({ messages: [other] })));
      assert.equal(goes.text, written);
    }
  });
});
