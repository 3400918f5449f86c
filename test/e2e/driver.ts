import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { type Done, type Job, portVariable } from './driver/job.ts';

/** How long a workbench may take over what it is asked. */
const patienceMs = 30_000;

const manifest = {
  publisher: 'prompt-airlock-tests',
  name: 'stage-driver',
  version: '0.0.1',
  engines: { vscode: '^1.106.0' },
  main: './extension.js',
  activationEvents: ['*'],
  extensionKind: ['workspace'],
} as const;

/** The tests' own extension in the extension host, as seen from the tests. */
export interface Driver {
  /** For the editor's server, so that the extension finds its way back. */
  readonly env: Readonly<Record<string, string>>;
  /** Puts the extension, unpacked, where the editor looks for extensions. */
  install(extensionsFolder: string): void;
  /** Waits for the next workbench to report. Called before it is opened. */
  nextWindow(): Promise<void>;
  /**
   * Has the last workbench that reported do something.
   * @throws with what kept it from that, and where there is no workbench any more.
   */
  run(job: Job): Promise<void>;
  close(): void;
}

/** Listens for the workbenches of one editor. */
export async function startDriver(): Promise<Driver> {
  let answers: AsyncIterator<string> | undefined;
  let last: Socket | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A page that is closed takes its extension host along in the middle of whatever it does.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    answers = createInterface({ input: socket })[Symbol.asyncIterator]();
    last = socket;
    server.emit('window');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    env: { [portVariable]: String((server.address() as AddressInfo).port) },
    install(extensionsFolder) {
      const { publisher, name, version } = manifest;
      const folder = join(extensionsFolder, `${publisher}.${name}-${version}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
      buildSync({
        entryPoints: [join(import.meta.dirname, 'driver', 'extension.ts')],
        outfile: join(folder, 'extension.js'),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        external: ['vscode'],
      });
    },
    nextWindow: async () => void (await once(server, 'window')),
    async run(job) {
      const asked = last;
      const tooLong = setTimeout(() => asked?.destroy(), patienceMs);
      asked?.write(`${JSON.stringify(job)}\n`);
      const answer = await answers?.next();
      clearTimeout(tooLong);
      if (!answer || answer.done) throw new Error('The workbench is not there any more.');
      const { error } = JSON.parse(answer.value) as Done;
      if (error !== undefined) throw new Error(`The workbench could not: ${error}`);
    },
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
