import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isOver, readEntries } from '../../../../src/wire/ledger/entries.ts';
import type { Outcome } from '../../../../src/wire/ledger/ledger.ts';
import { endedLine, readLine, sentLine } from '../../../../src/wire/ledger/line.ts';
import { receiptOf } from './receipts.ts';

const OUTCOME: Outcome = {
  at: Date.parse('2026-11-20T10:05:00Z'),
  how: 'failed',
  reason: 'rate-limited',
  sent: 'yes',
  status: 429,
  requestId: 'req_011CabcDEF',
};

describe('the lines of the ledger', () => {
  it('come back as they were written', () => {
    const receipt = receiptOf(1);
    assert.deepEqual(readLine(sentLine(receipt)), { type: 'sent', ...receipt });
    assert.deepEqual(readLine(endedLine(receipt.id, OUTCOME)), { type: 'ended', id: receipt.id, ...OUTCOME });
  });

  it('are one line each, short enough to be written at once, whatever the policy', () => {
    const fact = receiptOf(1).facts[0];
    assert.ok(fact);
    const facts = Array.from({ length: 2_000 }, () => ({ ...fact, value: 'x\n'.repeat(60) }));
    const line = sentLine(receiptOf(1, { facts }));
    assert.ok(line.length <= 16_384 && !line.includes('\n'));
    assert.equal(readLine(line).type, 'sent');
  });

  it('say what they are where they cannot be read', () => {
    const line = sentLine(receiptOf(1));
    const damaged = [
      '',
      'null',
      '[]',
      '{}',
      line.slice(0, -1),
      `${line}}`,
      line.replace('"v":1', '"v":0'),
      line.replace('"v":1', '"v":"1"'),
      line.replace('"type":"sent"', '"type":"other"'),
      line.replace('"bytes":1234', '"bytes":-1'),
      line.replace('T10:01:00.000Z', ''),
      line.replace('2026-11-20T', '2026-13-40T'),
      line.replace('"until"', '"since"'),
    ];
    for (const text of damaged) assert.equal(readLine(text).type, 'damaged', text.slice(0, 40));
    for (const text of ['{"v":2}', line.replace('"v":1', '"v":2'), '{"v":3,"type":"sent"}'])
      assert.equal(readLine(text).type, 'newer');
  });

  it('are put together by request, the newest first, over files', () => {
    const [a, b] = [receiptOf(1), receiptOf(2)];
    const first = `${sentLine(a)}\n${sentLine(b).slice(0, 50)}\n`;
    const second = `${sentLine(b)}\n${endedLine(a.id, OUTCOME)}\n{"v":2}\n`;
    const { entries, damaged, newer, leftOut } = readEntries([first, second]);
    assert.deepEqual(
      entries.map(({ sent, ended }) => [sent.id, ended?.status]),
      [
        [b.id, undefined],
        [a.id, 429],
      ],
    );
    assert.deepEqual([damaged, newer, leftOut], [1, 1, 0]);
    assert.equal(readEntries([first, second], 1).leftOut, 1);
  });

  it('are over once nothing of them may be held', () => {
    const file = (...receipts: ReturnType<typeof receiptOf>[]): string =>
      receipts.map((one) => `${sentLine(one)}\n`).join('');
    const held = receiptOf(1);
    const nothing = receiptOf(2, { held: { content: { is: 'nothing' }, flagged: null } });
    const flagged = receiptOf(3, {
      held: { content: { is: 'nothing' }, flagged: { is: 'until', day: '2028-11-20' } },
    });
    const open = receiptOf(4, { held: { content: { is: 'open', why: 'unknown' }, flagged: null } });
    assert.ok(!isOver(file(held), '2026-12-20'));
    assert.ok(isOver(file(held, nothing), '2026-12-21'));
    assert.ok(!isOver(file(held, flagged), '2026-12-21'));
    assert.ok(isOver(file(held, flagged), '2028-11-21'));
    assert.ok(!isOver(file(open), '9999-01-01'));
    assert.ok(!isOver('{"v":2}\n', '9999-01-01'));
  });
});
