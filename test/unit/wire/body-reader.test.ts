import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { BodyReader } from '../../../src/wire/body-reader.ts';
import { WrittenTexts } from '../../../src/wire/written-texts.ts';

const reader = (): BodyReader => new BodyReader(new WrittenTexts());

/** What a body says and comes to, by the platform alone; undefined where it is no JSON. */
function plainly(body: string): { payload: unknown; written: string } | undefined {
  try {
    const payload: unknown = JSON.parse(body);
    return { payload, written: JSON.stringify(payload) };
  } catch {
    return undefined;
  }
}

function assertReads(bodies: BodyReader, body: string): void {
  const wanted = plainly(body);
  if (wanted === undefined) assert.throws(() => bodies.read(body), SyntaxError, body);
  else assert.deepEqual(bodies.read(body), wanted, body);
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

describe('reading the bodies of a conversation', () => {
  it('reads a conversation that grows, branches off and is cut as JSON.parse does', () => {
    fc.assert(
      fc.property(
        messages,
        fc.array(fc.record({ keep: fc.nat({ max: 6 }), added: messages, tools: messages }), {
          maxLength: 6,
        }),
        (first, turns) => {
          const bodies = reader();
          let now = first;
          assertReads(bodies, JSON.stringify({ model: 'm', messages: now, stream: true }));
          for (const { keep, added, tools } of turns) {
            now = [...now.slice(0, keep), ...added];
            assertReads(bodies, JSON.stringify({ model: 'm', messages: now, tools, stream: true }));
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
          const bodies = reader();
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
      const bodies = reader();
      assertReads(bodies, known);
      assertReads(bodies, body);
      assertReads(bodies, known);
    });
  }

  it('parses of a body that grows only what is new', () => {
    const bodies = reader();
    const item = (n: number): unknown => ({ role: 'user', content: `turn ${n} ${'word '.repeat(200)}` });
    const body = (turns: number): string =>
      JSON.stringify({
        model: 'm',
        messages: Array.from({ length: turns }, (_, n) => item(n)),
        stream: true,
      });
    bodies.read(body(50));
    const { parse } = JSON;
    let parsed = 0;
    JSON.parse = (text: string): unknown => {
      parsed += text.length;
      return parse(text);
    };
    try {
      for (const turns of [51, 52, 60, 59]) bodies.read(body(turns));
    } finally {
      JSON.parse = parse;
    }
    // Ten items in all; those are about a thousand characters each.
    assert.ok(parsed < 11_500, `${parsed} characters`);
  });
});
