import { addressName } from '../policy/destination.ts';
import { factsInForce } from '../policy/facts-in-force.ts';
import { heldByTerms } from '../policy/held.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type { About, FindingCount } from '../wire/receipt.ts';
import type { Route } from '../wire/route.ts';

/** What the airlock knows of a request, for its receipt. */
export interface Counted {
  readonly route: Route;
  /** In force when it was decided. */
  readonly policy: DataPolicy;
  readonly redacted: number;
  readonly letThrough: number;
  readonly findings: readonly FindingCount[];
}

/**
 * What a receipt says beside the bytes.
 * @param at when it leaves, in milliseconds since 1970.
 * @param by the extension that asked for it.
 */
export function aboutRequest(
  { route, policy, redacted, letThrough, findings }: Counted,
  at: number,
  by?: string,
): About {
  const { destination, target } = route;
  return {
    at,
    to: addressName(destination.rehearses ?? destination),
    provider: policy.provider?.id ?? null,
    model: target.model,
    ...(by !== undefined && { by }),
    format: target.format,
    redacted,
    letThrough,
    findings,
    facts: factsInForce(policy),
    held: heldByTerms(policy.facts.retention, at),
  };
}
