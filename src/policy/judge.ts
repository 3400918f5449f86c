import { NOBODY_NAMED } from './coherence.ts';
import type { Catalogue } from './catalogue.ts';
import { applies, candidatesFor, type Candidate, type Scenario, type Subject } from './conditions.ts';
import type { Account } from './destination.ts';
import { withDormancy, withEffect, type EffectMaker } from './effects.ts';
import { chooseFacts, joinFacts, unknownFacts, type PolicyFacts } from './facts.ts';
import type { Confidence, Provider } from './model.ts';
import { scenariosFor } from './scenarios.ts';

/** What a provider's entry is asked about. */
export interface Question {
  readonly subject: Subject;
  readonly account: Account;
  readonly features: readonly string[] | undefined;
  /** Whether a server of one's own was recognised as serving this model itself. */
  readonly recognised: boolean;
  /** Whether the base of an entry for one's own machine may be believed. */
  readonly atHome: boolean;
}

/** What a rule's application is still open on; `name` only for a setting. */
export interface Open {
  readonly kind: 'plan' | 'region' | 'setting' | 'feature';
  readonly name: string | null;
  readonly values: readonly string[];
}

export interface RuleInForce {
  readonly provider: string;
  readonly id: string;
  readonly note: string | null;
  readonly confidence: Confidence;
}

/** A rule that may or may not apply, and what would settle it. */
export interface RuleMaybe extends RuleInForce {
  readonly openOn: readonly Open[];
}

/** A provider's answer: the facts in force and the ends of the range, with the pass-through chain in all of them. */
export interface Judgement {
  readonly inForce: PolicyFacts;
  readonly best: PolicyFacts;
  readonly worst: PolicyFacts;
  readonly applied: readonly RuleInForce[];
  readonly maybe: readonly RuleMaybe[];
  /** Those whose policies were taken into account: the provider, then whoever it passes data on to. */
  readonly providers: readonly Provider[];
  /** A server of one's own may hand the request on to somebody else's. */
  readonly forwards: boolean;
}

/**
 * Asks one entry of the catalogue. Order of effect: the base, rules conditioned only on the account, all other
 * rules as listed. Whatever is not known is gone through scenario by scenario and the worst taken.
 * @param seen the ids on the way here, so that a circle of pass-throughs ends.
 */
export function judge(
  catalogue: Catalogue,
  make: EffectMaker,
  provider: Provider,
  question: Question,
  seen: readonly string[] = [],
): Judgement {
  const { subject, account, features, recognised, atHome } = question;
  // "Runs on your machine" is true of the machine only, not of whatever answers at an address.
  const doubted = provider.kind === 'local' && !atHome;
  const base = doubted ? { ...unknownFacts('not-this-machine'), passThrough: [] } : make.base(provider);
  const candidates = candidatesFor(provider.rules, subject);
  const effects = new Map(candidates.map((candidate) => [candidate, make.rule(provider, candidate.rule)]));
  const needs = [base, ...[...effects.values()].flatMap(({ set, add }) => [set, add])].flatMap(
    ({ retention = [] }) => retention.map((item) => item.needs).filter((names) => names.length > 0),
  );
  const hidden = recognised ? [] : (provider.hiddenFeatures ?? []);
  const scenarios = scenariosFor(candidates, needs, account, features, hidden);
  if (scenarios === undefined) return giveUp(provider);

  const ofNext = new Map<string, Judgement>();
  const next = (policyOf: string): Judgement => {
    const known =
      ofNext.get(policyOf) ?? judgeNext(catalogue, make, policyOf, question, [...seen, provider.id]);
    ofNext.set(policyOf, known);
    return known;
  };
  const factsIn = (scenario: Scenario, end: 'inForce' | 'best' | 'worst'): PolicyFacts => {
    let own = base;
    for (const [candidate, effect] of effects)
      if (applies(candidate, scenario)) own = withEffect(own, effect);
    return own.passThrough
      .filter(({ counted }) => counted)
      .reduce((facts, { policyOf }) => joinFacts(facts, next(policyOf)[end]), withDormancy(own, scenario));
  };
  const worst = (end: 'inForce' | 'worst', of: readonly Scenario[]): PolicyFacts =>
    of.map((scenario) => factsIn(scenario, end)).reduce((a, b) => chooseFacts('worse', a, b));

  const inForce = worst('inForce', scenarios.inForce);
  const nexts = inForce.passThrough.flatMap(({ policyOf, counted }) =>
    counted ? (ofNext.get(policyOf) ?? []) : [],
  );
  const used = candidates.map((candidate) => ({
    candidate,
    inForce: scenarios.inForce.filter((scenario) => applies(candidate, scenario)).length,
    possible: scenarios.possible.filter((scenario) => applies(candidate, scenario)).length,
  }));
  return {
    inForce,
    best: scenarios.possible
      .map((scenario) => factsIn(scenario, 'best'))
      .reduce((a, b) => chooseFacts('better', a, b)),
    worst: worst('worst', scenarios.possible),
    applied: [
      ...used
        .filter((one) => one.inForce === scenarios.inForce.length)
        .map(({ candidate }) => describe(provider, candidate)),
      ...nexts.flatMap(({ applied }) => applied),
    ],
    maybe: [
      ...used
        .filter(({ possible }) => possible > 0 && possible < scenarios.possible.length)
        .map(({ candidate }) => ({
          ...describe(provider, candidate),
          openOn: openOn(candidate, scenarios.possible),
        })),
      ...nexts.flatMap(({ maybe }) => maybe),
    ],
    providers: [...new Set([provider, ...nexts.flatMap(({ providers }) => providers)])],
    forwards: used.some(({ candidate, possible }) => possible > 0 && candidate.rule.forwards === true),
  };
}

/** Whoever gets the data next is asked as if nothing were known of the account there: it is not the user's. */
function judgeNext(
  catalogue: Catalogue,
  make: EffectMaker,
  policyOf: string,
  { subject, features }: Question,
  seen: readonly string[],
): Judgement {
  const provider = NOBODY_NAMED.includes(policyOf) ? undefined : catalogue.providers[policyOf];
  if (provider === undefined || seen.includes(policyOf)) {
    // The link that led here is listed already; what is unknown is everything behind it.
    const reason = provider === undefined ? 'nobody-named' : 'passed-in-a-circle';
    const facts = { ...unknownFacts(reason), passThrough: [] };
    return {
      inForce: facts,
      best: facts,
      worst: facts,
      applied: [],
      maybe: [],
      providers: [],
      forwards: false,
    };
  }
  const models = subject.models.flatMap((name) => [name, name.slice(name.lastIndexOf('/') + 1)]);
  const host = provider.hosts[0] ?? '';
  return judge(
    catalogue,
    make,
    provider,
    {
      subject: { ...subject, host, models },
      account: { settings: {} },
      features,
      recognised: false,
      atHome: false,
    },
    seen,
  );
}

function giveUp(provider: Provider): Judgement {
  const facts = unknownFacts('too-many-cases');
  return {
    inForce: facts,
    best: facts,
    worst: facts,
    applied: [],
    maybe: [],
    providers: [provider],
    forwards: true,
  };
}

function describe(provider: Provider, { rule }: Candidate): RuleInForce {
  return { provider: provider.id, id: rule.id, note: rule.note ?? null, confidence: rule.confidence };
}

/** What of a candidate's conditions, those that would cancel it included, differs between the scenarios. */
function openOn({ rule, unless }: Candidate, possible: readonly Scenario[]): readonly Open[] {
  const differs = (of: (scenario: Scenario) => string | null): boolean => new Set(possible.map(of)).size > 1;
  return [rule.when, ...(unless === null ? [] : [unless])].flatMap(
    ({ plan, region, feature, setting }): Open[] => [
      ...(plan && differs((one) => one.plan) ? [{ kind: 'plan' as const, name: null, values: plan }] : []),
      ...(region && differs((one) => one.region)
        ? [{ kind: 'region' as const, name: null, values: region }]
        : []),
      ...(feature &&
      differs(({ features }) => String(feature.some((name) => features.has(name.toLowerCase()))))
        ? [{ kind: 'feature' as const, name: null, values: feature }]
        : []),
      ...Object.entries(setting ?? {})
        .filter(([name]) => differs(({ settings }) => settings.get(name) ?? null))
        .map(([name, values]) => ({ kind: 'setting' as const, name, values })),
    ],
  );
}
