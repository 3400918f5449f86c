import { join } from 'node:path';
import { type Airlock, createAirlock } from '../airlock.ts';
import { superviseScanner } from '../detect/supervise.ts';
import { spawnScanThread } from '../host/thread.ts';
import { loadCatalogue } from '../policy/catalogue.ts';
import { type Destination, parseDestination } from '../policy/destination.ts';
import { destinationProblem } from '../sentences/destination.ts';
import { english } from '../sentences/translate.ts';
import { networkTransport } from '../wire/transport.ts';
import type { Told } from './scan-options.ts';
import { UsageError } from './usage.ts';

/** The airlock as the terminal uses it, and what ends it. */
export interface Engine {
  readonly airlock: Airlock;
  dispose(): void;
}

/** Opens the airlock with a scanner in a thread beside the bundle. */
export function openEngine({ scan, demands }: Told): Engine {
  const scanner = superviseScanner({
    spawn: () => spawnScanThread(join(__dirname, 'scan-thread.js'), scan),
  });
  const airlock = createAirlock({
    scan: scanner.scan,
    catalogue: loadCatalogue(),
    transport: networkTransport(globalThis.fetch),
    now: () => new Date(),
    demands: () => demands,
    receiptKey: () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  });
  return { airlock, dispose: () => scanner.dispose() };
}

/**
 * The destination a person wrote.
 * @throws UsageError with what to write instead.
 */
export function readDestination(written: string, endpoint: string | undefined): Destination {
  const result = parseDestination(written, endpoint === undefined ? {} : { endpoint });
  if (!result.ok) throw new UsageError(destinationProblem(result, english));
  return result.destination;
}
