import { ScanFailure } from '../../detect/finding.ts';
import { WireFault } from '../../wire/fault.ts';
import type { Route } from '../../wire/route.ts';
import type { Addressed, Problem, RouteResult } from './chat-options.ts';

/**
 * What an error means to the user, and a line about it for the log: ids and numbers, never text.
 * @param sent where it was to go; the destination chosen may be another by now.
 */
export function problemOf(
  error: unknown,
  destination: RouteResult,
  sent?: Addressed,
  now: number = Date.now(),
): { readonly problem: Problem; readonly line: string } {
  if (error instanceof WireFault) {
    const { retryAfter } = error;
    const route = sent?.route ?? (destination.ok ? destination.route : undefined);
    return {
      problem: {
        kind: 'fault',
        fault: error,
        host: route ? hostOf(route) : '',
        until: retryAfter === undefined ? undefined : now + retryAfter * 1000,
        ...(sent && { sent }),
      },
      line: `fault: ${error.reason}, sent: ${error.sent}, status: ${error.status ?? '-'}`,
    };
  }
  if (error instanceof ScanFailure) {
    return { problem: { kind: 'scan', failure: error }, line: `scan failure: ${error.reason}` };
  }
  // Its message may quote anything, so only its name is written down.
  const name = error instanceof Error ? error.name : typeof error;
  return { problem: { kind: 'internal' }, line: `internal: ${name}` };
}

function hostOf(route: Route): string {
  return URL.canParse(route.target.baseUrl) ? new URL(route.target.baseUrl).host : route.target.baseUrl;
}
