/**
 * Ids of presets' providers, and the kinds of findings that are keys for their API and for nothing else: a `google-api-key`
 * may as well be one for maps.
 */
const ROWS: readonly (readonly [provider: string, ...kinds: string[]])[] = [
  ['openai-api', 'openai-api-key'],
  ['nvidia-api-catalog', 'nvidia-api-key'],
  ['deepinfra', 'deepinfra-api-key'],
  ['anthropic-api', 'anthropic-api-key'],
  ['google-gemini-api', 'google-gemini-key'],
  ['mistral', 'mistral-ai-api-key'],
  ['groq', 'groq-api-key'],
  ['together', 'together-api-key'],
  ['openrouter', 'openrouter-api-key'],
  ['deepseek', 'deepseek-api-key'],
  ['cohere', 'cohere-api-token'],
  ['perplexity', 'perplexity-api-key'],
  ['huggingface-router', 'huggingface-token'],
  ['cerebras', 'cerebras-api-key'],
  ['vercel-ai-gateway', 'vercel-ai-gateway-key'],
  ['xai', 'xai-api-key'],
  ['moonshot', 'kimi-api-key'],
];

const PROVIDERS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([provider, ...kinds]) => kinds.map((kind) => [kind, provider] as const)),
);

/** The provider whose API key a finding of that kind is; undefined for any other kind. */
export function providerOfKey(kind: string): string | undefined {
  return PROVIDERS.get(kind);
}

/** Every kind that is a key, for tests of the table. */
export const KEY_KINDS: readonly string[] = [...PROVIDERS.keys()];
