import * as v from 'valibot';
import { parseAddress } from './address.ts';
import { getJson, HttpStatus, NotReadable, type Patience } from './get-json.ts';

/** What OpenRouter lists: names of models, and where its list of endpoints without retention has them. */
export interface OpenRouterAnswer {
  /** `canonical` is the name of the version behind the id, where there is one. */
  readonly models: readonly { readonly id: string; readonly canonical: string | null }[];
  /** Endpoints that keep nothing: of which model, by id or canonical name, and at whom. */
  readonly keepNothing: readonly { readonly model: string; readonly at: string }[];
}

export type OpenRouterResult =
  | { readonly ok: true; readonly answer: OpenRouterAnswer }
  | { readonly ok: false; readonly reason: 'unreachable' | 'not-an-answer' }
  | { readonly ok: false; readonly reason: 'refused'; readonly status: number };

export const OPENROUTER = 'https://openrouter.ai';

/** The lists hold descriptions and prices as well, which are not read. */
const PATIENCE: Patience = { milliseconds: 30_000, longest: 40_000_000 };
const MOST_ROWS = 20_000;

const Name = v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/));
const Label = v.pipe(v.string(), v.regex(/^[ -~]{1,100}$/));
const Models = v.object({
  data: v.pipe(
    v.array(v.object({ id: Name, canonical_slug: v.nullish(Name) })),
    v.nonEmpty(),
    v.maxLength(MOST_ROWS),
  ),
});
const Endpoints = v.object({
  data: v.pipe(v.array(v.object({ model_id: Name, provider_name: Label })), v.maxLength(MOST_ROWS)),
});

/**
 * Asks OpenRouter for its list of models (`GET /api/v1/models`) and that of the endpoints that retain nothing
 * (`GET /api/v1/endpoints/zdr`). Only names are taken from them. Both have to be as documented, to the last row: of a
 * list that is read in part, what is missing would look as if it were not there. No key is sent. It never rejects.
 * @param base where they are; another one than OpenRouter's own in tests.
 */
export async function readOpenRouter(
  fetch: typeof globalThis.fetch,
  base: string = OPENROUTER,
): Promise<OpenRouterResult> {
  try {
    const origin = parseAddress(base);
    const [models, endpoints] = await Promise.all([
      getJson(fetch, new URL('/api/v1/models', origin), PATIENCE),
      getJson(fetch, new URL('/api/v1/endpoints/zdr', origin), PATIENCE),
    ]);
    const listed = v.parse(Models, models).data;
    const rows = v.parse(Endpoints, endpoints).data;
    return {
      ok: true,
      answer: {
        models: listed.map(({ id, canonical_slug: canonical }) => ({ id, canonical: canonical ?? null })),
        keepNothing: rows.map(({ model_id: model, provider_name: at }) => ({ model, at })),
      },
    };
  } catch (error) {
    if (error instanceof HttpStatus) return { ok: false, reason: 'refused', status: error.status };
    const isAnswer = error instanceof NotReadable || v.isValiError(error);
    return { ok: false, reason: isAnswer ? 'not-an-answer' : 'unreachable' };
  }
}
