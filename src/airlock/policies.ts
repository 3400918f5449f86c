import type { Catalogue } from '../policy/catalogue.ts';
import type { IsoDate } from '../policy/dates.ts';
import type { Destination } from '../policy/destination.ts';
import { isToBeAsked, withServed } from '../policy/local.ts';
import { nearestFitting } from '../policy/nearest.ts';
import { type Known, NOTHING_KNOWN, prepareDestination } from '../policy/prepare.ts';
import { openQuestion, type OpenQuestion } from '../policy/questions.ts';
import { type Clauses, type Miss, missesOf } from '../policy/requirements.ts';
import { type DataPolicy, resolvePolicy } from '../policy/resolve.ts';
import type { Served } from '../wire/local-server.ts';
import type { Route } from '../wire/route.ts';

/** What policies are resolved from. */
export interface PoliciesOptions {
  /** The catalogue in force, asked for each time; the same object for as long as it is. */
  readonly catalogue: () => Catalogue;
  readonly today: () => IsoDate;
  /** What the user stated, asked for each time; the same object for as long as nothing has changed. */
  readonly known: (() => Known) | undefined;
  /** What the user demands of destinations, asked for each time. */
  readonly requirements: () => Clauses;
  /** Asks a server on loopback whether it serves a model itself; undefined where none is asked. */
  readonly askLocal: ((host: string, model: string) => Promise<Served>) | undefined;
}

/** A destination that could be used instead. `ready`: its key is there, or it needs none. */
export interface Other<Id> {
  readonly id: Id;
  readonly destination: Destination;
  readonly ready: boolean;
}

/** The policies of destinations, each resolved once for a day. */
export interface Policies {
  /** A route with what is known of its destination. Of one that is prepared, it makes the same again. */
  prepare(route: Route): Route;
  /**
   * Asks a server on this machine what it does with the model, and goes by that from then on; others are not asked.
   * @param said what it was found to say just now; then it is not asked once more.
   */
  recognise(destination: Destination, said?: Served): Promise<void>;
  /** The policy in force at a destination, today. */
  policyFor(destination: Destination): DataPolicy;
  /** The clauses of what is demanded that a policy misses. */
  missesOf(policy: DataPolicy): readonly Miss[];
  /** The destinations that miss none, the nearest to the one they would take the place of first. */
  fitting<Id>(instead: Destination, others: readonly Other<Id>[]): readonly Id[];
  /** What to ask about the account a destination is used with; undefined where it has been answered. */
  questionFor(destination: Destination, skip: readonly string[]): OpenQuestion | undefined;
}

/** Opens them; nothing outlives what asks for it. */
export function createPolicies({
  catalogue,
  today,
  known,
  requirements,
  askLocal,
}: PoliciesOptions): Policies {
  /** A destination is a value that does not change, so what becomes of it holds until something else is known. */
  const prepared = new WeakMap<Destination, { key: readonly unknown[]; destination: Destination }>();
  const resolved = new WeakMap<
    Destination,
    { readonly today: IsoDate; readonly catalogue: Catalogue; readonly policy: DataPolicy }
  >();

  /** What servers on this machine last said, by host and model. */
  const served = new Map<string, Served>();
  const place = ({ host, model }: Destination): string => `${host} ${model}`;

  function prepareOne(destination: Destination): Destination {
    const now = known?.() ?? NOTHING_KNOWN;
    const sent = destination.rehearses ?? destination;
    const said = (now.remoteWindow === true ? undefined : served.get(place(sent))) ?? 'unknown';
    const before = prepared.get(destination);
    const key = [now, said, catalogue()];
    if (before?.key.every((part, at) => part === key[at])) return before.destination;
    const after = prepareDestination(catalogue(), withSaid(destination, said), now);
    prepared.set(destination, { key, destination: after });
    return after;
  }

  function withSaid(destination: Destination, said: Served): Destination {
    const { rehearses } = destination;
    if (rehearses !== undefined) return { ...destination, rehearses: withSaid(rehearses, said) };
    return isToBeAsked(catalogue(), destination) ? withServed(catalogue(), destination, said) : destination;
  }

  function policyFor(destination: Destination): DataPolicy {
    const sent = prepareOne(destination);
    const day = today();
    const before = resolved.get(sent);
    const inForce = catalogue();
    if (before?.today === day && before.catalogue === inForce) return before.policy;
    const policy = resolvePolicy(inForce, sent, day);
    resolved.set(sent, { today: day, catalogue: inForce, policy });
    return policy;
  }

  return {
    policyFor,
    missesOf: (policy) => missesOf(policy, requirements(), today()),
    fitting(instead, others) {
      const candidates = others.map(({ id, destination, ready }) => ({
        id,
        ready,
        policy: policyFor(destination),
      }));
      return nearestFitting(instead, candidates, requirements(), today());
    },
    prepare: (route) => ({ ...route, destination: prepareOne(route.destination) }),
    async recognise(destination, said) {
      const sent = destination.rehearses ?? destination;
      // In such a window another machine would answer for this one.
      if (askLocal === undefined || known?.().remoteWindow === true || !isToBeAsked(catalogue(), sent))
        return;
      served.set(place(sent), said ?? (await askLocal(sent.host, sent.model)));
    },
    questionFor: (destination, skip) => openQuestion(catalogue(), prepareOne(destination), today(), skip),
  };
}
