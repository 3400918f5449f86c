import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { Stopped } from '../../../../src/wire/stopped.ts';
import { type FaultServer, freePort, head, startFaultServer } from '../../../servers/fault-server.ts';
import { ManualTimers } from '../manual-timers.ts';
import { findsNothing, send, WAYS } from './sending.ts';
import { SPOKEN } from './spoken.ts';

const STREAM = head(200, { 'content-type': 'text/event-stream' });

function sentOf(error: unknown): string {
  assert.ok(error instanceof Stopped, String(error));
  assert.equal(error.name, 'AbortError');
  return error.sent;
}

for (const [how, way] of Object.entries(WAYS)) {
  for (const { format, begin, text, end } of SPOKEN) {
    describe(`stopping a request of ${format} by ${how}`, () => {
      let server: FaultServer;
      beforeEach(async () => {
        server = await startFaultServer();
      });
      afterEach(() => server.close());

      it('before it is sent: nothing was', async () => {
        const { error } = await send({ baseUrl: server.baseUrl, format, way, signal: AbortSignal.abort() });
        assert.equal(sentOf(error), 'no');
        assert.equal(server.counts.connections, 0);
      });

      it('during the last look: nothing was', async () => {
        const stop = new AbortController();
        const scan = (texts: readonly string[]) => {
          stop.abort();
          return findsNothing(texts);
        };
        const { signal } = stop;
        const { error } = await send({ baseUrl: server.baseUrl, format, way, signal, more: { scan } });
        assert.equal(sentOf(error), 'no');
        assert.equal(server.counts.connections, 0);
      });

      it('while it waits: it may have arrived, and the connection is gone within 100 ms', () =>
        promptly(async () => {
          const stop = new AbortController();
          const before = server.bodies.length;
          const sending = send({ baseUrl: server.baseUrl, format, way, signal: stop.signal });
          await server.arrival(before + 1);
          const began = performance.now();
          stop.abort();
          assert.equal(sentOf((await sending).error), 'unknown');
          return began;
        }));

      it('in the answer: it had arrived, what came is kept, and the connection is gone within 100 ms', () =>
        promptly(async () => {
          server.behave({ does: 'write', pieces: [STREAM, begin, text('half')], last: 'hold' });
          const stop = new AbortController();
          let began = 0;
          const onText = (): void => {
            began = performance.now();
            stop.abort();
          };
          const { signal } = stop;
          const came = await send({ baseUrl: server.baseUrl, format, way, signal, onText });
          assert.deepEqual([sentOf(came.error), came.text], ['yes', 'half']);
          return began;
        }));

      /** Stops, up to three times: a machine that is busy with something else may take longer once. */
      async function promptly(stop: () => Promise<number>): Promise<void> {
        const times: number[] = [];
        while (times.length < 3 && !times.some((time) => time < 100)) {
          const began = await stop();
          await server.quiet();
          times.push(performance.now() - began);
        }
        assert.ok(Math.min(...times) < 100, times.join(', '));
      }

      it('in an answer that pours in: at once', async () => {
        server.behave({ does: 'pour', head: STREAM + begin, piece: text('again ') });
        const stop = new AbortController();
        const came = await send({
          baseUrl: server.baseUrl,
          format,
          way,
          signal: stop.signal,
          onText: () => stop.abort(),
        });
        assert.equal(sentOf(came.error), 'yes');
        await server.quiet();
      });

      it('after it is over: an answer is an answer', async () => {
        server.behave({ does: 'write', pieces: [STREAM, begin, text('all'), end], last: 'end' });
        const stop = new AbortController();
        const came = await send({ baseUrl: server.baseUrl, format, way, signal: stop.signal });
        stop.abort();
        assert.deepEqual(came, { text: 'all', error: undefined });
      });

      it('between two tries: nothing was sent, and there is no further one', async () => {
        const stop = new AbortController();
        const timers = new ManualTimers();
        const baseUrl = `http://127.0.0.1:${await freePort()}/v1`;
        let passed = 0;
        const more = { timers, onPassed: () => (passed += 1) };
        const sending = send({ baseUrl, format, way, signal: stop.signal, more });
        while (!timers.asked.includes(400)) await new Promise(setImmediate);
        stop.abort();
        assert.equal(sentOf((await sending).error), 'no');
        assert.deepEqual([passed, timers.waiting], [1, 0]);
      });
    });
  }
}
