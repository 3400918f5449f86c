import * as v from 'valibot';
import type { OpenRouterAnswer } from '../wire/openrouter.ts';
import { daysBetween, isIsoDate, type IsoDate } from './dates.ts';
import type { Destination } from './destination.ts';
import { deepFreeze } from './frozen.ts';

/** The catalogue's entry that the lists are of. */
export const LISTED_PROVIDER = 'openrouter';

const Name = v.pipe(v.string(), v.regex(/^[!-~]{1,200}$/));
const Label = v.pipe(v.string(), v.regex(/^[ -~]{1,100}$/));
const Lists = v.strictObject({
  schema: v.literal('openrouter-lists/1'),
  readOn: v.pipe(v.string(), v.check(isIsoDate)),
  /** Each id with those at whom an endpoint of it keeps nothing. */
  models: v.record(Name, v.array(Label)),
});

/** What OpenRouter listed on a day: which ids there are, and which have an endpoint that keeps nothing. No facts. */
export type OpenRouterLists = Readonly<v.InferOutput<typeof Lists>>;

/** What the lists say of a destination. They say nothing of its policy. */
export interface Listing {
  readonly readOn: IsoDate;
  /** Old enough to be read again. */
  readonly old: boolean;
  readonly isListed: boolean;
  /** At whom an endpoint keeps nothing; undefined where the lists cannot tell. */
  readonly keepNothing: readonly string[] | undefined;
}

const OLD_AFTER_DAYS = 30;

/** The lists as they are kept. */
export function listsOf({ models, keepNothing }: OpenRouterAnswer, readOn: IsoDate): OpenRouterLists {
  const at = new Map<string, Set<string>>();
  for (const row of keepNothing) at.set(row.model, (at.get(row.model) ?? new Set()).add(row.at));
  const entries = models.map(({ id, canonical }) => {
    // A variant such as `:free` shares its version's name with the model itself, so that name proves nothing of it.
    const names = canonical === null || isVariant(id) ? [id] : [id, canonical];
    return [id, [...new Set(names.flatMap((name) => [...(at.get(name) ?? [])]))].toSorted()] as const;
  });
  return deepFreeze({
    schema: 'openrouter-lists/1',
    readOn,
    models: Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  });
}

/** The lists from the text they are kept as; undefined for anything else. It never throws. */
export function parseLists(text: string): OpenRouterLists | undefined {
  try {
    const parsed = v.safeParse(Lists, JSON.parse(text));
    return parsed.success ? deepFreeze(parsed.output) : undefined;
  } catch {
    return undefined;
  }
}

/** The text that lists are kept as. */
export function writeLists(lists: OpenRouterLists): string {
  return `${JSON.stringify(lists)}\n`;
}

/**
 * What the lists say of a destination; undefined where there are none, or it is none of OpenRouter's.
 * @param today the day to judge their age by.
 */
export function listingOf(
  lists: OpenRouterLists | undefined,
  destination: Destination,
  today: IsoDate,
): Listing | undefined {
  const { provider, model } = destination.rehearses ?? destination;
  if (lists === undefined || provider !== LISTED_PROVIDER) return undefined;
  const { readOn, models } = lists;
  const age = isIsoDate(today) ? daysBetween(readOn, today) : Infinity;
  const keepNothing = Object.hasOwn(models, model) ? models[model] : undefined;
  return {
    readOn,
    old: age > OLD_AFTER_DAYS || age < 0,
    isListed: keepNothing !== undefined,
    keepNothing: keepNothing?.length === 0 && isVariant(model) ? undefined : keepNothing,
  };
}

function isVariant(id: string): boolean {
  return id.includes(':');
}
