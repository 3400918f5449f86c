import * as v from 'valibot';
import type { JsonAnswer } from './get-json.ts';
import { forwardedTo, OLLAMA_QUESTIONS, readOllama, type Served, servedBy } from './local-server.ts';
import type { Feature } from './presets.ts';

/** A model that a server on this machine lists. */
export interface LocalModel {
  readonly id: string;
  readonly served: Served;
  /** The host it is forwarded to, '' where that is not told; undefined where it is not known to be forwarded. */
  readonly forwardedTo?: string;
}

/** A kind of server that people run on their machine. */
export interface LocalKind {
  /** Id of its entry in the policy catalogue. */
  readonly provider: string;
  /** Short name, as destinations are written. */
  readonly alias: string;
  /** Name for people. */
  readonly name: string;
  /** The port it listens on by default. */
  readonly port: number;
  readonly features: readonly Feature[];
  /** Whether it tells which models it serves itself, and which it forwards. */
  readonly tells: boolean;
  /** The paths that are asked for. */
  readonly questions: readonly string[];
  /** The models that it serves, by what was answered to each question; undefined where it is another server. */
  readonly read: (answers: readonly (JsonAnswer | undefined)[]) => readonly LocalModel[] | undefined;
}

const Listed = v.object({
  data: v.array(v.object({ id: v.string(), owned_by: v.nullish(v.string()) })),
});

/** https://lmstudio.ai/docs/developer/rest/endpoints: `compatibility_type` and `state` are no others'. */
const LmStudioZero = v.object({
  data: v.array(
    v.object({ id: v.string(), type: v.string(), state: v.string(), compatibility_type: v.string() }),
  ),
});
/** https://lmstudio.ai/docs/developer/rest/list */
const LmStudioOne = v.object({
  models: v.array(v.object({ key: v.string(), type: v.string(), loaded_instances: v.array(v.unknown()) })),
});

/** https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md */
const LlamaProps = v.object({ total_slots: v.number(), default_generation_settings: v.unknown() });

const VllmVersion = v.object({ version: v.string() });

const ALL: readonly Feature[] = ['tools', 'images', 'system'];

/** In the order they are offered. What they say of themselves is no proof of more than that they say so. */
export const LOCAL_KINDS: readonly LocalKind[] = [
  {
    provider: 'ollama',
    alias: 'ollama',
    name: 'Ollama',
    port: 11434,
    features: ALL,
    tells: true,
    questions: OLLAMA_QUESTIONS,
    read([version, tags]) {
      const listed = readOllama(version?.json, tags?.json);
      const served = servedBy(listed ?? []);
      return listed?.map((tag) => {
        const id = tag.model || tag.name || '';
        const to = forwardedTo(tag);
        return { id, served: served(id), ...(to !== undefined && { forwardedTo: to }) };
      });
    },
  },
  {
    provider: 'lmstudio',
    alias: 'lmstudio',
    name: 'LM Studio',
    port: 1234,
    features: ALL,
    tells: false,
    questions: ['/api/v1/models', '/api/v0/models'],
    read([one, zero]) {
      if (v.is(LmStudioOne, one?.json)) return unknown(one.json.models.filter(chats).map(({ key }) => key));
      if (v.is(LmStudioZero, zero?.json)) return unknown(zero.json.data.filter(chats).map(({ id }) => id));
      return undefined;
    },
  },
  {
    provider: 'llamacpp',
    alias: 'llamacpp',
    name: 'llama.cpp',
    port: 8080,
    features: ALL,
    tells: false,
    questions: ['/props', '/v1/models'],
    read([props, models]) {
      if (!v.is(Listed, models?.json)) return undefined;
      const { data } = models.json;
      const owned = data.length > 0 && data.every(({ owned_by: owner }) => owner === 'llamacpp');
      const says = [props, models].some((answer) => answer?.server === 'llama.cpp');
      if (!owned && !says && !v.is(LlamaProps, props?.json)) return undefined;
      // Without an alias a model is called by the path of its file, and answers to any name.
      return unknown(data.map(({ id }) => id.replace(/^.{0,4000}[/\\](?=[^/\\]{1,200}\.gguf$)/i, '')));
    },
  },
  {
    provider: 'vllm',
    alias: 'vllm',
    name: 'vLLM',
    port: 8000,
    features: ALL,
    tells: false,
    questions: ['/version', '/v1/models'],
    read([version, models]) {
      if (!v.is(VllmVersion, version?.json) || !v.is(Listed, models?.json)) return undefined;
      const { data } = models.json;
      const owned = data.length > 0 && data.every(({ owned_by: owner }) => owner === 'vllm');
      return owned ? unknown(data.map(({ id }) => id)) : undefined;
    },
  },
];

/** The kind of server behind a catalogue entry, if it is one that runs on people's machines. */
export function localKindOf(provider: string): LocalKind | undefined {
  return LOCAL_KINDS.find((kind) => kind.provider === provider);
}

/** What only an Ollama tells: see `askLocalServer`. */
function unknown(ids: readonly string[]): readonly LocalModel[] {
  return ids.map((id) => ({ id, served: 'unknown' }));
}

function chats({ type }: { readonly type: string }): boolean {
  return !/^embeddings?$/.test(type);
}
