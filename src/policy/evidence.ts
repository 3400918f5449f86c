import type { Catalogue } from './catalogue.ts';
import { daysBetween, isIsoDate, type IsoDate } from './dates.ts';
import { CONFIDENCE, type Cite, type Confidence, type Source } from './model.ts';

const STALE_AFTER_DAYS = 180;

/** A citation with all that is needed to show it and to judge its age. */
export interface Citation {
  readonly src: string;
  readonly title: string;
  readonly url: string | null;
  readonly section: string | null;
  readonly asOf: IsoDate | null;
  readonly asOfKind: Source['asOfKind'];
  /** Whether it is the provider's own text; false is second-hand. */
  readonly primary: boolean;
  readonly undated: boolean;
  /** Undated, older than 180 days, or read under a clock that cannot be right. */
  readonly stale: boolean;
  readonly note: string | null;
}

/** Why a fact is taken as it is where no source says so. */
export type AssumptionReason =
  | 'dry-run'
  | 'unknown-provider'
  | 'unknown-policy-of'
  | 'policy-of-another'
  | 'host-not-of-provider'
  | 'malformed-destination'
  | 'not-this-machine'
  | 'nobody-named'
  | 'passed-in-a-circle'
  | 'too-many-cases';

/** What a fact rests on: a rule of the catalogue with its citations, or an assumption with its reason. */
export interface Evidence {
  readonly provider: string | null;
  /** `base`, the id of the rule that set it, or null for an assumption. */
  readonly rule: string | null;
  readonly citations: readonly Citation[];
  readonly confidence: Confidence;
  readonly reason: AssumptionReason | null;
}

/** Turns the catalogue's citations into ones that can be shown, as seen on a given day. */
export interface Citer {
  (cites: readonly Cite[]): readonly Citation[];
}

/** Whether `today` is a day that the catalogue can have been read on. Where it is not, everything is stale. */
export function isClockSane(catalogue: Catalogue, today: IsoDate): boolean {
  return isIsoDate(today) && today >= catalogue.asOf;
}

/** A citer for one catalogue and one day. */
export function createCiter(catalogue: Catalogue, today: IsoDate): Citer {
  const sane = isClockSane(catalogue, today);
  return (cites) =>
    cites.flatMap(({ src, section }) => {
      const source = catalogue.sources[src];
      // The catalogue was checked for this when it was parsed.
      if (source === undefined) return [];
      const { title, url, asOf, asOfKind, primary, note } = source;
      const undated = asOf === null;
      const stale = undated || !sane || daysBetween(asOf, today) > STALE_AFTER_DAYS;
      return [
        {
          src,
          title,
          url,
          section: section ?? null,
          asOf,
          asOfKind,
          primary,
          undated,
          stale,
          note: note ?? null,
        },
      ];
    });
}

/** The evidence of something that no source says. */
export function assumed(reason: AssumptionReason): Evidence {
  return { provider: null, rule: null, citations: [], confidence: 'low', reason };
}

/** The citations without repetition, in order. */
export function distinct(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Map(citations.map((citation) => [`${citation.src}§${citation.section ?? ''}`, citation]));
  return [...seen.values()];
}

/** The lowest of the confidences; high where there is none. */
export function lowest(confidences: readonly Confidence[]): Confidence {
  return confidences.reduce(
    (low, one) => (CONFIDENCE.indexOf(one) > CONFIDENCE.indexOf(low) ? one : low),
    'high',
  );
}
