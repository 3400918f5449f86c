import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A loopback server that answers `GET` by path, in JSON; anything else is not found. */
export interface LocalServer {
  /** With its port. */
  readonly host: string;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  answers: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Starts one on a free port, or on one given. A string is sent as it is, a number as a status. */
export async function startLocalServer(
  answers: LocalServer['answers'],
  {
    address = '127.0.0.1',
    port: wanted = 0,
    name,
  }: { readonly address?: string; readonly port?: number; readonly name?: string } = {},
): Promise<LocalServer> {
  const asked: string[] = [];
  const http = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method ?? ''} ${path}`);
    const answer = Object.hasOwn(server.answers, path) ? server.answers[path] : 404;
    response.writeHead(typeof answer === 'number' ? answer : 200, {
      'content-type': 'application/json',
      ...(name !== undefined && { server: name }),
      ...(typeof answer === 'number' && { location: 'http://localhost:9/' }),
    });
    response.end(
      typeof answer === 'string' ? answer : typeof answer === 'number' ? '' : JSON.stringify(answer),
    );
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(wanted, address, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const server: LocalServer = {
    host: `${address.includes(':') ? `[${address}]` : address}:${port}`,
    asked,
    answers,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

/** What an Ollama answers that serves two models itself, forwards two to its cloud and one to somebody else's, and lists one without weights. */
export const OLLAMA = {
  '/api/version': { version: '0.12.6' },
  '/api/tags': {
    models: [
      { name: 'llama3.3:latest', model: 'llama3.3:latest', size: 42_520_413_916, digest: 'a6eb4748fd29' },
      { name: 'my-cloud', model: 'my-cloud', size: 42_520_413_916, digest: 'a6eb4748fd29' },
      {
        name: 'gpt-oss:120b-cloud',
        model: 'gpt-oss:120b-cloud',
        size: 384,
        digest: 'b1c0d1e2f3a4',
        remote_host: 'https://ollama.com:443',
        remote_model: 'gpt-oss:120b',
      },
      {
        name: 'innocent:8b',
        model: 'innocent:8b',
        size: 384,
        digest: 'c1c0d1e2f3a4',
        remote_host: 'https://ollama.com:443',
      },
      {
        name: 'elsewhere:8b',
        model: 'elsewhere:8b',
        size: 384,
        digest: 'e1c0d1e2f3a4',
        remote_host: 'https://models.example.com:443',
      },
      { name: 'hollow', model: 'hollow', size: 384, digest: 'd1c0d1e2f3a4' },
    ],
  },
};
