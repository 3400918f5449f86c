import { join } from 'node:path';
import { type Airlock, createAirlock } from '../airlock.ts';
import { superviseScanner } from '../detect/supervise.ts';
import { openNetwork } from '../host/network.ts';
import { freshReceiptKey } from '../host/receipt-key.ts';
import { spawnScanThread } from '../host/thread.ts';
import type { Catalogue } from '../policy/catalogue.ts';
import { type Destination, parseDestination } from '../policy/destination.ts';
import { destinationProblem } from '../sentences/destination.ts';
import { askLocalServer } from '../wire/local-server.ts';
import { t } from './language.ts';
import type { Told } from './scan-options.ts';
import { UsageError } from './usage.ts';

/** The airlock as the terminal uses it, and what ends it. */
export interface Engine {
  readonly airlock: Airlock;
  dispose(): void;
}

/** Opens the airlock with a scanner in a thread beside the bundle. */
export function openEngine({ scan, demands, known }: Told, catalogue: Catalogue): Engine {
  const scanner = superviseScanner({
    spawn: () => spawnScanThread(join(__dirname, 'scan-thread.js'), scan),
  });
  const network = openNetwork(globalThis.fetch);
  const receiptKey = freshReceiptKey();
  const airlock = createAirlock({
    scan: scanner.scan,
    catalogue,
    transport: network.transport,
    now: () => new Date(),
    demands: () => demands,
    known: () => known,
    askLocal: (host, model) => askLocalServer(network.fetch, host, model),
    receiptKey: () => receiptKey,
  });
  return { airlock, dispose: () => scanner.dispose() };
}

/** What is said of a destination beside its name. */
export interface Said {
  readonly endpoint?: string | undefined;
  readonly plan?: string | undefined;
  readonly region?: string | undefined;
  /** Each as `name=value`. */
  readonly setting?: readonly string[] | undefined;
}

/**
 * The destination a person wrote, with what they say of the account.
 * @throws UsageError with what to write instead.
 */
export function readDestination(
  written: string,
  { endpoint, plan, region, setting = [] }: Said,
): Destination {
  const result = parseDestination(written, endpoint === undefined ? {} : { endpoint });
  if (!result.ok) throw new UsageError(destinationProblem(result, t));
  const settings = Object.fromEntries(setting.map(readSetting));
  const state = (destination: Destination): Destination => ({
    ...destination,
    account: {
      settings,
      ...(plan !== undefined && { plan }),
      ...(region !== undefined && { region }),
    },
  });
  const { destination } = result;
  const { rehearses } = destination;
  return rehearses === undefined ? state(destination) : { ...destination, rehearses: state(rehearses) };
}

function readSetting(written: string): readonly [name: string, value: string] {
  const at = written.indexOf('=');
  if (at <= 0 || at === written.length - 1)
    throw new UsageError(`--setting takes NAME=VALUE, not ${written}`);
  return [written.slice(0, at), written.slice(at + 1)];
}
