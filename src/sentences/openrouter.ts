import type { Listing, OpenRouterLists } from '../policy/openrouter-lists.ts';
import type { OpenRouterResult } from '../wire/openrouter.ts';
import { inSeries } from './policy-words.ts';
import type { Translate } from './translate.ts';

/** What OpenRouter's own lists say of a model, for the card; it is no fact of the policy. */
export function listingSentence({ readOn, old, isListed, keepNothing }: Listing, t: Translate): string {
  const found = !isListed
    ? t('It is not among the models listed.')
    : keepNothing === undefined
      ? t('It is listed; whether an endpoint of it keeps nothing, the lists do not say of a variant.')
      : keepNothing.length === 0
        ? t('It is listed, with no endpoint that keeps nothing.')
        : t('It is listed, with endpoints that keep nothing at {0}.', inSeries([...keepNothing], t));
  const day = old ? t('As of {0}, which is long ago: refresh them.', readOn) : t('As of {0}.', readOn);
  return `${found} ${day} ${t('No fact above rests on this.')}`;
}

/** What came of asking for the lists. */
export function refreshedSentence({ models }: OpenRouterLists, t: Translate): string {
  const all = Object.values(models);
  return t(
    'OpenRouter lists {0} models; {1} have an endpoint that keeps nothing. No fact has changed.',
    all.length,
    all.filter((at) => at.length > 0).length,
  );
}

/** Why asking for the lists came to nothing. */
export function notRefreshedSentence(result: Extract<OpenRouterResult, { ok: false }>, t: Translate): string {
  const why =
    result.reason === 'unreachable'
      ? t('OpenRouter could not be reached.')
      : result.reason === 'refused'
        ? t('OpenRouter answered with status {0}.', result.status)
        : t('What OpenRouter answered is not in the form that it documents.');
  return `${why} ${t('The lists are as they were.')}`;
}
