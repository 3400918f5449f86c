import * as v from 'valibot';
import type { Destination } from '../policy/destination.ts';
import { readAddress } from '../wire/address.ts';
import type { Target } from '../wire/cleared.ts';
import { FORMATS, type KeyHeader } from '../wire/format.ts';
import { asUnkept, type Route } from '../wire/route.ts';

/** A server of the user's own, as the setting has it. */
export const CustomDestination = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$/)),
  baseUrl: v.pipe(
    v.string(),
    v.check((text) => readAddress(text) !== undefined),
  ),
  model: v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/)),
  /** What it speaks. */
  format: v.optional(v.picklist(['chat-completions', 'responses', 'messages'])),
  /** Entry of the catalogue whose terms hold there; without it nothing is known. */
  policyOf: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/))),
  /** Whether what answers on loopback is the user's in windows onto other machines too. */
  mine: v.optional(v.boolean()),
  /** Whether it wants an API key. */
  key: v.optional(v.boolean(), true),
  /** How many tokens its model takes, and gives, at most. */
  maxInputTokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(100_000_000))),
  maxOutputTokens: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(100_000_000))),
});
export type CustomDestination = v.InferOutput<typeof CustomDestination>;

/** What is known of hosts at which everybody has an address of their own. */
interface Landlord {
  /** What the host ends in. */
  readonly suffix: string;
  /** Entry of the catalogue. */
  readonly policyOf: string;
  /** Where OpenAI's formats have the key; Anthropic's has it in its own header everywhere. */
  readonly keyHeader: KeyHeader;
}

/** https://learn.microsoft.com/azure/ai-foundry/openai/api-version-lifecycle has the addresses and the header. */
const LANDLORDS: readonly Landlord[] = [
  { suffix: '.openai.azure.com', policyOf: 'azure-openai', keyHeader: 'api-key' },
  { suffix: '.services.ai.azure.com', policyOf: 'azure-openai', keyHeader: 'api-key' },
  { suffix: '.cognitiveservices.azure.com', policyOf: 'azure-openai', keyHeader: 'api-key' },
];

/** The route to a server of the user's own, or to a rehearsal of it. */
export function customRoute(custom: CustomDestination, rehearsal: boolean): Route {
  const { name, baseUrl, model, format = 'chat-completions', mine, key } = custom;
  const { host, hostname } = new URL(baseUrl);
  const landlord = LANDLORDS.find(({ suffix }) => hostname.endsWith(suffix));
  const policyOf = custom.policyOf ?? landlord?.policyOf;
  const own = asUnkept({
    provider: `custom:${name}`,
    model,
    endpoint: `/v1${FORMATS[format].path}`,
    host,
    account: { settings: {} },
    features: [],
    ...(policyOf !== undefined && { policyOf }),
    ...(mine !== undefined && { mine }),
  });
  const destination: Destination = rehearsal
    ? { ...own, provider: 'dry-run', host: '', rehearses: own }
    : own;
  const target: Target = {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    model,
    format,
    ...(landlord && format !== 'messages' && { keyHeader: landlord.keyHeader }),
  };
  return { destination, target, rehearsal, wantsKey: key };
}
