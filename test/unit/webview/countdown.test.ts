import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { clock, Countdown } from '../../../src/webview/countdown.ts';

describe('a countdown', () => {
  it('shows a time as a clock does, and never one that is too short', () => {
    const rows = [
      [0, '0:00'],
      [-3, '0:00'],
      [0.2, '0:01'],
      [7, '0:07'],
      [60, '1:00'],
      [750, '12:30'],
      [3600, '60:00'],
    ] as const;
    for (const [seconds, shown] of rows) assert.equal(clock(seconds), shown);
  });

  it('tells the seconds that are left, each once, and then that it is over', async () => {
    const told: number[] = [];
    await new Promise<void>((resolve) => {
      new Countdown((left) => {
        told.push(left);
        if (left === 0) resolve();
      }).start(0.05);
    });
    assert.deepEqual(told, [1, 0]);
  });

  it('tells nothing once it is stopped', () => {
    const told: number[] = [];
    const countdown = new Countdown((left) => told.push(left));
    countdown.start(10);
    countdown.stop();
    assert.deepEqual(told, [10]);
  });
});
