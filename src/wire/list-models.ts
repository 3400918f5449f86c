import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { isUsableKey } from './api-key.ts';
import type { Target } from './cleared.ts';
import { WireFault } from './fault.ts';
import { getJson, HttpStatus, NotReadable, type Patience } from './get-json.ts';
import { formatAsked, headersWithKey } from './key-headers.ts';

/** Why a host's models are not known. */
export interface NoList {
  readonly ok: false;
  readonly reason:
    'no-list' | 'not-a-list' | 'unreachable' | 'not-sent' | 'redirected' | 'refused' | 'other-status';
  /** HTTP status, where there was one. */
  readonly status?: number;
}

/** The models a host lists, by their ids, in their alphabet's order. */
export type ModelList = { readonly ok: true; readonly models: readonly string[] } | NoList;

/** Some describe every model at length. */
const PATIENCE: Patience = { milliseconds: 20_000, longest: 20_000_000 };
const MOST_PAGES = 20;
const MOST_MODELS = 5_000;

const Row = v.object({ id: v.string() });
const Page = v.object({
  data: v.array(v.unknown()),
  has_more: v.nullish(v.boolean()),
  last_id: v.nullish(v.string()),
});

/** Models for something else than a conversation, as far as their names say so. */
const NO_CHAT =
  /(?:^|[-_/.])(?:embed(?:ding)?s?|bge|e5|gte|whisper|tts|dall-e|moderation|rerank(?:er)?|transcribe|speech|sora|imagen|veo|guard|clip|stable-diffusion|flux|sdxl|davinci|babbage)(?:[-_/.\d]|$)/i;

/**
 * Asks a host for the models it has: `GET {baseUrl}/models`, as OpenAI has it, or Anthropic, whose list comes in pages.
 * The key goes to the target's own host only, no redirect is followed, and nothing of a prompt is in the question. Ids
 * that are not printable ASCII are left out, and so are models that are no good for a conversation by their names. It never
 * rejects.
 * @see https://platform.openai.com/docs/api-reference/models/list
 * @see https://docs.anthropic.com/en/api/models-list
 */
export async function listModels(
  fetch: typeof globalThis.fetch,
  target: Target,
  key: string | undefined,
): Promise<ModelList> {
  if (key !== undefined && !isUsableKey(key)) return { ok: false, reason: 'not-sent' };
  const models = new Set<string>();
  try {
    const base = parseAddress(`${target.baseUrl}/models`);
    const isPaged = formatAsked(target) === 'messages';
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const url = new URL(base);
      if (isPaged) url.searchParams.set('limit', '1000');
      if (after !== undefined) url.searchParams.set('after_id', after);
      const answer = pageOf(await getJson(fetch, url, PATIENCE, headersWithKey(target, key)));
      if (answer === undefined) return { ok: false, reason: 'not-a-list' };
      for (const row of answer.data) {
        if (models.size < MOST_MODELS && v.is(Row, row) && isChat(row.id)) models.add(nameOf(row.id));
      }
      const { has_more: more, last_id: last } = answer;
      if (more !== true || !last || last === after || models.size >= MOST_MODELS) break;
      after = last;
    }
  } catch (error) {
    return whyNot(error);
  }
  return { ok: true, models: [...models].toSorted() };
}

/** Together answers with the list itself: https://docs.together.ai/reference/models-1 */
function pageOf(json: unknown): v.InferOutput<typeof Page> | undefined {
  if (Array.isArray(json)) return { data: json };
  const parsed = v.safeParse(Page, json);
  return parsed.success ? parsed.output : undefined;
}

function isChat(id: string): boolean {
  // `$(` begins an icon where the editor shows it.
  return /^[!-~]{1,200}$/.test(id) && !id.includes('$(') && !NO_CHAT.test(id);
}

/** Gemini lists `models/gemini-2.5-pro` for what a request calls `gemini-2.5-pro`. */
function nameOf(id: string): string {
  return id.replace(/^models\/(?=.)/, '');
}

function whyNot(error: unknown): NoList {
  if (error instanceof HttpStatus) {
    const { status } = error;
    if (status === 401 || status === 403) return { ok: false, reason: 'refused', status };
    if (status === 404 || status === 405) return { ok: false, reason: 'no-list', status };
    if (status >= 300 && status < 400) return { ok: false, reason: 'redirected', status };
    return { ok: false, reason: 'other-status', status };
  }
  if (error instanceof NotReadable) return { ok: false, reason: 'not-a-list' };
  return { ok: false, reason: error instanceof WireFault ? 'not-sent' : 'unreachable' };
}
