import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, to the byte. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a server answers. */
export type Answer =
  /** Pieces of a streamed answer; `{last}` in one is replaced by the last user message's content. */
  | {
      readonly pieces: readonly string[];
      /** What it thinks aloud before. */
      readonly thoughts?: readonly string[];
      /** Tools it wants called behind that. */
      readonly calls?: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
      readonly ends?: 'stop' | 'length' | 'content_filter';
      readonly cutOff?: boolean;
      readonly hold?: boolean;
    }
  | {
      readonly status: number;
      readonly type?: string;
      readonly body?: string;
      readonly headers?: Record<string, string>;
    };

/** A loopback server that speaks chat completions, and remembers what arrived. */
export interface OpenAiServer {
  readonly baseUrl: string;
  readonly arrived: Arrived[];
  /** How many answers were broken off by who asked for them. */
  readonly hungUp: number;
  /** What it answers, or what it answers to a body. */
  answer: Answer | ((body: string) => Answer);
  /** Lets an answer that is held go on. */
  release(): void;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startOpenAiServer(answer: Answer = { pieces: ['ok'] }): Promise<OpenAiServer> {
  const arrived: Arrived[] = [];
  let release: () => void = () => undefined;
  let hungUp = 0;
  const http: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      arrived.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
      const now = typeof server.answer === 'function' ? server.answer(body) : server.answer;
      if ('status' in now) {
        response.writeHead(now.status, { 'content-type': now.type ?? 'text/plain', ...now.headers });
        response.end(now.body ?? '');
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.on('close', () => {
        if (!response.writableEnded && !now.cutOff) hungUp += 1;
      });
      for (const thought of now.thoughts ?? []) response.write(event({ reasoning_content: thought }));
      for (const piece of now.pieces)
        response.write(event({ content: piece.replace('{last}', lastContent(body)) }));
      for (const [index, call] of (now.calls ?? []).entries()) {
        const { id, name } = call;
        const begun = { index, id, type: 'function', function: { name, arguments: '' } };
        response.write(event({ tool_calls: [begun] }));
        response.write(event({ tool_calls: [{ index, function: { arguments: call.arguments } }] }));
      }
      const ends = now.ends ?? (now.calls ? 'tool_calls' : 'stop');
      const finish = (): void => {
        if (now.cutOff) response.destroy();
        else response.end(`${event({}, ends)}data: [DONE]\n\n`);
      };
      if (now.hold) release = finish;
      // What was written has to be on its way before the connection is cut.
      else setImmediate(finish);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: OpenAiServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    arrived,
    get hungUp() {
      return hungUp;
    },
    answer,
    release: () => release(),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

function event(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

function lastContent(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] };
  return messages.at(-1)?.content ?? '';
}
