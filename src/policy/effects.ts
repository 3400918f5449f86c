import type { Scenario } from './conditions.ts';
import type { Citer, Evidence } from './evidence.ts';
import type { Fact, Kept, Passed, PolicyFacts, RegionFact, Restricted } from './facts.ts';
import type { Cite, Provider, Rule } from './model.ts';

/** What a rule, or a provider's base, does to the facts. */
export interface Effect {
  readonly set: Partial<PolicyFacts>;
  readonly add: Partial<Pick<PolicyFacts, 'retention' | 'passThrough' | 'restrictions'>>;
}

/** Turns catalogue entries into facts with evidence. */
export interface EffectMaker {
  base(provider: Provider): PolicyFacts;
  rule(provider: Provider, rule: Rule): Effect;
}

/**
 * @param isAgreed whether the account has an agreement of its own that covers a pass-through to a catalogue id.
 */
export function createEffectMaker(cite: Citer, isAgreed: (policyOf: string) => boolean): EffectMaker {
  type Ground = Omit<Evidence, 'citations'> & { readonly cites: readonly Cite[] };

  const evidence = ({ cites, ...ground }: Ground, own: readonly Cite[] | undefined): Evidence => ({
    ...ground,
    citations: cite(own ?? cites),
  });
  const fact = <T>(
    ground: Ground,
    stated: { readonly value: T; readonly note?: string; readonly cites?: readonly Cite[] },
  ): Fact<T> => ({ ...evidence(ground, stated.cites), value: stated.value, note: stated.note ?? null });

  const region = (ground: Ground, stated: Provider['base']['region']): RegionFact => ({
    ...fact(ground, stated),
    places: stated.value === 'unknown' ? null : (stated.places ?? null),
  });

  function retention(ground: Ground, items: Provider['base']['retention']): readonly Kept[] {
    return items.map(({ what, term, n, why, only, needs, cites }) => ({
      ...evidence(ground, cites),
      what,
      term,
      n: n ?? null,
      why,
      only: only ?? null,
      needs: needs ?? [],
      dormant: false,
    }));
  }
  function passThrough(ground: Ground, links: Provider['base']['passThrough']): readonly Passed[] {
    return links.map(({ to, policyOf, when, agreement, cites }) => ({
      ...evidence(ground, cites),
      to,
      policyOf,
      when,
      agreement: agreement ?? null,
      // An agreement that nobody describes cannot be relied on.
      counted: (agreement === undefined || agreement === 'not described') && !isAgreed(policyOf),
    }));
  }
  function restrictions(ground: Ground, items: Provider['base']['restrictions']): readonly Restricted[] {
    return items.map(({ id, bars, text, cites }) => ({ ...evidence(ground, cites), id, bars, text }));
  }

  return {
    base({ id, base, baseCites, baseConfidence }) {
      const ground = {
        provider: id,
        rule: 'base',
        cites: baseCites,
        confidence: baseConfidence,
        reason: null,
      };
      return {
        training: fact(ground, base.trainsOnInputs),
        retention: retention(ground, base.retention),
        humanReview: fact(ground, base.humanReview),
        metadataLogging: fact(ground, base.metadataLogging),
        passThrough: passThrough(ground, base.passThrough),
        zdr: fact(ground, base.zdr),
        region: region(ground, base.region),
        outputOwnership: fact(ground, base.outputOwnership),
        restrictions: restrictions(ground, base.restrictions),
      };
    },
    rule(provider, { id, cites, confidence, set = {}, add = {} }) {
      const ground = { provider: provider.id, rule: id, cites, confidence, reason: null };
      return {
        set: {
          ...(set.trainsOnInputs && { training: fact(ground, set.trainsOnInputs) }),
          ...(set.retention && { retention: retention(ground, set.retention) }),
          ...(set.humanReview && { humanReview: fact(ground, set.humanReview) }),
          ...(set.metadataLogging && { metadataLogging: fact(ground, set.metadataLogging) }),
          ...(set.passThrough && { passThrough: passThrough(ground, set.passThrough) }),
          ...(set.zdr && { zdr: fact(ground, set.zdr) }),
          ...(set.region && { region: region(ground, set.region) }),
          ...(set.outputOwnership && { outputOwnership: fact(ground, set.outputOwnership) }),
          ...(set.restrictions && { restrictions: restrictions(ground, set.restrictions) }),
        },
        add: {
          ...(add.retention && { retention: retention(ground, add.retention) }),
          ...(add.passThrough && { passThrough: passThrough(ground, add.passThrough) }),
          ...(add.restrictions && { restrictions: restrictions(ground, add.restrictions) }),
        },
      };
    },
  };
}

/** The facts after a rule: what it sets replaces, what it adds is appended. */
export function withEffect(facts: PolicyFacts, { set, add }: Effect): PolicyFacts {
  const next = { ...facts, ...set };
  return {
    ...next,
    retention: [...next.retention, ...(add.retention ?? [])],
    passThrough: [...next.passThrough, ...(add.passThrough ?? [])],
    restrictions: [...next.restrictions, ...(add.restrictions ?? [])],
  };
}

/** The facts with what does not concern a request in this scenario marked as dormant. */
export function withDormancy(facts: PolicyFacts, { features }: Scenario): PolicyFacts {
  const isDormant = ({ needs }: Kept): boolean =>
    needs.length > 0 && !needs.some((name) => features.has(name.toLowerCase()));
  return { ...facts, retention: facts.retention.map((item) => ({ ...item, dormant: isDormant(item) })) };
}
