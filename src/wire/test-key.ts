import { parseAddress } from './address.ts';
import { isUsableKey } from './api-key.ts';
import type { Target } from './cleared.ts';
import { getJson, HttpStatus, NotReadable, type Patience } from './get-json.ts';
import { headersWithKey } from './key-headers.ts';

/** What a host said of a key. */
export type KeyVerdict =
  | { readonly said: 'accepted' }
  | { readonly said: 'refused'; readonly status: number }
  /** The host could be reached, and nothing was learnt: `open` lists its models to anybody. */
  | { readonly said: 'nothing'; readonly why: 'open' }
  | { readonly said: 'nothing'; readonly why: 'status'; readonly status: number }
  | { readonly said: 'nothing'; readonly why: 'no-list' | 'unreachable' | 'not-sent' };

const PATIENCE: Patience = { milliseconds: 15_000, longest: 20_000_000 };

/** Questions by provider where the list of models says nothing, since anybody gets it. */
const QUESTIONS: Readonly<Record<string, string>> = {
  // https://openrouter.ai/docs/api-reference/limits
  openrouter: '/key',
};

/**
 * Asks a host what it thinks of a key, by a question that costs nothing: its list of models. A list that is given
 * without a key as well says nothing about one. The key goes to the target's own host and nowhere else, no redirect is
 * followed, and nothing of the answer is kept. It never rejects.
 * @param provider id in the catalogue, where a host has a question of its own.
 */
export async function testKey(
  fetch: typeof globalThis.fetch,
  target: Target,
  key: string,
  provider = '',
): Promise<KeyVerdict> {
  if (!isUsableKey(key)) return { said: 'nothing', why: 'not-sent' };
  const own = Object.hasOwn(QUESTIONS, provider) ? QUESTIONS[provider] : undefined;
  let url: URL;
  try {
    url = parseAddress(`${target.baseUrl}${own ?? '/models'}`);
  } catch {
    return { said: 'nothing', why: 'not-sent' };
  }
  const withKey = await ask(fetch, url, headersWithKey(target, key));
  if (withKey === 401) return { said: 'refused', status: withKey };
  if (withKey === 404) return { said: 'nothing', why: 'no-list' };
  if (typeof withKey === 'string') return { said: 'nothing', why: withKey };
  if (withKey !== 200) return { said: 'nothing', why: 'status', status: withKey };
  if (own !== undefined) return { said: 'accepted' };
  const withoutKey = await ask(fetch, url, headersWithKey(target, undefined));
  if (typeof withoutKey === 'string') return { said: 'nothing', why: withoutKey };
  // Whichever of these it is, the key made the difference.
  if ([400, 401, 403].includes(withoutKey)) return { said: 'accepted' };
  return { said: 'nothing', why: 'open' };
}

/** The status of an answer; 200 only for JSON. */
async function ask(
  fetch: typeof globalThis.fetch,
  url: URL,
  headers: Readonly<Record<string, string>>,
): Promise<number | 'unreachable' | 'no-list'> {
  try {
    await getJson(fetch, url, PATIENCE, headers);
    return 200;
  } catch (error) {
    if (error instanceof NotReadable) return 'no-list';
    return error instanceof HttpStatus ? error.status : 'unreachable';
  }
}
