/**
 * What the last look adds to a request, how long it takes from Enter to the first byte out, and from Stop to the end of the
 * connection. Prints; asserts nothing.
 */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { createAirlock } from '../../src/airlock.ts';
import { rememberScans } from '../../src/detect/remember.ts';
import { customRoute } from '../../src/editor/custom-destination.ts';
import type { Transport } from '../../src/wire/gate.ts';
import { networkTransport } from '../../src/wire/transport.ts';
import { catalogue, plainScan } from '../unit/airlock/opened.ts';
import { denseText, proseText } from './redact-texts.ts';
import { freshReceiptKey } from '../../src/host/receipt-key.ts';

const KB = 1024;
const MB = 1024 * KB;
const BODY =
  'data: {"choices":[{"index":0,"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n';
const ANSWER = `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: ${BODY.length}\r\nconnection: close\r\n\r\n${BODY}`;

const ENDLESS =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n' +
  'data: {"choices":[{"index":0,"delta":{"content":"going on"}}]}\n\n';

function row(...cells: readonly string[]): void {
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(40) : cell.padStart(14))).join(''));
}

/** When the first byte of the last connection came, and when it was closed. */
let cameAt = 0;
let closed: Promise<number> = Promise.resolve(0);
/** Whether answers go on without end. */
let endless = false;
const server = createServer((socket) => {
  let length = Infinity;
  let seen = 0;
  socket.on('error', () => undefined);
  closed = new Promise((resolve) => socket.on('close', () => resolve(performance.now())));
  socket.once('data', () => (cameAt = performance.now()));
  socket.on('data', (chunk: Buffer) => {
    if (length === Infinity) {
      const head = chunk.indexOf('\r\n\r\n');
      const size = /content-length: (\d+)/i.exec(chunk.toString('latin1', 0, head))?.[1];
      length = head + 4 + Number(size ?? 0);
    }
    seen += chunk.length;
    if (seen < length) return;
    if (endless) socket.write(ENDLESS);
    else socket.end(ANSWER);
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const route = customRoute(
  { name: 'bench', baseUrl: `http://127.0.0.1:${port}/v1`, model: 'm', key: false, policyOf: 'openai-api' },
  false,
);

interface Send {
  /** From the call of `send` to the network: the client, the last look and the writing of the body. */
  readonly look: number;
  /** The bytes alone: the body parsed and written once more. */
  readonly bare: number;
  /** The text scanned by what does not remember the review. */
  readonly anew: number;
  /** From Enter to the moment the first byte is at the server. */
  readonly toFirstByte: number;
}

async function send(text: string): Promise<Send> {
  const scan = rememberScans(plainScan);
  let passedAt = 0;
  let body = '';
  let lookFrom = 0;
  const network = networkTransport(fetch);
  const transport: Transport = (request, signal) => {
    passedAt = performance.now();
    body = request.body.text;
    return network(request, signal);
  };
  const airlock = createAirlock({
    scan: (texts) => scan(texts),
    catalogue,
    transport,
    now: () => new Date(),
    receiptKey: freshReceiptKey,
  });
  const enter = performance.now();
  const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text }]);
  const cleared = await airlock.clear(review, 'redacted');
  lookFrom = performance.now();
  for await (const _ of airlock.send(cleared, { key: undefined, signal: new AbortController().signal })) {
    // Only when it left matters.
  }
  const look = passedAt - lookFrom;
  const toFirstByte = cameAt - enter;

  const bareFrom = performance.now();
  const sent: unknown = JSON.parse(body);
  JSON.stringify(sent);
  const bare = performance.now() - bareFrom;
  const anewFrom = performance.now();
  await plainScan([cleared.request.messages[0]?.content ?? '']);
  const anew = performance.now() - anewFrom;
  return { anew, look, bare, toFirstByte };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
const ms = (value: number): string => `${value.toFixed(2)} ms`;

console.log(`load ${loadavg()[0]?.toFixed(1)}\n`);
row('one prompt', 'last look p50', 'p95', 'JSON alone', 'a scan anew', 'Enter to', 'p95');
row('', '', '', '', '', 'first byte p50', '');
for (const [name, size, runs] of [
  ['4 KB', 4 * KB, 200],
  ['100 KB', 100 * KB, 60],
  ['1 MB', MB, 12],
] as const) {
  for (const [sort, make] of [
    ['prose, two findings', (n: number) => `${proseText(size - 60, n)} Write to user${n}@brightparcel.io.`],
    ['dense with secrets', (n: number) => denseText(size, n)],
  ] as const) {
    const all: Send[] = [];
    for (let n = 0; n < runs; n++) all.push(await send(make(n)));
    const counted = all.slice(runs >> 2);
    const of = (pick: (one: Send) => number): number[] => counted.map(pick);
    row(
      `${name}, ${sort}`,
      ms(median(of((one) => one.look))),
      ms(p95(of((one) => one.look))),
      ms(median(of((one) => one.bare))),
      ms(median(of((one) => one.anew))),
      ms(median(of((one) => one.toFirstByte))),
      ms(p95(of((one) => one.toFirstByte))),
    );
  }
}

/** From Stop, in the middle of an answer, to the moment the connection is closed at the server. */
async function stop(): Promise<number> {
  const airlock = createAirlock({
    scan: plainScan,
    catalogue,
    transport: networkTransport(fetch),
    now: () => new Date(),
    receiptKey: freshReceiptKey,
  });
  const review = await airlock.review(airlock.newConversation(), route, [{ role: 'user', text: 'hello' }]);
  const abort = new AbortController();
  let stoppedAt = 0;
  const cleared = await airlock.clear(review, 'as-decided');
  try {
    for await (const { type } of airlock.send(cleared, { key: undefined, signal: abort.signal })) {
      if (type !== 'answer') continue;
      stoppedAt = performance.now();
      abort.abort();
    }
  } catch {
    // It was stopped.
  }
  return (await closed) - stoppedAt;
}

endless = true;
const stops: number[] = [];
for (let n = 0; n < 60; n++) stops.push(await stop());
console.log('');
row('from Stop to the connection closed', ms(median(stops)), ms(p95(stops)));
server.close();
