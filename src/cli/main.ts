/** The terminal's entry: the same engine, without an editor. */
import { basename } from 'node:path';
import { once } from 'node:events';
import { ScanFailure } from '../detect/finding.ts';
import { openScrypt } from '../host/scrypt.ts';
import { DRY_RUN } from '../policy/destination.ts';
import { scanFailureSentence } from '../sentences/fault.ts';
import { compare, type Compared, knownDestinations } from '../airlock/compare.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import { LISTED_PROVIDER, listingOf } from '../policy/openrouter-lists.ts';
import { languageAsked, type Options, parse, refuse } from './arguments.ts';
import { runBatch } from './batch.ts';
import { readCatalogue } from './catalogue.ts';
import { checkWork, exitCodeOf, reviewAsJson, reviewAsText, reviewText } from './check.ts';
import { allAsJson, allAsText, comparisonAsJson, comparisonAsText, readDestinations } from './compare.ts';
import { openEngine, readDestination, type Engine } from './engine.ts';
import { fileRead } from './files.ts';
import { openInput, readInput } from './input.ts';
import { listsFile, readLists, refreshLists, RefreshError } from './openrouter.ts';
import { kindsAsText } from './kinds.ts';
import { speak, systemLanguage, t } from './language.ts';
import { policyAsJson, policyAsText } from './policy.ts';
import { DeniedError, REDACT_STYLES, type RedactStyle, redactOne, redactWork } from './redact.ts';
import { readRequirements } from './require.ts';
import { exitCodeOfReport, reportAsSarif, scanPath, unseenOf } from './sarif.ts';
import { readScanOptions } from './scan-options.ts';
import { testValuesAsJson } from './test-value.ts';
import { usage, UsageError } from './usage.ts';
import { VaultFileError } from './vault-file.ts';
import { redactWithVault, restoreWithVault } from './with-vault.ts';

const OLDEST_NODE = [20, 19] as const;

async function run(args: readonly string[]): Promise<number> {
  assertNode(process.versions.node);
  const { command, options, operands } = parse(args);
  if (command === 'kinds') return await kinds(options, operands);
  if (command === 'test-value') return await testValue(options, operands);
  refuse(options.salt !== undefined, t('{0} takes no --salt', command));
  const ofTerms = command === 'policy' || command === 'compare';
  const onlyThere = options.all === true || options.require !== undefined;
  refuse(!ofTerms && onlyThere, t('{0} takes no --all and no --require', command));
  refuse(command !== 'check' && options.sarif === true, t('{0} takes no --sarif', command));
  refuse(command !== 'policy' && options.refresh === true, t('{0} takes no --refresh', command));
  const ofRedact = options.vault ?? options.style ?? options.restore;
  refuse(
    command !== 'redact' && ofRedact !== undefined,
    t('{0} takes no --vault, --restore and --style', command),
  );
  if (options.restore === true) return await restore(options, operands);
  const told = await readScanOptions(options.config, options.known ?? []);
  const catalogue = await readCatalogue(options.catalogue);
  const engine = openEngine(told, catalogue);
  try {
    if (command === 'policy') return await policy(engine, catalogue, options, operands);
    if (command === 'compare') return await compareAll(engine, catalogue, options, operands);
    if (options.sarif) return await checkAsSarif(engine, options, operands);
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
  refuse(rest.length > 0, t('check takes one file'));
  const machine = options.json === true || options.jsonl === true;
  refuse(options.json === true && options.jsonl === true, t('--json and --jsonl exclude each other'));
  refuse(options.explain === true && machine, t('--explain is for people to read'));
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

async function checkAsSarif(
  { airlock }: Engine,
  options: Options,
  [path, ...rest]: readonly string[],
): Promise<number> {
  const { to, endpoint, plan, region, setting, json, jsonl, explain, catalogue } = options;
  const more = to ?? endpoint ?? plan ?? region ?? setting ?? json ?? jsonl ?? explain ?? catalogue;
  refuse(
    path === undefined || path === '-' || rest.length > 0 || more !== undefined,
    t('check --sarif takes one file or folder, --config and --known'),
  );
  const report = await scanPath(airlock, path ?? '');
  for (const sentence of unseenOf(report)) tell(sentence);
  await print(reportAsSarif(report));
  return exitCodeOfReport(report);
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
  refuse(rest.length > 0, t('redact takes one file'));
  const account = options.plan ?? options.region ?? options.setting ?? options.endpoint;
  const others = options.to ?? options.json ?? options.explain ?? account;
  refuse(others !== undefined, t('redact takes --jsonl, --vault, --restore, --style, --config and --known'));
  const style = readStyle(options.style);
  const { vault: vaultFile } = options;
  if (options.jsonl) {
    refuse(vaultFile !== undefined, t('each line of a batch is by itself, so that --jsonl takes no --vault'));
    return (await runBatch(openInput(file), redactWork(airlock, style), print)) ? 0 : 2;
  }
  const { text, encoding } = await readInput(file);
  const input = { text, file: await fileRead(file) };
  if (vaultFile === undefined) {
    await print(await redactOne(airlock, input, style), encoding);
    return 0;
  }
  if (style === 'mask') throw new UsageError(t('a mask cannot be restored, so that --vault takes none'));
  refuse(encoding !== 'utf8', t('a vault keeps UTF-8 only, and the text is in another encoding'));
  await print(await redactWithVault(airlock, input, { file: vaultFile, style }, tell));
  return 0;
}

async function restore(options: Options, [file, ...rest]: readonly string[]): Promise<number> {
  const { vault, restore: _, ...others } = options;
  refuse(vault === undefined, t('--restore needs the vault: --vault FILE'));
  refuse(Object.keys(others).length > 0 || rest.length > 0, t('--restore takes --vault and one file'));
  return restoreWithVault(vault ?? '', file, (bytes) => print(bytes, 'latin1'), tell);
}

function readStyle(written = 'placeholder'): RedactStyle {
  const style = REDACT_STYLES.find((one) => one === written);
  if (style === undefined) throw new UsageError(t('--style is one of {0}', REDACT_STYLES.join(', ')));
  return style;
}

async function kinds(options: Options, operands: readonly string[]): Promise<number> {
  refuse(Object.keys(options).length > 0 || operands.length > 0, t('kinds takes nothing'));
  await print(kindsAsText());
  return 0;
}

async function testValue({ salt, ...others }: Options, operands: readonly string[]): Promise<number> {
  refuse(
    Object.keys(others).length > 0 || operands.length > 0,
    t('test-value takes --salt and nothing else'),
  );
  const { text, encoding } = await readInput(undefined);
  refuse(encoding !== 'utf8', t('test values have to be in UTF-8'));
  await print(await testValuesAsJson(text.replace(/^\ufeff/, ''), salt, openScrypt()));
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
    t(
      'policy takes a destination or --all, what is known of its account, --refresh, --config, --catalogue and --json',
    ),
  );
  if (all) {
    const one = endpoint ?? plan ?? region ?? setting ?? options.refresh;
    refuse(operands.length > 0 || one !== undefined, t('policy takes a destination or --all, not both'));
    const rows = (): readonly Compared[] =>
      compare(airlock.policyFor, knownDestinations(catalogue), {}, today());
    await print(json ? allAsJson(catalogue, airlock.policyFor) : allAsText(rows()));
    return 0;
  }
  const [written] = operands;
  refuse(written === undefined || operands.length > 1, t('policy takes one destination, or --all'));
  const destination = readDestination(written ?? '', options);
  const isListed = (destination.rehearses ?? destination).provider === LISTED_PROVIDER;
  refuse(options.refresh === true && !isListed, t('--refresh is for destinations of OpenRouter'));
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
    t('compare takes destinations, --require, --endpoint, --config, --catalogue and --json'),
  );
  refuse(require.length === 0, t('compare needs what to compare by: --require client-nda, say'));
  const demands = readRequirements(require);
  const destinations = readDestinations(catalogue, operands, endpoint);
  const rows = compare(airlock.policyFor, destinations, demands, today());
  await print(json ? comparisonAsJson(rows, demands) : comparisonAsText(rows));
  return rows.some(({ misses }) => misses.length === 0) ? 0 : 1;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function assertNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new UsageError(t('Node {0} or newer is needed; this is {1}', OLDEST_NODE.join('.'), version));
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

speak(languageAsked(process.argv) ?? systemLanguage(process.env));
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      const help = error.message === '';
      process.stderr.write(help ? usage() : `prompt-airlock: ${error.message}\n\n${usage()}`);
    } else if (error instanceof RefreshError || error instanceof DeniedError) {
      tell(error.message);
    } else if (error instanceof VaultFileError) {
      tell(error.message);
    } else if (error instanceof ScanFailure) {
      tell(scanFailureSentence(error, t));
    } else {
      // Its message may quote what was read.
      tell(t('something went wrong inside; nothing was let through'));
    }
    process.exitCode = error instanceof DeniedError ? 1 : 2;
  },
);
