/** A host that requests can be sent to without further settings. */
export interface Preset {
  /** Id of its entry in the policy catalogue. */
  readonly provider: string;
  /** Short name, as destinations are written: `openai/gpt-5`. */
  readonly alias: string;
  /** Name for people. */
  readonly name: string;
  /** OpenAI-compatible; the endpoint is appended to it. */
  readonly baseUrl: string;
  /** Where a key is made. */
  readonly keyPage: string;
  /** A few models to start from; any other can be typed. */
  readonly models: readonly string[];
}

export const PRESETS: readonly Preset[] = [
  {
    provider: 'openai-api',
    alias: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    keyPage: 'https://platform.openai.com/api-keys',
    models: ['gpt-5', 'gpt-5-mini', 'gpt-4.1'],
  },
  {
    provider: 'nvidia-api-catalog',
    alias: 'nvidia',
    name: 'NVIDIA API Catalog',
    baseUrl: 'https://integrate.api.nvidia.com/v1',
    keyPage: 'https://build.nvidia.com/settings/api-keys',
    models: ['nvidia/nemotron-4-340b-instruct', 'meta/llama-3.3-70b-instruct'],
  },
  {
    provider: 'deepinfra',
    alias: 'deepinfra',
    name: 'DeepInfra',
    baseUrl: 'https://api.deepinfra.com/v1/openai',
    keyPage: 'https://deepinfra.com/dash/api_keys',
    models: ['meta-llama/Llama-3.3-70B-Instruct', 'google/gemini-2.5-flash', 'anthropic/claude-4-sonnet'],
  },
];

/** The preset of a catalogue entry, if requests can be sent there. */
export function presetOf(provider: string): Preset | undefined {
  return PRESETS.find((preset) => preset.provider === provider);
}
