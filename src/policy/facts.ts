import { assumed, distinct, lowest, type AssumptionReason, type Evidence } from './evidence.ts';
import {
  BARRED_DATA,
  OWNERSHIP,
  REVIEW,
  TRAINING,
  YES_NO,
  ZDR,
  type Barred,
  type Retained,
  type Review,
  type Training,
  type Zdr,
} from './model.ts';
import { together, type Place } from './places.ts';
import { compareRetention, worstKept } from './retention.ts';

/** One fact in force, with what it rests on. */
export interface Fact<T> extends Evidence {
  readonly value: T;
  readonly note: string | null;
}

/** Where data may be, in words and as values. */
export interface RegionFact extends Fact<string> {
  /** All places it may be in; null where that is not known. */
  readonly places: readonly Place[] | null;
}

/** One thing that is kept. `dormant`: only requests that use a feature this one does not use are concerned. */
export interface Kept extends Evidence {
  readonly what: Retained['what'];
  readonly term: Retained['term'];
  /** In the unit of the term; null unless the term is days or hours. */
  readonly n: number | null;
  readonly why: string;
  readonly only: string | null;
  /** The features; empty where every request is concerned. */
  readonly needs: readonly string[];
  readonly dormant: boolean;
}

/** Someone the data is passed on to. `counted`: their policy was taken into account, as no agreement is on record. */
export interface Passed extends Evidence {
  readonly to: string;
  readonly policyOf: string;
  readonly when: string;
  readonly agreement: string | null;
  readonly counted: boolean;
}

/** A use that the terms bar. */
export interface Restricted extends Evidence {
  readonly id: string;
  readonly bars: readonly Barred[];
  readonly text: string;
}

/** All that is known of what a destination does with data. */
export interface PolicyFacts {
  readonly training: Fact<Training>;
  readonly retention: readonly Kept[];
  readonly humanReview: Fact<Review>;
  readonly metadataLogging: Fact<(typeof YES_NO)[number]>;
  readonly passThrough: readonly Passed[];
  readonly zdr: Fact<Zdr>;
  readonly region: RegionFact;
  readonly outputOwnership: Fact<(typeof OWNERSHIP)[number]>;
  readonly restrictions: readonly Restricted[];
}

/** The worst case of everything, which is what holds where nothing is known. */
export function unknownFacts(reason: AssumptionReason): PolicyFacts {
  const evidence = assumed(reason);
  const unknown = { ...evidence, value: 'unknown', note: null } as const;
  return {
    training: unknown,
    retention: [keptUnknown(evidence)],
    humanReview: unknown,
    metadataLogging: unknown,
    passThrough: [
      { ...evidence, to: 'unknown', policyOf: 'unknown', when: 'unknown', agreement: null, counted: true },
    ],
    zdr: unknown,
    region: { ...unknown, places: null },
    outputOwnership: unknown,
    restrictions: [],
  };
}

function keptUnknown(evidence: Evidence): Kept {
  const none = { n: null, why: '', only: null, needs: [], dormant: false };
  return { ...evidence, ...none, what: 'prompt+output', term: 'unknown' };
}

/** What a dry run that rehearses nobody yet is judged as: kept for a time, no training; the rest unknown. */
export function dryRunFacts(): PolicyFacts {
  const evidence = assumed('dry-run');
  const { retention, ...unknown } = unknownFacts('dry-run');
  return {
    ...unknown,
    training: { ...evidence, value: 'never', note: null },
    retention: retention.map((item) => ({ ...item, term: 'limited' })),
    passThrough: [],
  };
}

/** Everything that the facts rest on, one entry for each value. */
export function evidenceOf(facts: PolicyFacts): readonly Evidence[] {
  const { retention, passThrough, restrictions, ...single } = facts;
  return [...Object.values(single), ...retention, ...passThrough, ...restrictions];
}

/** Field by field the worse, or the better, of two; the first where they are equal. */
export function chooseFacts(which: 'worse' | 'better', a: PolicyFacts, b: PolicyFacts): PolicyFacts {
  const sign = which === 'worse' ? 1 : -1;
  const one = <T>(x: T, y: T, compare: (x: T, y: T) => number): T => (compare(x, y) * sign < 0 ? y : x);
  return {
    training: one(a.training, b.training, by(TRAINING)),
    retention: one(a.retention, b.retention, compareRetention),
    humanReview: one(a.humanReview, b.humanReview, by(REVIEW)),
    metadataLogging: one(a.metadataLogging, b.metadataLogging, by(YES_NO)),
    passThrough: one(
      a.passThrough,
      b.passThrough,
      (x, y) => countCounted(x) - countCounted(y) || x.length - y.length,
    ),
    zdr: one(a.zdr, b.zdr, by(ZDR)),
    region: chooseRegion(which, a.region, b.region),
    outputOwnership: one(a.outputOwnership, b.outputOwnership, by(OWNERSHIP)),
    restrictions: one(a.restrictions, b.restrictions, (x, y) => weighBars(x) - weighBars(y)),
  };
}

/**
 * The facts of somebody who hands data on, together with those of whom it is handed to: the worse of each, all that
 * either keeps, all that either bars, both regions.
 */
export function joinFacts(own: PolicyFacts, next: PolicyFacts): PolicyFacts {
  return {
    ...chooseFacts('worse', own, next),
    retention: [...withSilence(own), ...withSilence(next)],
    passThrough: [...own.passThrough, ...next.passThrough],
    region: joinRegions(own.region, next.region),
    restrictions: [...own.restrictions, ...next.restrictions],
  };
}

/** What is kept, with silence on the content spelt out as unknown: else the other's word would stand for both. */
function withSilence({ retention, training }: PolicyFacts): readonly Kept[] {
  if (worstKept(retention) !== undefined) return retention;
  const { provider, rule, citations, confidence, reason } = training;
  return [...retention, keptUnknown({ provider, rule, citations, confidence, reason })];
}

/** Not known is worse than any place; of two places neither is, so the worse case is that it may be in both. */
function chooseRegion(which: 'worse' | 'better', a: RegionFact, b: RegionFact): RegionFact {
  const doubt = ({ value, places }: RegionFact): number =>
    value === 'unknown' ? 2 : Number(places === null);
  if (doubt(a) !== doubt(b)) return doubt(a) > doubt(b) === (which === 'worse') ? a : b;
  return which === 'worse' && a.places !== null ? joinRegions(a, b) : a;
}

function joinRegions(own: RegionFact, next: RegionFact): RegionFact {
  if (own.value === 'unknown') return own;
  if (next.value === 'unknown') return next;
  const places = together(own.places, next.places);
  const isSame = own.value === next.value;
  if (isSame && places?.length === own.places?.length) return own;
  return {
    ...own,
    value: isSame ? own.value : `${own.value}; ${next.value}`,
    places,
    citations: distinct([...own.citations, ...next.citations]),
    confidence: lowest([own.confidence, next.confidence]),
  };
}

/** Each list of values stands in the order of severity, unknown last: the worst case. */
function by<T>(order: readonly T[]): (x: Fact<T>, y: Fact<T>) => number {
  return (x, y) => order.indexOf(x.value) - order.indexOf(y.value);
}

function countCounted(links: readonly Passed[]): number {
  return links.filter(({ counted }) => counted).length;
}

/** Whether the terms bar any of the data that a prompt may hold, rather than a use of the answers. */
export function isDataBarred(restrictions: readonly Restricted[]): boolean {
  const data: readonly Barred[] = BARRED_DATA;
  return restrictions.some(({ bars }) => bars.some((barred) => data.includes(barred)));
}

/** Barring data outweighs any number of barred uses. */
function weighBars(restrictions: readonly Restricted[]): number {
  const count = restrictions.reduce((sum, { bars }) => sum + bars.length, 0);
  return isDataBarred(restrictions) ? 1000 + count : count;
}
