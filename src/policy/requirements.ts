import * as v from 'valibot';
import { daysBetween, type IsoDate } from './dates.ts';
import type { Citation, Evidence } from './evidence.ts';
import { evidenceOf, type PolicyFacts } from './facts.ts';
import { outside, REGIONS } from './places.ts';
import type { DataPolicy } from './resolve.ts';
import { daysKept, isContent, isKept } from './retention.ts';

const Days = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650));

/** What the user demands of a destination, clause by clause; what is left out is not demanded. */
export const Clauses = v.strictObject({
  /** Prompts are not used for training, unless the user opts in. */
  training: v.optional(v.literal('never')),
  /** Nothing is kept for longer than so many days; 0 for nothing at all after the answer. */
  retentionDays: v.optional(Days),
  /** Nobody looks at it, or only at what was flagged. */
  humanReview: v.optional(v.picklist(['never', 'flagged-only'])),
  /** It is kept and worked on in these places only. */
  regions: v.optional(v.pipe(v.array(v.picklist(REGIONS)), v.nonEmpty())),
  /** It is passed on to nobody. */
  passThrough: v.optional(v.literal('none')),
  /** The answers belong to the user. */
  ownership: v.optional(v.literal('customer')),
  /** No source of a fact in force is undated or older than so many days. */
  sourceAgeDays: v.optional(Days),
});
export type Clauses = v.InferOutput<typeof Clauses>;
export type Clause = keyof Clauses;

/** Sets of clauses for a situation. */
export const REQUIREMENT_PRESETS = {
  'client-nda': { training: 'never', retentionDays: 30, humanReview: 'flagged-only', ownership: 'customer' },
  'health-data': { training: 'never', retentionDays: 0, humanReview: 'never', passThrough: 'none' },
  'open-source': {},
} as const satisfies Record<string, Clauses>;

/** The setting: a preset, clauses of the user's own, or both; the user's own take the place of the preset's. */
export const Requirements = v.pipe(
  v.strictObject({
    preset: v.optional(v.picklist(['client-nda', 'health-data', 'open-source'])),
    ...Clauses.entries,
  }),
  v.transform(({ preset, ...own }): Clauses => ({ ...(preset ? REQUIREMENT_PRESETS[preset] : {}), ...own })),
);

/** A clause that a destination misses, with what it does instead and where that is written. */
export interface Miss {
  readonly clause: Clause;
  readonly demanded: string | number;
  /**
   * What it does: the fact's value, the days it keeps things for, whom it passes things to, the places that are not
   * allowed, a date; null for unknown.
   */
  readonly instead: string | number | null;
  readonly provider: string | null;
  readonly citations: readonly Citation[];
}

type Found = Omit<Miss, 'clause' | 'demanded'>;
type Judge = (facts: PolicyFacts, demands: Clauses, today: IsoDate) => Found | undefined;

const JUDGES: Readonly<Record<Clause, Judge>> = {
  training: ({ training }) =>
    training.value === 'never' || training.value === 'opt-in' ? undefined : found(training, training.value),
  retentionDays({ retention }, { retentionDays: most = Infinity }) {
    const ofContent = retention.filter(isContent);
    // Silence on what was sent is no word that it is not kept.
    if (ofContent.length === 0) return { instead: null, provider: null, citations: [] };
    for (const item of ofContent.filter(isKept)) {
      // A cache for the length of a session is kept as well, for no number of days that anybody states.
      const days = item.term === 'session' ? null : daysKept(item);
      if (days === null || days > most) return found(item, days);
    }
    return undefined;
  },
  humanReview: ({ humanReview }, demands) =>
    humanReview.value === 'no' ||
    (demands.humanReview === 'flagged-only' && humanReview.value === 'flagged-only')
      ? undefined
      : found(humanReview, humanReview.value),
  regions({ region }, { regions = [] }) {
    if (region.places === null) return found(region, null);
    const elsewhere = outside(region.places, regions);
    return elsewhere.length === 0 ? undefined : found(region, elsewhere.join(', '));
  },
  passThrough({ passThrough: [first] }) {
    return first === undefined ? undefined : found(first, first.to);
  },
  ownership: ({ outputOwnership }) =>
    outputOwnership.value === 'customer' ? undefined : found(outputOwnership, outputOwnership.value),
  sourceAgeDays(facts, { sourceAgeDays: most = Infinity }, today) {
    for (const evidence of evidenceOf(facts)) {
      for (const citation of evidence.citations) {
        const { asOf } = citation;
        if (asOf !== null && daysBetween(asOf, today) <= most) continue;
        return { instead: asOf, provider: evidence.provider, citations: [citation] };
      }
      if (evidence.citations.length === 0) return found(evidence, null);
    }
    return undefined;
  },
};

function found({ provider, citations }: Evidence, instead: string | number | null): Found {
  return { instead: instead === 'unknown' ? null : instead, provider, citations };
}

/**
 * The clauses that a destination misses; what is not known of it misses them. Nothing is demanded of this machine, nor
 * of a dry run that rehearses nobody.
 * @param today the day to judge the age of sources by.
 */
export function missesOf(policy: DataPolicy, demands: Clauses, today: IsoDate): Miss[] {
  if (policy.local || policy.reason === 'dry-run') return [];
  return (Object.keys(JUDGES) as Clause[]).flatMap((clause) => {
    const demanded = demands[clause];
    const missed = demanded === undefined ? undefined : JUDGES[clause](policy.facts, demands, today);
    return missed === undefined || demanded === undefined
      ? []
      : [{ clause, demanded: typeof demanded === 'object' ? demanded.join(', ') : demanded, ...missed }];
  });
}
