/** The terminal's entry: the same engine, without an editor. */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { once } from 'node:events';
import { ScanFailure } from '../detect/finding.ts';
import { DRY_RUN } from '../policy/destination.ts';
import { scanFailureSentence } from '../sentences/fault.ts';
import { english } from '../sentences/translate.ts';
import { compare, type Compared, knownDestinations } from '../airlock/compare.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import { LISTED_PROVIDER, listingOf } from '../policy/openrouter-lists.ts';
import { runBatch } from './batch.ts';
import { readCatalogue } from './catalogue.ts';
import { checkWork, exitCodeOf, reviewAsJson, reviewAsText, reviewText } from './check.ts';
import { allAsJson, allAsText, comparisonAsJson, comparisonAsText, readDestinations } from './compare.ts';
import { openEngine, readDestination, type Engine } from './engine.ts';
import { fileRead } from './files.ts';
import { openInput, readInput } from './input.ts';
import { listsFile, readLists, refreshLists, RefreshError } from './openrouter.ts';
import { kindsAsText } from './kinds.ts';
import { policyAsJson, policyAsText } from './policy.ts';
import { DeniedError, REDACT_STYLES, type RedactStyle, redactOne, redactWork } from './redact.ts';
import { readRequirements } from './require.ts';
import { readScanOptions } from './scan-options.ts';
import { USAGE, UsageError } from './usage.ts';
import { VaultFileError } from './vault-file.ts';
import { redactWithVault, restoreWithVault } from './with-vault.ts';

const OLDEST_NODE = [20, 19] as const;

async function run(args: readonly string[]): Promise<number> {
  assertNode(process.versions.node);
  const { command, options, operands } = parse(args);
  if (command === 'kinds') return await kinds(options, operands);
  const ofTerms = command === 'policy' || command === 'compare';
  const onlyThere = options.all === true || options.require !== undefined;
  refuse(!ofTerms && onlyThere, `${command} takes no --all and no --require`);
  refuse(command !== 'policy' && options.refresh === true, `${command} takes no --refresh`);
  const ofRedact = options.vault ?? options.style ?? options.restore;
  refuse(
    command !== 'redact' && ofRedact !== undefined,
    `${command} takes no --vault, --restore and --style`,
  );
  if (options.restore === true) return await restore(options, operands);
  const told = await readScanOptions(options.config, options.known ?? []);
  const catalogue = await readCatalogue(options.catalogue);
  const engine = openEngine(told, catalogue);
  try {
    if (command === 'policy') return await policy(engine, catalogue, options, operands);
    if (command === 'compare') return await compareAll(engine, catalogue, options, operands);
    if (command === 'check') return await check(engine, options, operands);
    return await redact(engine, options, operands);
  } finally {
    engine.dispose();
  }
}

async function check(
  { airlock }: Engine,
  options: Options,
  [file, ...rest]: readonly string[],
): Promise<number> {
  refuse(rest.length > 0, 'check takes one file');
  const machine = options.json === true || options.jsonl === true;
  refuse(options.json === true && options.jsonl === true, '--json and --jsonl exclude each other');
  refuse(options.explain === true && machine, '--explain is for people to read');
  const destination = readDestination(options.to ?? DRY_RUN, options);
  if (options.jsonl) {
    return (await runBatch(openInput(file), checkWork(airlock, destination), print)) ? 0 : 2;
  }
  const { text } = await readInput(file);
  const review = await reviewText(airlock, destination, { text, file: await fileRead(file) });
  await print(
    options.json ? reviewAsJson(review) : reviewAsText(review, options.explain === true, nameOf(file)),
  );
  return exitCodeOf(review);
}

/** The name of a file without its folders; empty for the standard input. */
function nameOf(file: string | undefined): string {
  return file === undefined || file === '-' ? '' : basename(file);
}

async function redact(
  { airlock }: Engine,
  options: Options,
  [file, ...rest]: readonly string[],
): Promise<number> {
  refuse(rest.length > 0, 'redact takes one file');
  const account = options.plan ?? options.region ?? options.setting ?? options.endpoint;
  const others = options.to ?? options.json ?? options.explain ?? account;
  refuse(others !== undefined, 'redact takes --jsonl, --vault, --restore, --style, --config and --known');
  const style = readStyle(options.style);
  const { vault: vaultFile } = options;
  if (options.jsonl) {
    refuse(vaultFile !== undefined, 'each line of a batch is by itself, so that --jsonl takes no --vault');
    return (await runBatch(openInput(file), redactWork(airlock, style), print)) ? 0 : 2;
  }
  const { text, encoding } = await readInput(file);
  const input = { text, file: await fileRead(file) };
  if (vaultFile === undefined) {
    await print(await redactOne(airlock, input, style), encoding);
    return 0;
  }
  if (style === 'mask') throw new UsageError('a mask cannot be restored, so that --vault takes none');
  refuse(encoding !== 'utf8', 'a vault keeps UTF-8 only, and the text is in another encoding');
  await print(await redactWithVault(airlock, input, { file: vaultFile, style }, tell));
  return 0;
}

async function restore(options: Options, [file, ...rest]: readonly string[]): Promise<number> {
  const { vault, restore: _, ...others } = options;
  refuse(vault === undefined, '--restore needs the vault: --vault FILE');
  refuse(Object.keys(others).length > 0 || rest.length > 0, '--restore takes --vault and one file');
  return restoreWithVault(vault ?? '', file, (bytes) => print(bytes, 'latin1'), tell);
}

function readStyle(written = 'placeholder'): RedactStyle {
  const style = REDACT_STYLES.find((one) => one === written);
  if (style === undefined) throw new UsageError(`--style is one of ${REDACT_STYLES.join(', ')}`);
  return style;
}

async function kinds(options: Options, operands: readonly string[]): Promise<number> {
  refuse(Object.keys(options).length > 0 || operands.length > 0, 'kinds takes nothing');
  await print(kindsAsText());
  return 0;
}

async function policy(
  { airlock }: Engine,
  catalogue: Catalogue,
  options: Options,
  operands: readonly string[],
): Promise<number> {
  const { to, jsonl, known, explain, require, all, endpoint, plan, region, setting, json } = options;
  const more = to ?? jsonl ?? known ?? explain ?? require;
  refuse(
    more !== undefined,
    'policy takes a destination or --all, what is known of its account, --refresh, --config, --catalogue and --json',
  );
  if (all) {
    const one = endpoint ?? plan ?? region ?? setting ?? options.refresh;
    refuse(operands.length > 0 || one !== undefined, 'policy takes a destination or --all, not both');
    const rows = (): readonly Compared[] =>
      compare(airlock.policyFor, knownDestinations(catalogue), {}, today());
    await print(json ? allAsJson(catalogue, airlock.policyFor) : allAsText(rows()));
    return 0;
  }
  const [written] = operands;
  refuse(written === undefined || operands.length > 1, 'policy takes one destination, or --all');
  const destination = readDestination(written ?? '', options);
  const isListed = (destination.rehearses ?? destination).provider === LISTED_PROVIDER;
  refuse(options.refresh === true && !isListed, '--refresh is for destinations of OpenRouter');
  const lists = options.refresh
    ? await refreshLists(globalThis.fetch, listsFile(), today())
    : await readLists(listsFile());
  const listing = listingOf(lists, destination, today());
  await airlock.recognise(destination);
  const inForce = airlock.policyFor(destination);
  const question = airlock.questionFor(destination, []);
  await print(json ? policyAsJson(inForce, listing) : policyAsText(inForce, question, listing));
  return 0;
}

async function compareAll(
  { airlock }: Engine,
  catalogue: Catalogue,
  options: Options,
  operands: readonly string[],
): Promise<number> {
  const { to, jsonl, known, explain, require = [], all, endpoint, plan, region, setting, json } = options;
  const more = to ?? jsonl ?? known ?? explain ?? all;
  refuse(
    (more ?? plan ?? region ?? setting) !== undefined,
    'compare takes destinations, --require, --endpoint, --config, --catalogue and --json',
  );
  refuse(require.length === 0, 'compare needs what to compare by: --require client-nda, say');
  const demands = readRequirements(require);
  const destinations = readDestinations(catalogue, operands, endpoint);
  const rows = compare(airlock.policyFor, destinations, demands, today());
  await print(json ? comparisonAsJson(rows, demands) : comparisonAsText(rows));
  return rows.some(({ misses }) => misses.length === 0) ? 0 : 1;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

interface Options {
  readonly to?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly json?: boolean | undefined;
  readonly jsonl?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly config?: string | undefined;
  readonly known?: readonly string[] | undefined;
  readonly plan?: string | undefined;
  readonly region?: string | undefined;
  readonly setting?: readonly string[] | undefined;
  readonly catalogue?: string | undefined;
  readonly require?: readonly string[] | undefined;
  readonly all?: boolean | undefined;
  readonly refresh?: boolean | undefined;
  readonly vault?: string | undefined;
  readonly restore?: boolean | undefined;
  readonly style?: string | undefined;
}

const COMMANDS = ['check', 'redact', 'policy', 'compare', 'kinds'] as const;
type Command = (typeof COMMANDS)[number];

function parse(args: readonly string[]): {
  command: Command;
  options: Options;
  operands: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        endpoint: { type: 'string' },
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        explain: { type: 'boolean' },
        config: { type: 'string' },
        known: { type: 'string', multiple: true },
        plan: { type: 'string' },
        region: { type: 'string' },
        setting: { type: 'string', multiple: true },
        catalogue: { type: 'string' },
        require: { type: 'string', multiple: true },
        all: { type: 'boolean' },
        refresh: { type: 'boolean' },
        vault: { type: 'string' },
        restore: { type: 'boolean' },
        style: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) throw new UsageError('');
    const [command, ...operands] = positionals;
    const known = COMMANDS.find((one) => one === command);
    if (known !== undefined) return { command: known, options: values, operands };
    throw new UsageError(command === undefined ? 'say what to do' : `no such command: ${command}`);
  } catch (error) {
    throw error instanceof UsageError
      ? error
      : new UsageError(error instanceof Error ? error.message : 'wrong use');
  }
}

function refuse(wrong: boolean, message: string): void {
  if (wrong) throw new UsageError(message);
}

function assertNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new UsageError(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${version}`);
  }
}

/** Writes to standard output and waits where the reader is slower than we are. */
async function print(text: string, encoding: BufferEncoding = 'utf8'): Promise<void> {
  if (!process.stdout.write(text, encoding)) await once(process.stdout, 'drain');
}

function tell(sentence: string): void {
  process.stderr.write(`prompt-airlock: ${sentence}\n`);
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      const help = error.message === '';
      process.stderr.write(help ? USAGE : `prompt-airlock: ${error.message}\n\n${USAGE}`);
    } else if (error instanceof RefreshError || error instanceof DeniedError) {
      tell(error.message);
    } else if (error instanceof VaultFileError) {
      tell(error.message);
    } else if (error instanceof ScanFailure) {
      tell(scanFailureSentence(error, english));
    } else {
      // Its message may quote what was read.
      tell('something went wrong inside; nothing was let through');
    }
    process.exitCode = error instanceof DeniedError ? 1 : 2;
  },
);
