import type { Destination } from '../policy/destination.ts';
import type { Target } from './cleared.ts';
import { formatOf } from './format.ts';
import { presetOf } from './presets.ts';

/** Where a prompt is to go, and whether it really does. */
export interface Route {
  readonly destination: Destination;
  readonly target: Target;
  /** A rehearsal ends with the request that would have left; nothing leaves. */
  readonly rehearsal: boolean;
  /** Whether the host wants an API key. */
  readonly wantsKey: boolean;
}

/** What a dry run of nothing in particular is addressed to; the name can never be resolved (RFC 6761 6.4). */
const NOWHERE: Target = {
  baseUrl: 'https://dry-run.invalid/v1',
  model: 'any-model',
  format: 'chat-completions',
};

/** The route to a destination of the catalogue, or of a rehearsal of one. */
export function routeTo(destination: Destination): Route {
  const { rehearses } = destination;
  if (destination.provider === 'dry-run' && !rehearses) {
    return { destination, target: NOWHERE, rehearsal: true, wantsKey: true };
  }
  const sent = asUnkept(rehearses ?? destination);
  return {
    destination: rehearses ? { ...destination, rehearses: sent } : sent,
    target: targetOf(sent),
    rehearsal: rehearses !== undefined,
    wantsKey: presetOf(sent.provider) !== undefined,
  };
}

/** Whether it is known where a destination of the catalogue's is to be sent to: a preset, this machine, or nowhere. */
export function canBeSentTo({ provider, host }: Destination): boolean {
  return provider === 'dry-run' || presetOf(provider) !== undefined || isThisMachine(host);
}

/**
 * The destination of a request that asks for nothing to be kept to be continued from, unless it says otherwise: a
 * response is kept where nothing is said. The policy is then that of what is really sent.
 */
export function asUnkept(destination: Destination): Destination {
  if (formatOf(destination.endpoint) !== 'responses' || destination.request?.['store'] !== undefined)
    return destination;
  return { ...destination, request: { ...destination.request, store: false } };
}

function isThisMachine(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/.test(host);
}

function targetOf({ provider, host, model, endpoint }: Destination): Target {
  const preset = presetOf(provider);
  const format = formatOf(endpoint);
  if (preset) return { baseUrl: preset.baseUrl, model, format };
  return { baseUrl: `${isThisMachine(host) ? 'http' : 'https'}://${host}/v1`, model, format };
}
