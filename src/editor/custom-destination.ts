import * as v from 'valibot';
import type { Destination } from '../policy/destination.ts';
import { readAddress } from '../wire/address.ts';
import type { Target } from '../wire/cleared.ts';
import { formatOf } from '../wire/format.ts';
import type { Route } from '../wire/route.ts';

/** An OpenAI-compatible server of the user's own, as the setting has it. */
export const CustomDestination = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/)),
  baseUrl: v.pipe(
    v.string(),
    v.check((text) => readAddress(text) !== undefined),
  ),
  model: v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/)),
  /** Entry of the catalogue whose terms hold there; without it nothing is known. */
  policyOf: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))),
  /** Whether what answers on loopback is the user's in windows onto other machines too. */
  mine: v.optional(v.boolean()),
  /** Whether it wants an API key. */
  key: v.optional(v.boolean(), true),
});
export type CustomDestination = v.InferOutput<typeof CustomDestination>;

/** The route to a server of the user's own, or to a rehearsal of it. */
export function customRoute(
  { name, baseUrl, model, policyOf, mine, key }: CustomDestination,
  rehearsal: boolean,
): Route {
  const own: Destination = {
    provider: `custom:${name}`,
    model,
    endpoint: '/v1/chat/completions',
    host: new URL(baseUrl).host,
    account: { settings: {} },
    features: [],
    ...(policyOf !== undefined && { policyOf }),
    ...(mine !== undefined && { mine }),
  };
  const destination: Destination = rehearsal
    ? { ...own, provider: 'dry-run', host: '', rehearses: own }
    : own;
  const target: Target = { baseUrl: baseUrl.replace(/\/+$/, ''), model, format: formatOf(own.endpoint) };
  return { destination, target, rehearsal, wantsKey: key };
}
