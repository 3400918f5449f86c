import alibabaDashscope from './alibaba-dashscope.json' with { type: 'json' };
import anthropicApi from './anthropic-api.json' with { type: 'json' };
import awsBedrock from './aws-bedrock.json' with { type: 'json' };
import azureOpenai from './azure-openai.json' with { type: 'json' };
import cerebras from './cerebras.json' with { type: 'json' };
import cloudflareWorkersAi from './cloudflare-workers-ai.json' with { type: 'json' };
import cohere from './cohere.json' with { type: 'json' };
import deepinfra from './deepinfra.json' with { type: 'json' };
import deepseek from './deepseek.json' with { type: 'json' };
import fireworks from './fireworks.json' with { type: 'json' };
import githubCopilot from './github-copilot.json' with { type: 'json' };
import githubModels from './github-models.json' with { type: 'json' };
import googleGeminiApi from './google-gemini-api.json' with { type: 'json' };
import googleVertex from './google-vertex.json' with { type: 'json' };
import groq from './groq.json' with { type: 'json' };
import huggingfaceRouter from './huggingface-router.json' with { type: 'json' };
import llamacpp from './llamacpp.json' with { type: 'json' };
import lmstudio from './lmstudio.json' with { type: 'json' };
import mistral from './mistral.json' with { type: 'json' };
import moonshot from './moonshot.json' with { type: 'json' };
import nvidiaApiCatalog from './nvidia-api-catalog.json' with { type: 'json' };
import ollama from './ollama.json' with { type: 'json' };
import openaiApi from './openai-api.json' with { type: 'json' };
import openrouter from './openrouter.json' with { type: 'json' };
import perplexity from './perplexity.json' with { type: 'json' };
import replicate from './replicate.json' with { type: 'json' };
import sambanova from './sambanova.json' with { type: 'json' };
import together from './together.json' with { type: 'json' };
import vercelAiGateway from './vercel-ai-gateway.json' with { type: 'json' };
import vllm from './vllm.json' with { type: 'json' };
import xai from './xai.json' with { type: 'json' };
import zai from './zai.json' with { type: 'json' };

/** The provider files that are built in, by id, not parsed yet. */
export const PROVIDER_FILES: Readonly<Record<string, unknown>> = {
  'alibaba-dashscope': alibabaDashscope,
  'anthropic-api': anthropicApi,
  'aws-bedrock': awsBedrock,
  'azure-openai': azureOpenai,
  cerebras,
  'cloudflare-workers-ai': cloudflareWorkersAi,
  cohere,
  deepinfra,
  deepseek,
  fireworks,
  'github-copilot': githubCopilot,
  'github-models': githubModels,
  'google-gemini-api': googleGeminiApi,
  'google-vertex': googleVertex,
  groq,
  'huggingface-router': huggingfaceRouter,
  llamacpp,
  lmstudio,
  mistral,
  moonshot,
  'nvidia-api-catalog': nvidiaApiCatalog,
  ollama,
  'openai-api': openaiApi,
  openrouter,
  perplexity,
  replicate,
  sambanova,
  together,
  'vercel-ai-gateway': vercelAiGateway,
  vllm,
  xai,
  zai,
};
