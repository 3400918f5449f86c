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
    const version = v.safeParse(Version, await getJson(fetch, new URL('/api/version', base), PATIENCE));
    if (!version.success) return 'unknown';
    const tags = v.safeParse(Tags, await getJson(fetch, new URL('/api/tags', base), PATIENCE));
    if (!tags.success) return 'unknown';
    const wanted = [model, `${model}:latest`].map((name) => name.toLowerCase());
    const listed = tags.output.models.filter((one) =>
      [one.name, one.model].some((name) => wanted.includes((name ?? '').toLowerCase())),
    );
    if (listed.some((one) => one.remote_host || one.remote_model)) return 'forwards';
    const whole = listed.filter(({ size, digest }) => (size ?? 0) >= LEAST_WEIGHTS && digest);
    return listed.length > 0 && whole.length === listed.length ? 'itself' : 'unknown';
  } catch {
    return 'unknown';
  }
}
