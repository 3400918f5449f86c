import type { IsoDate } from './dates.ts';
import type { Evidence } from './evidence.ts';
import type { PolicyFacts } from './facts.ts';
import type { Contradiction, DataPolicy } from './resolve.ts';
import { isContent, worstKept } from './retention.ts';

/** A fact on which a request was let go, in a row: short enough to be kept with each request. */
export interface FactRow {
  readonly fact: 'training' | 'retention' | 'humanReview' | 'passThrough' | 'region' | 'metadataLogging';
  /** As the catalogue has it: `never`, `abuse-log: 30 days`. */
  readonly value: string;
  readonly firm: 'firm' | 'conditional' | 'contradictory' | 'assumed' | 'unknown';
  /** Id of the source in the catalogue, and the date of it; null where there is none. */
  readonly src: string | null;
  readonly asOf: IsoDate | null;
}

type Single = Exclude<FactRow['fact'], 'retention' | 'passThrough'>;
const SINGLE: readonly Single[] = ['training', 'humanReview', 'region', 'metadataLogging'];
/** A row is no place for a page of a catalogue. */
const LONGEST_VALUE = 120;

/** The facts of a policy in force, as rows. */
export function factsInForce(policy: DataPolicy): FactRow[] {
  const { facts, contradictions } = policy;
  const row = (fact: FactRow['fact'], value: string, evidence: Evidence): FactRow => {
    const dispute = contradictions.find((one) => one.fact === fact && one.provider === evidence.provider);
    const strict = dispute?.sides.find(({ stance }) => stance === 'strict');
    const source = strict?.citations[0] ?? evidence.citations[0];
    return {
      fact,
      value: value.slice(0, LONGEST_VALUE),
      firm: firmness(fact, value, evidence, dispute, policy),
      src: source?.src ?? null,
      asOf: source?.asOf ?? null,
    };
  };
  const kept = facts.retention.filter(isContent);
  return [
    ...SINGLE.map((fact) => row(fact, facts[fact].value, facts[fact])),
    ...kept.map((item) => {
      const term = item.n === null ? item.term : `${item.n} ${item.term}`;
      return row('retention', `${item.what}: ${term}`, item);
    }),
    ...facts.passThrough.map((link) => row('passThrough', link.to, link)),
  ];
}

function firmness(
  fact: FactRow['fact'],
  value: string,
  { reason, citations }: Evidence,
  dispute: Contradiction | undefined,
  { best, worst }: DataPolicy,
): FactRow['firm'] {
  if (value === 'unknown' || value.endsWith(': unknown')) return 'unknown';
  if (dispute !== undefined) return 'contradictory';
  if (reason !== null || citations.length === 0) return 'assumed';
  return gist(best, fact) === gist(worst, fact) ? 'firm' : 'conditional';
}

/** What of a fact can differ between what is best and what is worst. */
function gist(facts: PolicyFacts, fact: FactRow['fact']): string {
  if (fact === 'passThrough') return facts.passThrough.map(({ to }) => to).join();
  if (fact !== 'retention') return facts[fact].value;
  const kept = worstKept(facts.retention);
  return `${kept?.what ?? ''} ${kept?.term ?? ''} ${kept?.n ?? ''}`;
}
