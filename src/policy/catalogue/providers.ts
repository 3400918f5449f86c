import anthropicApi from './anthropic-api.json' with { type: 'json' };
import deepinfra from './deepinfra.json' with { type: 'json' };
import googleVertex from './google-vertex.json' with { type: 'json' };
import llamacpp from './llamacpp.json' with { type: 'json' };
import lmstudio from './lmstudio.json' with { type: 'json' };
import nvidiaApiCatalog from './nvidia-api-catalog.json' with { type: 'json' };
import ollama from './ollama.json' with { type: 'json' };
import openaiApi from './openai-api.json' with { type: 'json' };
import vllm from './vllm.json' with { type: 'json' };

/** The provider files that are built in, by id, not parsed yet. */
export const PROVIDER_FILES: Readonly<Record<string, unknown>> = {
  'anthropic-api': anthropicApi,
  deepinfra,
  'google-vertex': googleVertex,
  llamacpp,
  lmstudio,
  'nvidia-api-catalog': nvidiaApiCatalog,
  ollama,
  'openai-api': openaiApi,
  vllm,
};
