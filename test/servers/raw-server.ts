import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, to the byte. */
export interface RawArrival {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is answered to every request: exactly these bytes. */
export interface RawAnswer {
  readonly body: string;
  /** `text/event-stream` where it is left out. */
  readonly type?: string;
  /** Whether the answer is left open after its bytes. */
  readonly hold?: boolean;
  /** Whether the connection is cut after its bytes. */
  readonly cut?: boolean;
}

/** A loopback server that answers with given bytes, and remembers what arrived. */
export interface RawServer {
  readonly origin: string;
  readonly arrived: RawArrival[];
  answer: RawAnswer;
  /** Resolves once a client has closed the connection before its answer was whole. */
  abandoned(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one on a free port. */
export async function startRawServer(answer: RawAnswer = { body: '' }): Promise<RawServer> {
  const arrived: RawArrival[] = [];
  let noteAbandoned: () => void = () => undefined;
  const abandoned = new Promise<void>((resolve) => (noteAbandoned = resolve));
  const http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      arrived.push({
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      const { body, type = 'text/event-stream', hold, cut } = server.answer;
      response.on('close', () => {
        if (!response.writableFinished) noteAbandoned();
      });
      response.writeHead(200, { 'content-type': type });
      response.write(body === '' ? ' ' : body);
      if (hold) return;
      // What was written has to be on its way before the connection is cut.
      if (cut) setImmediate(() => response.destroy());
      else response.end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: RawServer = {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    arrived,
    answer,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
