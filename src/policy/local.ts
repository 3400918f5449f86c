import type { Catalogue } from './catalogue.ts';
import type { Destination } from './destination.ts';
import { isLoopback } from './hosts.ts';

/** What a rule about a model that a server of one's own forwards asks for. */
const FORWARDED = 'cloud-model';

/** Whether a server on this machine has to be asked if it serves the model itself: the terms would be its maker's. */
export function isToBeAsked(catalogue: Catalogue, destination: Destination): boolean {
  const { host, provider, policyOf = provider } = destination;
  return isLoopback(host) && kindOf(catalogue, policyOf) === 'local';
}

/**
 * The destination with what its server said of the model. One that forwards it was recognised all the same: the rules
 * for what it forwards apply then; where the entry has none, it is not the server that the entry is about. One that
 * said nothing is as unknown as before.
 */
export function withServed(
  { providers }: Catalogue,
  destination: Destination,
  served: 'itself' | 'forwards' | 'unknown',
): Destination {
  if (served === 'unknown') return destination;
  if (served === 'itself') return { ...destination, local: true };
  const { policyOf, local: _, ...rest } = destination;
  const entry = providers[policyOf ?? destination.provider];
  if (!entry?.vocabulary.features?.includes(FORWARDED)) return rest;
  return {
    ...destination,
    local: true,
    features: [...new Set([...(destination.features ?? []), FORWARDED])],
  };
}

/**
 * The destination as it is in a window whose extensions run on another machine: loopback is somebody's server there, so
 * it is neither recognised nor believed to be the user's machine, unless they said it is theirs.
 */
export function inRemoteWindow(catalogue: Catalogue, destination: Destination): Destination {
  const { host, policyOf, mine, local: _, ...rest } = destination;
  if (!isLoopback(host) || mine === true) return destination;
  const believed = policyOf !== undefined && kindOf(catalogue, policyOf) !== 'local';
  return { ...rest, host, ...(believed && { policyOf }) };
}

function kindOf({ providers }: Catalogue, id: string): string | undefined {
  return providers[id]?.kind;
}
