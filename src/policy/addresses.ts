/** Where a destination written `name/model` goes. */
export interface Address {
  /** The id of the catalogue's entry. */
  readonly provider: string;
  readonly host: string;
}

/** Short name, id of the catalogue's entry, host. The short name comes first where it is not the id itself. */
const ROWS: readonly (readonly [name: string, provider: string, host: string])[] = [
  ['openai', 'openai-api', 'api.openai.com'],
  ['nvidia', 'nvidia-api-catalog', 'integrate.api.nvidia.com'],
  ['anthropic', 'anthropic-api', 'api.anthropic.com'],
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
  ...ROWS.map(([name, provider, host]) => [name, { provider, host }] as const),
  ...ROWS.map(([, provider, host]) => [provider, { provider, host }] as const),
]);
