/** What servers on a developer's machine answer, by path, as their makers document it. */
const LLAMA_MODEL = {
  id: 'qwen3-8b',
  object: 'model',
  created: 1_760_000_000,
  owned_by: 'llamacpp',
  meta: {},
};

export const LM_STUDIO_ZERO = {
  '/api/v0/models': {
    object: 'list',
    data: [
      {
        id: 'qwen2-vl-7b-instruct',
        object: 'model',
        type: 'vlm',
        publisher: 'mlx-community',
        arch: 'qwen2_vl',
        compatibility_type: 'mlx',
        quantization: '4bit',
        state: 'not-loaded',
        max_context_length: 32_768,
      },
      {
        id: 'text-embedding-nomic',
        object: 'model',
        type: 'embeddings',
        publisher: 'nomic-ai',
        arch: 'nomic-bert',
        compatibility_type: 'gguf',
        quantization: 'Q4_0',
        state: 'not-loaded',
        max_context_length: 2048,
      },
    ],
  },
  '/v1/models': {
    object: 'list',
    data: [{ id: 'qwen2-vl-7b-instruct', object: 'model', owned_by: 'organization_owner' }],
  },
};

export const LM_STUDIO_ONE = {
  ...LM_STUDIO_ZERO,
  '/api/v1/models': {
    models: [
      {
        type: 'llm',
        publisher: 'google',
        key: 'google/gemma-3-12b',
        display_name: 'Gemma 3 12B',
        loaded_instances: [{ id: 'google/gemma-3-12b', config: { context_length: 4096 } }],
        max_context_length: 131_072,
      },
      {
        type: 'embedding',
        publisher: 'nomic-ai',
        key: 'text-embedding-nomic',
        display_name: 'Nomic',
        loaded_instances: [],
        max_context_length: 2048,
      },
    ],
  },
};

export const LLAMA_CPP = {
  '/props': {
    default_generation_settings: { n_ctx: 4096, params: {} },
    total_slots: 1,
    model_alias: 'qwen3-8b',
    model_path: '/models/qwen3-8b.gguf',
    build_info: 'b8771-0a1b2c3d',
  },
  '/health': { status: 'ok' },
  '/v1/models': { object: 'list', data: [LLAMA_MODEL] },
};

export const VLLM = {
  '/version': { version: '0.11.0' },
  '/v1/models': {
    object: 'list',
    data: [
      {
        id: 'Qwen/Qwen3-8B',
        object: 'model',
        owned_by: 'vllm',
        root: 'Qwen/Qwen3-8B',
        max_model_len: 40_960,
      },
    ],
  },
};
