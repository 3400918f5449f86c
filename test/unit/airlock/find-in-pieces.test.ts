import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { findInPieces } from '../../../src/airlock/find-in-pieces.ts';
import { jsonStringsIn } from '../../../src/airlock/json-strings.ts';
import { type Finding, ScanFailure } from '../../../src/detect/finding.ts';
import { plainScan } from './opened.ts';
import { ANTHROPIC, called, CHAT, openIn, rehearsed, says, tool } from './rehearsed.ts';

describe('a piece that is JSON', () => {
  for (const content of [
    'pw: Dumpling_House',
    'dig git.platform.internal',
    'ENV API_TOKEN q8Zr2LmX0vTn5KcP1sYd',
    '| Name | DNI | City |\n|---|---|---|\n| Anna Berg | 05256287 | Ulm |\n',
    'host\tuser\tpassword\ndb1\troot\tHafer!Brei77',
    '姓：長谷川\n名：雄大\n出身地：長野県松本市\n国籍：日本\n',
    'Anschrift: Kastanienallee 8, 10435 Berlin',
  ])
    it(`leaves without what only its text shows: ${JSON.stringify(content)}`, async () => {
      const values = await found(content);
      for (const route of [CHAT, ANTHROPIC]) {
        for (const messages of [
          called({ content }),
          [tool({ description: content, parameters: {} }), says('user', 'x')],
        ]) {
          const airlock = openIn();
          const { texts } = await rehearsed(airlock, airlock.newConversation(), messages, { route });
          const sent = texts.join('\n');
          assert.ok(values.length > 0 && values.every((value) => !sent.includes(value)), sent);
        }
      }
    });

  it('is found whole in its texts, with the places of the piece', async () => {
    const text = JSON.stringify({ a: ['x\ty', { 'some é\u0001 key': 'pw: Dumpling_House' }] });
    const [findings = []] = await findInPieces(plainScan, [
      { role: 'assistant', text, part: { type: 'tool-call', id: 'c', name: 'n' } },
    ]);
    assert.deepEqual(
      findings.map(({ start, end }) => text.slice(start, end)),
      ['Dumpling_House'],
    );
  });

  it('is asked about at once with all others, and no text of another kind is taken apart', async () => {
    const asked: (readonly string[])[] = [];
    const scan = (texts: readonly string[]): Promise<readonly (readonly Finding[])[]> => {
      asked.push(texts);
      return Promise.resolve(texts.map(() => []));
    };
    const json = '{"content":"some\\nwords"}';
    const call = { type: 'tool-call', id: 'c', name: 'n' } as const;
    await findInPieces(scan, [says('user', json), { role: 'assistant', text: json, part: call }]);
    assert.deepEqual(asked, [[json, json, 'some\nwords']]);
  });

  it('is refused where the scan answers for fewer texts than it was asked', async () => {
    const piece = {
      role: 'system',
      text: '{"description":"words"}',
      part: { type: 'tool', name: 'n' },
    } as const;
    const short = findInPieces((texts) => Promise.resolve(texts.slice(1).map(() => [])), [piece]);
    await assert.rejects(short, ScanFailure);
  });
});

describe('the strings of JSON', () => {
  it('are those that it holds, each place where it stands', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 8 })), (strings) => {
        const json = JSON.stringify(strings);
        const own = jsonStringsIn(json);
        assert.deepEqual(
          own.map(({ text }) => text),
          strings,
        );
        for (const { text, placeOf } of own)
          for (let at = 0; at < text.length; at++)
            assert.equal(JSON.parse(`"${json.slice(placeOf(at), placeOf(at + 1))}"`), text.charAt(at));
      }),
    );
  });

  it('are told apart in what is none', () => {
    assert.deepEqual(
      jsonStringsIn('{"not closed\\"').map(({ text }) => text),
      [],
    );
    assert.deepEqual(
      jsonStringsIn('["no such \\q escape", "another one"]').map(({ text }) => text),
      ['no such \\q escape', 'another one'],
    );
  });
});

async function found(text: string): Promise<readonly string[]> {
  const [findings = []] = await plainScan([text]);
  return findings.map(({ start, end }) => text.slice(start, end)).filter((value) => value.length > 3);
}
