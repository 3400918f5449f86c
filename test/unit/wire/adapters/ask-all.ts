/** Asks the server at the address it is given in each format and prints what came back; run as a program of its own. */
import type { WireFormat } from '../../../../src/wire/format.ts';
import { sendCleared } from '../../../../src/wire/send.ts';
import { networkTransport } from '../../../../src/wire/transport.ts';
import { clearedFor, collect } from './clearing.ts';

const [origin = ''] = process.argv.slice(2);

// As a program that traces what it does would: whoever asks is handed what is sent.
const tracer = {
  startSpan: (name: string, options: unknown) => {
    console.log('a span was started', name, JSON.stringify(options));
    const span: Record<string, unknown> = {
      spanContext: () => ({
        traceId: '0af7651916cd43dd8448eb211c80319c',
        spanId: 'b7ad6b7169203331',
        traceFlags: 1,
      }),
      isRecording: () => true,
    };
    for (const name of [
      'setAttribute',
      'setAttributes',
      'addEvent',
      'setStatus',
      'updateName',
      'end',
      'recordException',
    ])
      span[name] = (...given: unknown[]) => (console.log(name, JSON.stringify(given)), span);
    return span;
  },
};
Object.assign(globalThis, {
  [Symbol.for('opentelemetry.js.api.1')]: { version: '1.9.0', trace: { getTracer: () => tracer } },
});

for (const format of ['chat-completions', 'responses', 'messages'] satisfies WireFormat[]) {
  const cleared = await clearedFor(format, `${origin}/v1`, { model: 'claude-sonnet-4-5' });
  const answer = sendCleared(cleared, {
    // What is looked for is tried elsewhere.
    scan: (texts) => Promise.resolve(texts.map(() => [])),
    transport: networkTransport(fetch),
    key: 'made-up-key',
    signal: new AbortController().signal,
  });
  console.log(format, JSON.stringify(await collect(answer).catch((error: Error) => error.message)));
}
