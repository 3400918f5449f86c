import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ScanReply, ScanRequest } from '../../../src/detect/serve.ts';
import type { RemoteScanner } from '../../../src/detect/supervise.ts';
import { superviseSeveral } from '../../../src/detect/supervise-several.ts';

/** Scanners that answer when they are told to. */
function held() {
  const all: { readonly asked: ScanRequest[]; killed: boolean; answer: () => void }[] = [];
  const spawn = (): RemoteScanner => {
    const asked: ScanRequest[] = [];
    let reply: (reply: ScanReply) => void = () => undefined;
    const one = {
      asked,
      killed: false,
      answer: () => {
        const { id = 0, texts = [] } = asked.at(-1) ?? {};
        reply({ id, findings: texts.map(() => []) });
      },
    };
    all.push(one);
    return {
      post: (request) => void asked.push(request),
      onReply: (listener) => (reply = listener),
      onExit: () => undefined,
      kill: () => (one.killed = true),
    };
  };
  return { all, spawn };
}

describe('several scanners', () => {
  it('start when they are needed, and the one with the least to do gets the next texts', async () => {
    const { all, spawn } = held();
    const { scan } = superviseSeveral(2, { spawn });
    const first = scan(['a long text']);
    const second = scan(['short']);
    const third = scan(['x']);
    assert.deepEqual(
      all.map(({ asked }) => asked.map(({ texts }) => texts)),
      [[['a long text']], [['short']]],
    );
    all[1]?.answer();
    await second;
    assert.deepEqual(all[1]?.asked[1]?.texts, ['x']);
    all[1]?.answer();
    all[0]?.answer();
    assert.deepEqual([await first, await third], [[[]], [[]]]);
  });

  it('end all together, and what was asked is rejected', async () => {
    const { all, spawn } = held();
    const several = superviseSeveral(3, { spawn });
    const asked = Promise.allSettled(['a', 'b', 'c', 'd'].map((text) => several.scan([text])));
    several.dispose();
    assert.deepEqual(
      (await asked).map(({ status }) => status),
      Array.from({ length: 4 }, () => 'rejected'),
    );
    assert.deepEqual(
      all.map(({ killed }) => killed),
      [true, true, true],
    );
  });
});
