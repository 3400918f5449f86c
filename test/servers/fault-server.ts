import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';

/** What a server does with one request that has come in whole; each ends when the connection is gone. */
export type Behaviour =
  /** Writes these bytes as they are, each piece by itself, and then does as `last` says. */
  | {
      readonly does: 'write';
      readonly pieces: readonly (string | Uint8Array)[];
      readonly last: 'end' | 'reset' | 'hold';
    }
  /** Answers the head, then the same piece for as long as it is taken. */
  | { readonly does: 'pour'; readonly head: string; readonly piece: string }
  /** The same, one byte per tick; from the head on where that is to be dripped as well. */
  | { readonly does: 'drip'; readonly head: string; readonly bytes: string; readonly every: number }
  /** Takes the request and says nothing. */
  | { readonly does: 'silence' }
  /** Hangs up without a word. */
  | { readonly does: 'reset' };

/** A server that misbehaves as it is told, on plain TCP, so that nothing puts its answers right. */
export interface FaultServer {
  /** Of plain http. */
  readonly baseUrl: string;
  readonly port: number;
  /** Bodies that came in whole, in order. */
  readonly bodies: string[];
  /** Bytes it has written, and connections it has taken. */
  readonly counts: { written: number; connections: number };
  behave(behaviour: Behaviour | ((body: string) => Behaviour)): void;
  /** From now on says this as soon as the first byte comes, and hangs up. */
  hangUp(saying: string): void;
  /** Resolves once so many bodies have come in. */
  arrival(count: number): Promise<void>;
  /** Resolves once no connection is open. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** Starts one on a free port of loopback; with an identity it speaks TLS. */
export async function startFaultServer(identity?: Identity): Promise<FaultServer> {
  const open = new Set<Socket>();
  let behaviour: Behaviour | ((body: string) => Behaviour) = { does: 'silence' };
  let lastWords: string | undefined;
  let onQuiet: () => void = () => undefined;
  let onArrival: () => void = () => undefined;
  const bodies: string[] = [];
  const counts = { written: 0, connections: 0 };
  const serve = (socket: Socket): void => {
    let came = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      if (lastWords !== undefined) {
        socket.end(lastWords);
        return;
      }
      came = Buffer.concat([came, chunk]);
      const body = bodyOf(came);
      if (body === undefined) return;
      came = Buffer.alloc(0);
      bodies.push(body);
      onArrival();
      act(socket, typeof behaviour === 'function' ? behaviour(body) : behaviour, counts);
    });
  };
  const server = identity ? createTlsServer(identity, serve) : createServer(serve);
  // The plain socket below TLS as well: what is refused in the handshake never comes to `serve`.
  server.on('connection', (socket: Socket) => {
    counts.connections += 1;
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      if (open.size === 0) onQuiet();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    port,
    bodies,
    counts,
    behave: (next) => (behaviour = next),
    hangUp: (saying) => {
      lastWords = saying;
    },
    arrival: (count) =>
      new Promise((resolve) => {
        onArrival = () => {
          if (bodies.length >= count) resolve();
        };
        onArrival();
      }),
    quiet: () =>
      new Promise((resolve) => {
        if (open.size === 0) resolve();
        else onQuiet = resolve;
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** The body of a request that is there in whole. */
function bodyOf(came: Buffer): string | undefined {
  const end = came.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const length = Number(
    /\r\ncontent-length: *(\d+)/i.exec(came.subarray(0, end).toString('latin1'))?.[1] ?? 0,
  );
  const from = end + 4;
  return came.length < from + length ? undefined : came.subarray(from, from + length).toString('utf8');
}

function act(socket: Socket, behaviour: Behaviour, counts: { written: number }): void {
  const write = (piece: string | Uint8Array): boolean => {
    counts.written += piece.length;
    return socket.write(piece);
  };
  switch (behaviour.does) {
    case 'write': {
      const [first, ...rest] = behaviour.pieces;
      if (first !== undefined) write(first);
      const later = (): void => {
        const piece = rest.shift();
        if (piece !== undefined) {
          write(piece);
          setImmediate(later);
        } else if (behaviour.last === 'end') socket.end();
        // What was written has to be on its way before the connection is cut.
        else if (behaviour.last === 'reset') setImmediate(() => socket.resetAndDestroy());
      };
      setImmediate(later);
      return;
    }
    case 'pour': {
      write(behaviour.head);
      const pour = (): void => {
        while (!socket.destroyed && write(behaviour.piece));
      };
      socket.on('drain', pour);
      pour();
      return;
    }
    case 'drip': {
      write(behaviour.head);
      let at = 0;
      const timer = setInterval(() => {
        write(behaviour.bytes[at % behaviour.bytes.length] ?? ' ');
        at += 1;
      }, behaviour.every);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    case 'silence':
      return;
    case 'reset':
      socket.resetAndDestroy();
  }
}

/** The head of an answer, whose end is that of the connection. */
export function head(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({ connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `HTTP/1.1 ${status} As Told\r\n${lines.join('\r\n')}\r\n\r\n`;
}

/** A port of loopback at which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

/** An identity that nobody vouches for, made on the spot, for the address of loopback. */
export function selfSigned(): Identity {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-airlock-tls-'));
  try {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync(
      'openssl',
      // prettier-ignore
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
        '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost', '-keyout', key, '-out', cert],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a receipt says of a body, in hex, by a key that the test chose. */
export function digestOf(body: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(body).digest('hex');
}
