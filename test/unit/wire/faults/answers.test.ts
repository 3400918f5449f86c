import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { WireFault } from '../../../../src/wire/fault.ts';
import type { Patience } from '../../../../src/wire/patience.ts';
import { type Behaviour, type FaultServer, head, startFaultServer } from '../../../servers/fault-server.ts';
import { send, WAYS } from './sending.ts';
import { type Spoken, SPOKEN } from './spoken.ts';

const STREAM = head(200, { 'content-type': 'text/event-stream' });
const CHUNKED = head(200, { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' });
const chunked = (piece: string): string => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`;
const JSON_HEAD = head(200, { 'content-type': 'application/json' });
const status = (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour => ({
  does: 'write',
  pieces: [head(code, { 'content-type': 'text/html', ...headers }), '<p>quotes my prompt</p>'],
  last: 'end',
});
const written = (...pieces: (string | Uint8Array)[]): Behaviour => ({ does: 'write', pieces, last: 'end' });

interface Case {
  readonly name: string;
  readonly behaviour: (spoken: Spoken) => Behaviour;
  /** Reason and where the bytes are; nothing where the answer is a whole one. */
  readonly is?: readonly [reason: string, sent: string];
  /** What had come of the answer. */
  readonly text?: string;
  readonly status?: number;
  readonly retryAfter?: number;
  readonly limits?: Partial<Patience>;
}

const STATUSES: readonly Case[] = [
  ...(
    [
      [302, 'redirected'],
      [400, 'bad-request'],
      [401, 'key-refused'],
      [402, 'payment'],
      [403, 'key-refused'],
      [404, 'not-found'],
      [408, 'too-slow-for-host'],
      [413, 'too-large'],
      [418, 'bad-request'],
      [422, 'bad-request'],
      [429, 'rate-limited'],
      [500, 'server-error'],
      [502, 'server-error'],
      [503, 'overloaded'],
      [504, 'gave-up-behind'],
      [529, 'overloaded'],
      [599, 'server-error'],
    ] as const
  ).map(([code, reason]) => ({
    name: `status ${code}`,
    behaviour: () => status(code),
    is: [reason, 'yes'] as const,
    status: code,
  })),
  ...(
    [
      ['7', 7],
      ['0', 0],
      ['1.5', 2],
      ['99999999999999999999', 366 * 86_400],
      ['-5', undefined],
      ['soon', undefined],
      ['', undefined],
      ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
      ['Fri, 31 Dec 9999 23:59:59 GMT', 366 * 86_400],
      ['Fri, 99 Foo 2026 23:59:59 GMT', undefined],
    ] as const
  ).map(([header, retryAfter]) => ({
    name: `Retry-After: ${header}`,
    behaviour: () => status(429, { 'retry-after': header }),
    is: ['rate-limited', 'yes'] as const,
    status: 429,
    ...(retryAfter !== undefined && { retryAfter }),
  })),
];

const STREAMS: readonly Case[] = [
  {
    name: 'a whole answer',
    behaviour: ({ begin, text, end }) => written(STREAM, begin, text('half '), text('whole'), end),
    text: 'half whole',
  },
  {
    name: 'an answer byte by byte',
    behaviour: ({ begin, text, end }) =>
      written(STREAM, ...[...Buffer.from(begin + text('schön 💡') + end)].map((byte) => Uint8Array.of(byte))),
    text: 'schön 💡',
  },
  {
    name: 'all ends of lines, a BOM, comments and events of no name that is known',
    behaviour: ({ begin, text, end }) =>
      written(
        STREAM,
        `\uFEFF: welcome\r\n\r\n${begin.replaceAll('\n', '\r\n')}: still here\r\r`,
        text('mixed').replaceAll('\n', '\r'),
        'id: 7\nretry: 10\n\n',
        end.replaceAll('\n', '\r\n'),
      ),
    text: 'mixed',
  },
  {
    name: 'no end of line at its end',
    behaviour: ({ begin, text, end }) => written(STREAM, begin, text('all'), end.trimEnd()),
    text: 'all',
  },
  {
    name: 'a stream that ends too soon',
    behaviour: ({ begin, text }) => written(STREAM, begin, text('half')),
    is: ['cut-off', 'yes'],
    text: 'half',
  },
  {
    name: 'a stream that is cut in a line',
    behaviour: ({ begin, text }) => ({
      does: 'write',
      pieces: [STREAM, begin, text('half'), text('lost').slice(0, 20)],
      last: 'reset',
    }),
    is: ['cut-off', 'yes'],
  },
  {
    name: 'chunks that are cut in a line',
    behaviour: ({ begin, text }) => ({
      does: 'write',
      pieces: [CHUNKED, ...[begin, text('half'), text('lost').slice(0, 20)].map(chunked)],
      last: 'reset',
    }),
    is: ['cut-off', 'yes'],
  },
  {
    name: 'chunks that end without their end',
    behaviour: ({ begin, text }) => written(CHUNKED, ...[begin, text('half')].map(chunked)),
    is: ['cut-off', 'yes'],
    text: 'half',
  },
  {
    name: 'fewer bytes than were promised',
    behaviour: ({ begin, text }) =>
      written(
        head(200, { 'content-type': 'text/event-stream', 'content-length': '9999' }),
        begin,
        text('half'),
      ),
    is: ['cut-off', 'yes'],
    text: 'half',
  },
  {
    name: 'chunks that are none',
    behaviour: ({ begin, text }) => written(CHUNKED, ...[begin, text('half')].map(chunked), 'zz\r\noops'),
    is: ['cut-off', 'yes'],
  },
  {
    name: 'nothing in a stream',
    behaviour: () => written(STREAM),
    is: ['cut-off', 'yes'],
    text: '',
  },
  {
    name: 'an event that is no JSON',
    behaviour: ({ begin, text, garbled }) => written(STREAM, begin, text('half'), garbled, text('never')),
    is: ['broken-stream', 'yes'],
    text: 'half',
  },
  {
    name: 'bytes of no meaning after a begin',
    behaviour: ({ begin, text }) =>
      written(STREAM, begin, text('half'), Buffer.from([0xff, 0xfe, 0, 1, 2, 0x80, 10, 10])),
    is: ['cut-off', 'yes'],
    text: 'half',
  },
  {
    name: 'an error in the stream',
    behaviour: ({ begin, text, errorEvent }) => written(STREAM, begin, text('half'), errorEvent, text('no')),
    is: ['error-in-answer', 'yes'],
    text: 'half',
  },
  {
    name: 'an error as the whole stream',
    behaviour: ({ errorEvent }) => written(STREAM, errorEvent),
    is: ['error-in-answer', 'yes'],
    text: '',
  },
];

const NO_STREAMS: readonly Case[] = [
  {
    name: 'an error in place of an answer, with status 200',
    behaviour: ({ errorBody }) => written(JSON_HEAD, errorBody),
    is: ['error-in-answer', 'yes'],
  },
  {
    name: 'the same without saying that it is JSON',
    behaviour: ({ errorBody }) => written(head(200), errorBody),
    is: ['error-in-answer', 'yes'],
  },
  {
    name: 'a page',
    behaviour: () =>
      written(head(200, { 'content-type': 'text/html; charset=utf-8' }), '<p>Sign in, my prompt</p>'),
    is: ['web-page', 'yes'],
  },
  {
    name: 'a page that is said to be JSON',
    behaviour: () => written(JSON_HEAD, '\n <!DOCTYPE html><html>'),
    is: ['web-page', 'yes'],
  },
  { name: 'half a JSON', behaviour: () => written(JSON_HEAD, '{"choices":['), is: ['not-an-answer', 'yes'] },
  { name: 'other JSON', behaviour: () => written(JSON_HEAD, '{"ok":true}'), is: ['not-an-answer', 'yes'] },
  { name: 'nothing', behaviour: () => written(JSON_HEAD), is: ['not-an-answer', 'yes'] },
  {
    name: 'something that is no HTTP',
    behaviour: () => written('SSH-2.0-OpenSSH_9.9\r\n'),
    is: ['not-an-answer', 'unknown'],
  },
  {
    name: 'headers without end',
    behaviour: () => ({ does: 'pour', head: 'HTTP/1.1 200 OK\r\n', piece: `x: ${'y'.repeat(4000)}\r\n` }),
    is: ['not-an-answer', 'unknown'],
  },
  { name: 'a reset', behaviour: () => ({ does: 'reset' }), is: ['connection-lost', 'unknown'] },
  { name: 'a hang-up', behaviour: () => written(''), is: ['connection-lost', 'unknown'] },
];

const ENDLESS: readonly Case[] = [
  {
    name: 'an endless answer',
    behaviour: ({ begin, text }) => ({ does: 'pour', head: STREAM + begin, piece: text('again ') }),
    is: ['answer-too-long', 'yes'],
    limits: { longestAnswer: 300_000 },
  },
  {
    name: 'an endless line',
    behaviour: ({ begin, text }) => ({
      does: 'pour',
      head: `${STREAM}${begin}${text('half')}data: {"`,
      piece: 'x'.repeat(5000),
    }),
    is: ['answer-too-long', 'yes'],
    text: 'half',
    limits: { longestEvent: 300_000 },
  },
  {
    name: 'an endless JSON',
    behaviour: () => ({ does: 'pour', head: `${JSON_HEAD}{"`, piece: 'x'.repeat(5000) }),
    is: ['answer-too-long', 'yes'],
    limits: { longestEvent: 300_000 },
  },
];

const SLOW: readonly Case[] = [
  {
    name: 'no answer',
    behaviour: () => ({ does: 'silence' }),
    is: ['no-first-byte', 'unknown'],
    limits: { firstByte: 60 },
  },
  {
    name: 'headers that drip',
    behaviour: () => ({ does: 'drip', head: 'HTTP/1.1 200 OK\r\nx:', bytes: ' y', every: 4 }),
    is: ['no-first-byte', 'unknown'],
    limits: { firstByte: 60 },
  },
  {
    name: 'no first byte after the headers',
    behaviour: () => ({ does: 'write', pieces: [STREAM], last: 'hold' }),
    is: ['stalled', 'yes'],
    limits: { firstByte: 400 },
  },
  {
    name: 'a standstill in the answer',
    // In one piece, so that no part of it is late on a machine that is busy.
    behaviour: ({ begin, text }) => ({
      does: 'write',
      pieces: [STREAM + begin + text('half')],
      last: 'hold',
    }),
    is: ['stalled', 'yes'],
    text: 'half',
    limits: { betweenChunks: 60 },
  },
  {
    name: 'an answer that drips',
    behaviour: ({ begin, text }) => ({
      does: 'drip',
      head: `${STREAM}${begin}${text('half')}data: {"`,
      bytes: 'x',
      every: 4,
    }),
    is: ['stalled', 'yes'],
    text: 'half',
    limits: { betweenChunks: 60 },
  },
];

const TABLE: Readonly<Record<string, readonly Case[]>> = {
  statuses: STATUSES,
  streams: STREAMS,
  'what is no stream': NO_STREAMS,
  'what does not end': ENDLESS,
  'what does not go on': SLOW,
};

for (const spoken of SPOKEN) {
  for (const [how, way] of Object.entries(WAYS)) {
    describe(`faults of ${spoken.format} by ${how}`, () => {
      let server: FaultServer;
      beforeEach(async () => {
        server = await startFaultServer();
      });
      afterEach(() => server.close());

      for (const [group, cases] of Object.entries(TABLE)) {
        describe(group, () => {
          for (const one of cases) {
            it(`${one.name}: ${one.is?.join(', sent: ') ?? 'an answer'}`, () => judge(one));
          }
        });
      }

      async function judge({ behaviour, is, text, status: code, retryAfter, limits = {} }: Case) {
        server.behave(behaviour(spoken));
        const { baseUrl } = server;
        const came = await send({ baseUrl, format: spoken.format, way, limits });
        if (is) {
          assert.ok(came.error instanceof WireFault, String(came.error));
          assert.deepEqual([came.error.reason, came.error.sent], is);
          assert.deepEqual([came.error.status, came.error.retryAfter], [code, retryAfter]);
          assert.ok(!String(came.error.stack).includes('my prompt'));
        } else assert.equal(came.error, undefined);
        if (text !== undefined) assert.equal(came.text, text);
        // Once it is over nothing is left open, and nothing was sent twice.
        await server.quiet();
        assert.equal(server.bodies.length, 1);
        // What the host could get rid of before it was stopped is the limit and what sockets hold.
        assert.ok(server.counts.written < 20_000_000, `${server.counts.written} bytes`);
      }

      it('Retry-After as a date: seconds until then', async () => {
        const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
        server.behave(status(503, { 'retry-after': inAnHour }));
        const { error } = await send({ baseUrl: server.baseUrl, format: spoken.format, way });
        assert.ok(error instanceof WireFault && error.retryAfter !== undefined);
        assert.ok(error.retryAfter > 3_500 && error.retryAfter <= 3_600, String(error.retryAfter));
      });
    });
  }
}
