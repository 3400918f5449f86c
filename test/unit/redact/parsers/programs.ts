/** Parsers that are programs of their own; what is missing is named and fails. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repoRoot } from '../../../provision/paths.ts';
import { firstLine, type Parse } from './parse.ts';

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(program: string, args: readonly string[], input: string, cwd?: string): Promise<Ran> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], ...(cwd !== undefined && { cwd }) });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`this needs ${program}: ${error.message}`)));
    child.once('close', resolve);
  });
  return { code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(errors).toString() };
}

/** A program that reads a text from its standard input, and ends with another code than 0 where it cannot parse it. */
function byExitCode(program: string, args: readonly string[]): Parse {
  return async (texts) => {
    const faults: (string | undefined)[] = [];
    for (const text of texts) {
      const { code, stderr } = await run(program, args, text);
      faults.push(code === 0 ? undefined : firstLine(stderr));
    }
    return faults;
  };
}

export const bash = byExitCode('bash', ['-n']);
/** Compiles and does not run; nothing of ours has a block that runs while it is compiled. */
export const perl = byExitCode('perl', ['-c', '-']);

/** What is not declared is no fault of the form: a number that became a name is that. */
function byCompiler(language: 'c' | 'c++', standard: string): Parse {
  const args = ['-x', language, `-std=${standard}`, '-fsyntax-only', '-fno-diagnostics-show-caret', '-'];
  return async (texts) => {
    const faults: (string | undefined)[] = [];
    for (const text of texts) {
      const { stderr } = await run('gcc', args, text);
      const fault = stderr
        .split('\n')
        .find((line) => /\berror: /.test(line) && !/undeclared|not declared|not constant/.test(line));
      faults.push(fault);
    }
    return faults;
  };
}

export const c = byCompiler('c', 'c17');
export const cpp = byCompiler('c++', 'c++17');

const COMPILE_EACH = `
import json, sys, warnings
warnings.simplefilter("error")
faults = []
for text in json.load(sys.stdin):
    try:
        compile(text.encode("utf-8"), "text.py", "exec", dont_inherit=True)
        faults.append(None)
    except (SyntaxError, ValueError) as error:
        faults.append("%s, line %s" % (getattr(error, "msg", error), getattr(error, "lineno", "?")))
json.dump(faults, sys.stdout)
`;

/** As \`py_compile\` does it, all in one process; a warning, such as one of an escape that is none, is a fault. */
export const python: Parse = async (texts) => {
  const { stdout, stderr, code } = await run('python3', ['-I', '-c', COMPILE_EACH], JSON.stringify(texts));
  if (code !== 0) throw new Error(firstLine(stderr));
  return (JSON.parse(stdout) as (string | null)[]).map((fault) => fault ?? undefined);
};

async function inFolder<T>(
  texts: readonly string[],
  extension: string,
  use: (folder: string, names: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'airlock-parse-'));
  try {
    const names = texts.map((_, i) => `text-${i}.${extension}`);
    await Promise.all(names.map((name, i) => writeFile(join(folder, name), texts[i] ?? '')));
    return await use(folder, names);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The compiler itself; of what it says, only what is about the form (its codes 1000 to 1999). */
export function typescript(extension: 'ts' | 'tsx'): Parse {
  const tsc = join(repoRoot, 'node_modules/typescript/bin/tsc');
  const options = '--noCheck --noEmit --noResolve --jsx preserve --target es2023 --module esnext'.split(' ');
  return (texts) =>
    inFolder(texts, extension, async (folder, names) => {
      const { stdout, stderr, code } = await run(process.execPath, [tsc, ...options, ...names], '', folder);
      if (code !== 0 && stdout === '') throw new Error(firstLine(stderr));
      const told = stdout.split('\n').filter((line) => /error TS1\d{3}:/.test(line));
      return names.map((name) => told.find((line) => line.startsWith(`${name}(`)));
    });
}

/** As Node reads it: `mjs` as a module, `cjs` as a script. */
export function javascript(extension: 'mjs' | 'cjs'): Parse {
  return (texts) =>
    inFolder(texts, extension, async (folder, names) => {
      const faults: (string | undefined)[] = [];
      for (const name of names) {
        const { code, stderr } = await run(process.execPath, ['--check', name], '', folder);
        faults.push(code === 0 ? undefined : firstLine(/^\w*Error:.*$/m.exec(stderr)?.[0] ?? stderr));
      }
      return faults;
    });
}
