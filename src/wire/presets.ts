/** What the API of a host takes at all; a model of it may take less. */
export type Feature = 'tools' | 'images' | 'system';

/** A host that requests can be sent to without further settings. */
export interface Preset {
  /** Id of its entry in the policy catalogue. */
  readonly provider: string;
  /** Short name, as destinations are written: `openai/gpt-5`. */
  readonly alias: string;
  /** Name for people. */
  readonly name: string;
  /** The path of the wire format is appended to it. */
  readonly baseUrl: string;
  /** Where a key is made. */
  readonly keyPage: string;
  /** A few models to start from, none where none is certain; any other can be typed. */
  readonly models: readonly string[];
  /** The same of models that only another endpoint of the host serves, and the short name of that. */
  readonly elsewhere?: { readonly alias: string; readonly models: readonly string[] };
  readonly features: readonly Feature[];
}

const ALL: readonly Feature[] = ['tools', 'images', 'system'];
/** Its models take text alone. */
const NO_IMAGES: readonly Feature[] = ['tools', 'system'];

export const PRESETS: readonly Preset[] = [
  {
    provider: 'openai-api',
    alias: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    keyPage: 'https://platform.openai.com/api-keys',
    models: ['gpt-5', 'gpt-5-mini', 'gpt-4.1'],
    // What OpenAI's client lists for responses and not for chat completions (`ResponsesModel`, `ChatModel`).
    elsewhere: { alias: 'openai-responses', models: ['gpt-5-pro', 'o3-pro'] },
    features: ALL,
  },
  {
    provider: 'nvidia-api-catalog',
    alias: 'nvidia',
    name: 'NVIDIA API Catalog',
    baseUrl: 'https://integrate.api.nvidia.com/v1',
    keyPage: 'https://build.nvidia.com/settings/api-keys',
    models: ['nvidia/nemotron-4-340b-instruct', 'meta/llama-3.3-70b-instruct'],
    features: ALL,
  },
  {
    provider: 'deepinfra',
    alias: 'deepinfra',
    name: 'DeepInfra',
    baseUrl: 'https://api.deepinfra.com/v1/openai',
    keyPage: 'https://deepinfra.com/dash/api_keys',
    models: ['meta-llama/Llama-3.3-70B-Instruct', 'google/gemini-2.5-flash', 'anthropic/claude-4-sonnet'],
    features: ALL,
  },
  {
    provider: 'anthropic-api',
    alias: 'anthropic',
    name: 'Anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    keyPage: 'https://console.anthropic.com/settings/keys',
    // Those its own client names first (`Model`).
    models: ['claude-sonnet-5-5', 'claude-opus-5-5', 'claude-haiku-5-5'],
    features: ALL,
  },
  {
    provider: 'google-gemini-api',
    alias: 'gemini',
    name: 'Google Gemini API',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    keyPage: 'https://aistudio.google.com/apikey',
    models: ['gemini-2.5-pro', 'gemini-2.5-flash'],
    features: ALL,
  },
  {
    provider: 'mistral',
    alias: 'mistral',
    name: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    keyPage: 'https://console.mistral.ai/api-keys',
    models: ['mistral-large-latest', 'codestral-latest'],
    features: ALL,
  },
  {
    provider: 'groq',
    alias: 'groq',
    name: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    keyPage: 'https://console.groq.com/keys',
    models: ['llama-3.3-70b-versatile', 'openai/gpt-oss-120b'],
    features: ALL,
  },
  {
    provider: 'together',
    alias: 'together',
    name: 'Together AI',
    baseUrl: 'https://api.together.xyz/v1',
    keyPage: 'https://api.together.ai/settings/api-keys',
    models: ['meta-llama/Llama-3.3-70B-Instruct-Turbo'],
    features: ALL,
  },
  {
    provider: 'fireworks',
    alias: 'fireworks',
    name: 'Fireworks AI',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    keyPage: 'https://app.fireworks.ai/settings/users/api-keys',
    models: ['accounts/fireworks/models/llama-v3p3-70b-instruct'],
    features: ALL,
  },
  {
    provider: 'openrouter',
    alias: 'openrouter',
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    keyPage: 'https://openrouter.ai/settings/keys',
    models: ['openai/gpt-5', 'anthropic/claude-sonnet-4.5'],
    features: ALL,
  },
  {
    provider: 'xai',
    alias: 'xai',
    name: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    keyPage: 'https://console.x.ai',
    models: ['grok-4'],
    features: ALL,
  },
  {
    provider: 'deepseek',
    alias: 'deepseek',
    name: 'DeepSeek',
    baseUrl: 'https://api.deepseek.com/v1',
    keyPage: 'https://platform.deepseek.com/api_keys',
    models: ['deepseek-chat', 'deepseek-reasoner'],
    features: NO_IMAGES,
  },
  {
    provider: 'cohere',
    alias: 'cohere',
    name: 'Cohere',
    baseUrl: 'https://api.cohere.ai/compatibility/v1',
    keyPage: 'https://dashboard.cohere.com/api-keys',
    models: ['command-a-03-2025'],
    features: ALL,
  },
  {
    provider: 'perplexity',
    alias: 'perplexity',
    name: 'Perplexity',
    baseUrl: 'https://api.perplexity.ai',
    keyPage: 'https://www.perplexity.ai/settings/api',
    models: ['sonar', 'sonar-pro'],
    features: ['images', 'system'],
  },
  {
    provider: 'huggingface-router',
    alias: 'huggingface',
    name: 'Hugging Face',
    baseUrl: 'https://router.huggingface.co/v1',
    keyPage: 'https://huggingface.co/settings/tokens',
    models: ['openai/gpt-oss-120b'],
    features: ALL,
  },
  {
    provider: 'cerebras',
    alias: 'cerebras',
    name: 'Cerebras',
    baseUrl: 'https://api.cerebras.ai/v1',
    keyPage: 'https://cloud.cerebras.ai',
    models: ['gpt-oss-120b'],
    features: NO_IMAGES,
  },
  {
    provider: 'sambanova',
    alias: 'sambanova',
    name: 'SambaNova',
    baseUrl: 'https://api.sambanova.ai/v1',
    keyPage: 'https://cloud.sambanova.ai/apis',
    models: ['Meta-Llama-3.3-70B-Instruct'],
    features: ALL,
  },
  {
    provider: 'vercel-ai-gateway',
    alias: 'vercel',
    name: 'Vercel AI Gateway',
    baseUrl: 'https://ai-gateway.vercel.sh/v1',
    keyPage: 'https://vercel.com/dashboard',
    models: ['openai/gpt-5', 'anthropic/claude-sonnet-4.5'],
    features: ALL,
  },
  {
    provider: 'moonshot',
    alias: 'moonshot',
    name: 'Moonshot AI',
    baseUrl: 'https://api.moonshot.ai/v1',
    keyPage: 'https://platform.moonshot.ai/console/api-keys',
    models: [],
    features: ALL,
  },
  {
    provider: 'alibaba-dashscope',
    alias: 'dashscope',
    name: 'Alibaba Model Studio',
    baseUrl: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1',
    keyPage: 'https://modelstudio.console.alibabacloud.com',
    models: ['qwen-plus', 'qwen-max'],
    features: ALL,
  },
  {
    provider: 'zai',
    alias: 'zai',
    name: 'Z.ai',
    baseUrl: 'https://api.z.ai/api/paas/v4',
    keyPage: 'https://z.ai/manage-apikey/apikey-list',
    models: ['glm-4.6'],
    features: ALL,
  },
];

/** The preset of a catalogue entry, if requests can be sent there. */
export function presetOf(provider: string): Preset | undefined {
  return PRESETS.find((preset) => preset.provider === provider);
}

/** The models to start from, each under the short name it is served by. */
export function startingPoints({
  alias,
  models,
  elsewhere,
}: Preset): readonly { readonly alias: string; readonly model: string }[] {
  return [
    ...models.map((model) => ({ alias, model })),
    ...(elsewhere?.models ?? []).map((model) => ({ alias: elsewhere?.alias ?? alias, model })),
  ];
}

/** A model of a preset as a destination is written: under the short name it is served by. */
export function writtenModel({ alias, elsewhere }: Preset, model: string): string {
  return `${elsewhere?.models.includes(model) ? elsewhere.alias : alias}/${model}`;
}
