import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';

const CLI = join(import.meta.dirname, '../../../dist/cli.js');

/** What a run of the command came to. */
export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
}

/** Runs the packaged command line as a user would. */
export async function run(
  args: readonly string[],
  input: string | Buffer | Iterable<string> = '',
  node: readonly string[] = [],
  home: string | undefined = undefined,
  more: NodeJS.ProcessEnv = {},
): Promise<Result> {
  const child = spawn(process.execPath, [...node, CLI, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LC_ALL: 'C',
      ...(home !== undefined && { HOME: home, USERPROFILE: home }),
      ...more,
    },
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A command that refuses its arguments does not wait for its input.
  child.stdin.on('error', () => undefined);
  if (typeof input === 'string' || Buffer.isBuffer(input)) child.stdin.end(input);
  else Readable.from(input).pipe(child.stdin);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const bytes = Buffer.concat(out);
  return { code, bytes, stdout: bytes.toString('utf8'), stderr: Buffer.concat(errors).toString('utf8') };
}
