import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { WireFault } from '../../../src/wire/fault.ts';
import { type Patience, patienceWith } from '../../../src/wire/patience.ts';
import { patientBody } from '../../../src/wire/patient-body.ts';
import { within } from '../../../src/wire/within.ts';
import { ManualTimers } from './manual-timers.ts';

const LIMITS: Patience = {
  firstByte: 1000,
  betweenChunks: 100,
  betweenEvents: 5000,
  longestAnswer: 10_000,
  longestEvent: 1000,
};

describe('a body that is read with patience', () => {
  let timers: ManualTimers;
  let source: ReadableStreamDefaultController<Uint8Array>;
  let reader: ReadableStreamDefaultReader<Uint8Array>;
  let closed: boolean;
  let ended: unknown;

  beforeEach(() => {
    timers = new ManualTimers();
    closed = false;
    ended = undefined;
    const from = new ReadableStream<Uint8Array>({ start: (controller) => void (source = controller) });
    reader = patientBody(from, {
      patience: LIMITS,
      timers,
      errorOf: () => new WireFault('cut-off', 'yes'),
      close: () => (closed = true),
    }).getReader();
  });

  /** Lets time pass, then a piece come in. @returns what was read, or the reason it ended with. */
  async function after(milliseconds: number, piece: string): Promise<string> {
    const reading = reader.read().then(
      ({ value }) => new TextDecoder().decode(value),
      (error: unknown) => {
        ended = error;
        return error instanceof WireFault ? error.reason : String(error);
      },
    );
    await new Promise(setImmediate);
    timers.pass(milliseconds);
    if (ended === undefined) source.enqueue(new TextEncoder().encode(piece));
    return reading;
  }

  it('waits long for the first byte, and less from then on', async () => {
    assert.equal(await after(999, 'x'), 'x');
    assert.equal(await after(99, 'y'), 'y');
    assert.equal(await after(1, 'z'), 'stalled');
    assert.equal(closed, true);
  });

  it('does not take single bytes for progress, but whole lines', async () => {
    assert.equal(await after(10, 'data: '), 'data: ');
    for (let i = 0; i < 9; i += 1) assert.equal(await after(10, 'x'), 'x');
    assert.equal(await after(10, 'x'), 'stalled');
  });

  it('goes on for as long as lines come, such as a host sends to keep the connection alive', async () => {
    for (let i = 0; i < 50; i += 1) assert.equal(await after(90, ': still here\n'), ': still here\n');
  });

  it('goes on for as long as many bytes come', async () => {
    const piece = 'x'.repeat(32);
    assert.equal(await after(0, piece), piece);
    // 256 bytes in 80 ms each time.
    for (let i = 0; i < 24; i += 1) assert.equal(await after(10, piece), piece);
  });

  it('does not count the time in which nobody reads', async () => {
    assert.equal(await after(0, 'x\n'), 'x\n');
    timers.pass(100_000);
    assert.equal(await after(99, 'y\n'), 'y\n');
  });

  it('ends at the longest an event, and an answer, may be', async () => {
    const event = `${'x'.repeat(900)}\n\n`;
    for (let i = 0; i < 11; i += 1) assert.equal(await after(0, event), event);
    assert.equal(await after(0, event), 'answer-too-long');
    assert.equal(closed, true);
  });

  it('counts an event until an empty line, however lines end', async () => {
    for (const end of ['\n\n', '\r\r', '\r\n\r\n']) {
      assert.notEqual(await after(0, 'x'.repeat(600) + end), 'answer-too-long');
    }
    for (const line of ['\r\n', '\n']) assert.equal(await after(0, `y${line}`), `y${line}`);
    assert.equal(await after(0, 'x'.repeat(1001)), 'answer-too-long');
  });

  it('says what the source ended with, and leaves no timer', async () => {
    assert.equal(await after(0, 'x'), 'x');
    source.error(new Error('reset'));
    await assert.rejects(reader.read(), { reason: 'cut-off', sent: 'yes' });
    assert.deepEqual([closed, timers.waiting], [true, 0]);
  });

  it('closes the connection when nobody wants the rest', async () => {
    assert.equal(await after(0, 'x'), 'x');
    await reader.cancel();
    assert.deepEqual([closed, timers.waiting], [true, 0]);
  });
});

describe('parts of an answer', () => {
  it('have to come within a time, though the connection is kept alive', async () => {
    const timers = new ManualTimers();
    let come: (text: string) => void = () => undefined;
    async function* source(): AsyncGenerator<string> {
      for (;;) yield await new Promise<string>((resolve) => (come = resolve));
    }
    const parts = within(source(), 100, timers, () => new WireFault('stalled', 'yes'));
    const first = parts.next();
    await new Promise(setImmediate);
    timers.pass(99);
    come('part');
    assert.equal((await first).value, 'part');
    const second = parts.next();
    await new Promise(setImmediate);
    timers.pass(100);
    await assert.rejects(second, { reason: 'stalled' });
    assert.equal(timers.waiting, 0);
  });
});

describe('patience', () => {
  it('is a little shorter than what would end it with less to say, and longest for this machine', () => {
    const [here, there] = [patienceWith(true), patienceWith(false)];
    assert.ok(there.firstByte < 300_000 && there.betweenChunks < 300_000);
    assert.ok(here.firstByte < 600_000 && here.firstByte > there.firstByte);
  });
});
