import type { Catalogue } from './catalogue.ts';
import type { IsoDate } from './dates.ts';
import { DRY_RUN, isWellFormedModel, normalEndpoint, type Destination } from './destination.ts';
import { createEffectMaker } from './effects.ts';
import {
  createCiter,
  distinct,
  isClockSane,
  lowest,
  type AssumptionReason,
  type Citation,
  type Citer,
} from './evidence.ts';
import { dryRunFacts, evidenceOf, unknownFacts, type PolicyFacts } from './facts.ts';
import { hostName, isLoopback, matchesHost } from './hosts.ts';
import { judge, type Judgement, type RuleInForce, type RuleMaybe } from './judge.ts';
import { fieldsAsked, type PrivateField } from './private-request.ts';
import type { Ambiguity, Confidence, Control, Provider } from './model.ts';

/** A provider's statements that do not fit together, with the reading in force. */
export interface Contradiction extends Omit<Ambiguity, 'sides' | 'fact'> {
  readonly provider: string;
  readonly fact: Ambiguity['fact'] | null;
  readonly sides: readonly {
    readonly stance: 'strict' | 'mild' | 'beside' | 'history';
    readonly text: string;
    readonly citations: readonly Citation[];
  }[];
}

/** Why an entry that was found says nothing of this destination. */
const BASELESS: readonly AssumptionReason[] = ['not-this-machine', 'too-many-cases'];

/** What a destination does with data. Plain data: it may be written out as JSON as it is. */
export interface DataPolicy {
  readonly destination: Destination;
  /** Whose policy it is; null where nobody's is known. */
  readonly provider: Pick<Provider, 'id' | 'name' | 'kind'> | null;
  /** Whether anything is known. Where not, `reason` says why, and every fact is the worst case. */
  readonly known: boolean;
  readonly reason: AssumptionReason | null;
  /** Nothing leaves: the facts are those of a rehearsal. */
  readonly rehearsal: boolean;
  /** It is this machine, and the request stays on it. */
  readonly local: boolean;
  /** The facts in force, on which everything is decided. */
  readonly facts: PolicyFacts;
  /** The ends of the range, field by field, over all that is not known of the account and the request. */
  readonly best: PolicyFacts;
  readonly worst: PolicyFacts;
  readonly applied: readonly RuleInForce[];
  readonly maybe: readonly RuleMaybe[];
  /** All whose policies count, the provider first. */
  readonly chain: readonly Pick<Provider, 'id' | 'name'>[];
  readonly contradictions: readonly Contradiction[];
  readonly controls: readonly Control[];
  /** What the request asks the provider for. */
  readonly asked: readonly PrivateField[];
  /** Sources read for the provider that no fact in force rests on. */
  readonly alsoRead: readonly Citation[];
  /** The lowest of the facts in force. */
  readonly confidence: Confidence;
  /** Of the sources of the facts in force that have a date; null where none has. */
  readonly oldestAsOf: IsoDate | null;
  readonly undated: boolean;
  /** At least one source is undated or older than 180 days, or there is none, or the clock is wrong. */
  readonly stale: boolean;
  readonly clockDoubted: boolean;
  readonly catalogueAsOf: IsoDate;
}

/**
 * The policy in force for a destination.
 *
 * Base, rules, precedence and history are those of the catalogue. What is not known is the worst case, except what
 * the user would have to switch on in the account or the request would have to ask for: that counts only once it is
 * stated, for better or worse, and is shown as the range. A destination that cannot be resolved gets a policy of
 * which nothing is known. It never throws.
 * @param today the day to judge the age of sources by; one that cannot be makes every source stale.
 */
export function resolvePolicy(catalogue: Catalogue, destination: Destination, today: IsoDate): DataPolicy {
  if (destination.provider === DRY_RUN) {
    return destination.rehearses === undefined
      ? { ...unresolved(catalogue, destination, today, 'dry-run', dryRunFacts()), rehearsal: true }
      : {
          ...resolvePolicy(catalogue, destination.rehearses, today),
          destination,
          rehearsal: true,
          local: false,
        };
  }
  const provider = findProvider(catalogue, destination);
  const endpoint = normalEndpoint(destination.endpoint);
  if (endpoint === undefined || !isWellFormedModel(destination.model) || hostName(destination.host) === '') {
    return unresolved(catalogue, destination, today, 'malformed-destination');
  }
  if (typeof provider === 'string') return unresolved(catalogue, destination, today, provider);

  const { host, model, account, features, request = {}, policyOf } = destination;
  const cite = createCiter(catalogue, today);
  const make = createEffectMaker(cite, (id) => account.agreements?.includes(id) ?? false);
  const recognised = isRecognised(destination, provider);
  const judgement = judge(catalogue, make, provider, {
    subject: { host, endpoint, models: [model], request, today },
    account,
    features,
    recognised,
    atHome: recognised || (policyOf === provider.id && isLoopback(host)),
  });
  return describe(catalogue, destination, today, cite, provider, judgement, recognised);
}

/** The entry whose policy holds, or why there is none. */
function findProvider(catalogue: Catalogue, destination: Destination): Provider | AssumptionReason {
  const { provider: name, host, policyOf } = destination;
  const owner = Object.values(catalogue.providers).find(
    ({ kind, hosts }) => kind !== 'local' && matchesHost(hosts, host),
  );
  if (policyOf !== undefined) {
    // The user's word counts for an address of their own, not for a host whose owner is known.
    if (owner !== undefined && owner.id !== policyOf) return 'policy-of-another';
    return catalogue.providers[policyOf] ?? 'unknown-policy-of';
  }
  const provider = catalogue.providers[name];
  if (provider === undefined) return 'unknown-provider';
  if (provider.kind !== 'local') return matchesHost(provider.hosts, host) ? provider : 'host-not-of-provider';
  // An address is no proof of what answers there; only a maker's own service is known by its host.
  const isService = !isLoopback(host) && matchesHost(provider.hosts, host);
  return isService || isRecognised(destination, provider) ? provider : 'not-this-machine';
}

/** Whether the caller's word that a server is on this machine can be true of the address. */
function isRecognised({ local, host }: Destination, { kind }: Provider): boolean {
  return local === true && kind === 'local' && isLoopback(host);
}

function describe(
  catalogue: Catalogue,
  destination: Destination,
  today: IsoDate,
  cite: Citer,
  { id, name, kind, baseCites, requestControls }: Provider,
  { inForce, best, worst, applied, maybe, providers, forwards }: Judgement,
  recognised: boolean,
): DataPolicy {
  const used = distinct(evidenceOf(inForce).flatMap(({ citations }) => citations));
  // Training alone may be unknown, further down a chain, where much else is known.
  const reason = BASELESS.find((one) => one === inForce.training.reason) ?? null;
  const usedSources = new Set(used.map(({ src }) => src));
  return {
    ...dating(catalogue, today, used),
    destination,
    provider: { id, name, kind },
    known: reason === null,
    reason,
    rehearsal: false,
    local: recognised && !forwards,
    facts: inForce,
    best,
    worst,
    applied,
    maybe,
    chain: providers.map((one) => ({ id: one.id, name: one.name })),
    contradictions: providers.flatMap((one) =>
      one.ambiguities.map(({ sides = [], fact = null, ...ambiguity }) => ({
        ...ambiguity,
        provider: one.id,
        fact,
        sides: sides.map(({ cites, ...side }) => ({ ...side, citations: cite(cites) })),
      })),
    ),
    controls: requestControls,
    asked: fieldsAsked(catalogue, destination),
    alsoRead: cite(baseCites).filter(({ src }) => !usedSources.has(src)),
    confidence: lowest(evidenceOf(inForce).map(({ confidence }) => confidence)),
  };
}

function unresolved(
  catalogue: Catalogue,
  destination: Destination,
  today: IsoDate,
  reason: AssumptionReason,
  facts: PolicyFacts = unknownFacts(reason),
): DataPolicy {
  return {
    ...dating(catalogue, today, []),
    destination,
    provider: null,
    known: false,
    reason,
    rehearsal: false,
    local: false,
    facts,
    best: facts,
    worst: facts,
    applied: [],
    maybe: [],
    chain: [],
    contradictions: [],
    controls: [],
    asked: [],
    alsoRead: [],
    confidence: 'low',
  };
}

function dating(
  catalogue: Catalogue,
  today: IsoDate,
  citations: readonly Citation[],
): Pick<DataPolicy, 'oldestAsOf' | 'undated' | 'stale' | 'clockDoubted' | 'catalogueAsOf'> {
  const dates = citations.flatMap(({ asOf }) => asOf ?? []).toSorted();
  return {
    oldestAsOf: dates[0] ?? null,
    undated: citations.some(({ undated }) => undated),
    stale: citations.length === 0 || citations.some(({ stale }) => stale),
    clockDoubted: !isClockSane(catalogue, today),
    catalogueAsOf: catalogue.asOf,
  };
}
