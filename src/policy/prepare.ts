import { accountKey, withStated, type Accounts } from './accounts.ts';
import type { Catalogue } from './catalogue.ts';
import type { Destination } from './destination.ts';
import { inRemoteWindow } from './local.ts';
import { withPrivateFields } from './private-request.ts';

/** What the user stated that bears on the policy of destinations. */
export interface Known {
  readonly accounts: Accounts;
  /** Whether requests ask the provider for privacy where it takes a field for that. */
  readonly privateByRequest: boolean;
  /** Whether this window's extensions run on another machine (SSH, container, Codespaces). */
  readonly remoteWindow?: boolean;
}

export const NOTHING_KNOWN: Known = { accounts: {}, privateByRequest: true };

/**
 * A destination with what is known of the account it is used with, and with what its requests ask for; for a rehearsal,
 * of the one rehearsed.
 */
export function prepareDestination(
  catalogue: Catalogue,
  destination: Destination,
  known: Known,
): Destination {
  const { rehearses } = destination;
  if (rehearses !== undefined) {
    return { ...destination, rehearses: prepareDestination(catalogue, rehearses, known) };
  }
  const key = accountKey(destination);
  const stated = Object.hasOwn(known.accounts, key) ? known.accounts[key] : undefined;
  const here = known.remoteWindow === true ? inRemoteWindow(catalogue, destination) : destination;
  const asked = known.privateByRequest ? withPrivateFields(catalogue, here) : here;
  return { ...asked, account: withStated(destination.account, stated) };
}
