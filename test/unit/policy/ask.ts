import assert from 'node:assert/strict';
import { loadCatalogue } from '../../../src/policy/catalogue.ts';
import { parseDestination, type Account, type Destination } from '../../../src/policy/destination.ts';
import type { PolicyFacts } from '../../../src/policy/facts.ts';
import { resolvePolicy, type DataPolicy } from '../../../src/policy/resolve.ts';

export const CATALOGUE = loadCatalogue();
export const TODAY = '2026-11-21';

export type More = Partial<Omit<Destination, 'account'>> & { account?: Partial<Account> };

/** A destination as it is written, with whatever else is known of it. */
export function destination(text: string, more: More = {}): Destination {
  const result = parseDestination(text, more.endpoint === undefined ? {} : { endpoint: more.endpoint });
  assert.ok(result.ok, `${text} is no destination`);
  return { ...result.destination, ...more, account: { settings: {}, ...more.account } };
}

/** The policy of a destination in the catalogue that comes with the extension. */
export function ask(text: string, more: More = {}, today = TODAY): DataPolicy {
  return resolvePolicy(CATALOGUE, destination(text, more), today);
}

/** What is kept, one short string each: `abuse-log days 30`, those of no concern to the request left out. */
export function kept({ retention }: PolicyFacts): string[] {
  return retention
    .filter(({ dormant }) => !dormant)
    .map(({ what, term, n }) => [what, term, ...(n === null ? [] : [n])].join(' '));
}

/** `source section` of each citation. */
export function cited({
  citations,
}: {
  citations: readonly { src: string; section: string | null }[];
}): string[] {
  return citations.map(({ src, section }) => (section === null ? src : `${src} ${section}`));
}

/** The policy of any destination in that catalogue, on a day. */
export function policyOn(today: string): (one: Destination) => DataPolicy {
  return (one) => resolvePolicy(CATALOGUE, one, today);
}
