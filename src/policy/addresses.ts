/** Where a destination written `name/model` goes. */
export interface Address {
  /** The id of the catalogue's entry. */
  readonly provider: string;
  readonly host: string;
  /** The path of the API, as its maker documents it. */
  readonly endpoint: string;
}

/** What most hosts speak. */
export const DEFAULT_ENDPOINT = '/v1/chat/completions';

/**
 * Short name, id of the catalogue's entry, host, and the endpoint where it is another than most have. Of several names
 * for one entry, its id means the first.
 */
const ROWS: readonly (readonly [name: string, provider: string, host: string, endpoint?: string])[] = [
  ['openai', 'openai-api', 'api.openai.com'],
  ['openai-responses', 'openai-api', 'api.openai.com', '/v1/responses'],
  ['nvidia', 'nvidia-api-catalog', 'integrate.api.nvidia.com'],
  ['anthropic', 'anthropic-api', 'api.anthropic.com', '/v1/messages'],
  ['deepinfra', 'deepinfra', 'api.deepinfra.com'],
  ['gemini', 'google-gemini-api', 'generativelanguage.googleapis.com'],
  ['google-vertex', 'google-vertex', 'aiplatform.googleapis.com'],
  ['mistral', 'mistral', 'api.mistral.ai'],
  ['groq', 'groq', 'api.groq.com'],
  ['together', 'together', 'api.together.xyz'],
  ['fireworks', 'fireworks', 'api.fireworks.ai'],
  ['openrouter', 'openrouter', 'openrouter.ai'],
  ['xai', 'xai', 'api.x.ai'],
  ['deepseek', 'deepseek', 'api.deepseek.com'],
  ['cohere', 'cohere', 'api.cohere.ai'],
  ['perplexity', 'perplexity', 'api.perplexity.ai'],
  ['huggingface', 'huggingface-router', 'router.huggingface.co'],
  ['cerebras', 'cerebras', 'api.cerebras.ai'],
  ['sambanova', 'sambanova', 'api.sambanova.ai'],
  ['vercel', 'vercel-ai-gateway', 'ai-gateway.vercel.sh'],
  ['moonshot', 'moonshot', 'api.moonshot.ai'],
  ['dashscope', 'alibaba-dashscope', 'dashscope-intl.aliyuncs.com'],
  ['zai', 'zai', 'api.z.ai'],
  ['ollama', 'ollama', 'localhost:11434'],
  ['lmstudio', 'lmstudio', 'localhost:1234'],
  ['llamacpp', 'llamacpp', 'localhost:8080'],
  ['vllm', 'vllm', 'localhost:8000'],
];

/** Every name a destination may begin with: the short names, then the ids of the catalogue. */
export const ADDRESSES: ReadonlyMap<string, Address> = new Map([
  ...ROWS.map((row) => [row[0], addressOf(row)] as const),
  ...ROWS.toReversed().map((row) => [row[1], addressOf(row)] as const),
]);

function addressOf([, provider, host, endpoint = DEFAULT_ENDPOINT]: (typeof ROWS)[number]): Address {
  return { provider, host, endpoint };
}
