import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { getJson, type Patience } from './get-json.ts';

/**
 * What a server on this machine says of a model: that it serves it itself, that it hands requests on to somebody
 * else's, or nothing that could be believed.
 */
export type Served = 'itself' | 'forwards' | 'unknown';

const PATIENCE: Patience = { milliseconds: 1_500, longest: 4_000_000 };
/** In bytes; a model that is served elsewhere is listed with a few hundred, its weights are many millions. */
const LEAST_WEIGHTS = 1_000_000;

const Version = v.object({ version: v.pipe(v.string(), v.nonEmpty()) });
const Tags = v.object({
  models: v.array(
    v.object({
      name: v.nullish(v.string(), ''),
      model: v.nullish(v.string(), ''),
      size: v.nullish(v.number(), 0),
      digest: v.nullish(v.string(), ''),
      remote_host: v.nullish(v.string(), ''),
      remote_model: v.nullish(v.string(), ''),
    }),
  ),
});

/** A row of Ollama's list of models. */
export type Tag = v.InferOutput<typeof Tags>['models'][number];

/** The questions that tell an Ollama: its version, and the list of its models. */
export const OLLAMA_QUESTIONS = ['/api/version', '/api/tags'] as const;

/** The models that an Ollama lists, by its answers to both questions; undefined for any other server. */
export function readOllama(version: unknown, tags: unknown): readonly Tag[] | undefined {
  if (!v.is(Version, version)) return undefined;
  const parsed = v.safeParse(Tags, tags);
  return parsed.success ? parsed.output.models : undefined;
}

/** What an Ollama's list says of each model. */
export function servedBy(tags: readonly Tag[]): (model: string) => Served {
  // A list may be as long as somebody likes, so it is gone through once.
  const named = new Map<string, Set<Tag>>();
  for (const tag of tags) {
    for (const name of [tag.name, tag.model].map((one) => (one ?? '').toLowerCase())) {
      const before = named.get(name);
      if (before) before.add(tag);
      else named.set(name, new Set([tag]));
    }
  }
  const said = new Map<string, Served>();
  return (model) => {
    const wanted = model.toLowerCase();
    const before = said.get(wanted);
    if (before !== undefined) return before;
    const served = judge([...(named.get(wanted) ?? []), ...(named.get(`${wanted}:latest`) ?? [])]);
    said.set(wanted, served);
    return served;
  };
}

function judge(listed: readonly Tag[]): Served {
  const forwarded = listed.filter((one) => one.remote_host || one.remote_model);
  // The terms of what it forwards are those of Ollama's own cloud: of another host nothing is known.
  if (forwarded.length > 0) return forwarded.every(isOllamaCloud) ? 'forwards' : 'unknown';
  const whole = listed.filter(({ size, digest }) => (size ?? 0) >= LEAST_WEIGHTS && digest);
  return listed.length > 0 && whole.length === listed.length ? 'itself' : 'unknown';
}

/** The host that a model is forwarded to; '' where it is not told, undefined where it is not forwarded. */
export function forwardedTo({ remote_host: host, remote_model: model }: Tag): string | undefined {
  if (!host) return model ? '' : undefined;
  const url = URL.canParse(host) ? new URL(host) : undefined;
  // Any name may be in a list, so it is shown as that of a host or not at all.
  return url && /^[a-z0-9.-]{1,253}$/.test(url.hostname) ? url.hostname : '';
}

function isOllamaCloud(tag: Tag): boolean {
  return forwardedTo(tag) === 'ollama.com';
}

/**
 * Asks a server on loopback about a model, by Ollama's own API: its version, then the list of its models
 * (`GET /api/tags`), which names a `remote_host` for those it forwards. The name of the model proves nothing. A server
 * that is no Ollama, does not list the model, or lists it without weights of its own, says nothing. Nothing of a prompt
 * is in the question, and it follows no redirect. It never rejects.
 *
 * Others are not asked, as none of them would tell. LM Studio serves a model of another device on the link "as if" it
 * were here, over the same address and lists (https://lmstudio.ai/docs/developer/core/lmlink). What llama.cpp's server
 * says at `/props`, path of the weights included, comes the same through a proxy before it, which may stand before
 * servers elsewhere (https://github.com/mostlygeek/llama-swap/pull/886). vLLM says its version and names. They are
 * unknown until the user says whose terms hold.
 * @param host with its port; one that is not loopback is not asked.
 */
export async function askLocalServer(
  fetch: typeof globalThis.fetch,
  host: string,
  model: string,
): Promise<Served> {
  try {
    // Plain http is possible on loopback only; anything else is refused here.
    const base = parseAddress(`http://${host}/`);
    const version = await getJson(fetch, new URL(OLLAMA_QUESTIONS[0], base), PATIENCE);
    if (!v.is(Version, version)) return 'unknown';
    const tags = readOllama(version, await getJson(fetch, new URL(OLLAMA_QUESTIONS[1], base), PATIENCE));
    return tags === undefined ? 'unknown' : servedBy(tags)(model);
  } catch {
    return 'unknown';
  }
}
