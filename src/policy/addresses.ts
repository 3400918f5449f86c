/** Where a destination written `name/model` goes. */
export interface Address {
  /** The id of the catalogue's entry. */
  readonly provider: string;
  readonly host: string;
}

/** Every name a destination may begin with. The first three are short forms. */
export const ADDRESSES: ReadonlyMap<string, Address> = new Map([
  ['openai', { provider: 'openai-api', host: 'api.openai.com' }],
  ['nvidia', { provider: 'nvidia-api-catalog', host: 'integrate.api.nvidia.com' }],
  ['anthropic', { provider: 'anthropic-api', host: 'api.anthropic.com' }],
  ['deepinfra', { provider: 'deepinfra', host: 'api.deepinfra.com' }],
  ['openai-api', { provider: 'openai-api', host: 'api.openai.com' }],
  ['nvidia-api-catalog', { provider: 'nvidia-api-catalog', host: 'integrate.api.nvidia.com' }],
  ['anthropic-api', { provider: 'anthropic-api', host: 'api.anthropic.com' }],
  ['google-vertex', { provider: 'google-vertex', host: 'aiplatform.googleapis.com' }],
  ['ollama', { provider: 'ollama', host: 'localhost:11434' }],
  ['lmstudio', { provider: 'lmstudio', host: 'localhost:1234' }],
  ['llamacpp', { provider: 'llamacpp', host: 'localhost:8080' }],
  ['vllm', { provider: 'vllm', host: 'localhost:8000' }],
]);
