import type { Catalogue } from '../policy/catalogue.ts';
import type { IsoDate } from '../policy/dates.ts';
import { ADDRESSES, DEFAULT_ENDPOINT } from '../policy/addresses.ts';
import type { Destination } from '../policy/destination.ts';
import { GRADES, gradeOf, type Grading } from '../policy/grade.ts';
import type { Provider } from '../policy/model.ts';
import { type Clauses, type Miss, missesOf } from '../policy/requirements.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { PRESETS, startingPoints } from '../wire/presets.ts';

/** A destination that can be compared with others. */
export interface Listed {
  /** As it is written: `openai/gpt-5`, `custom/lab`; the id of the catalogue's entry where any model is meant. */
  readonly written: string;
  /** The provider's name. */
  readonly name: string;
  /** The models that are meant; empty for any that the catalogue has no word of its own on. */
  readonly models: readonly string[];
  readonly destination: Destination;
}

/** A destination with its policy, weighed against what is demanded. */
export interface Compared extends Listed {
  readonly policy: DataPolicy;
  readonly grading: Grading;
  /** The clauses it misses; it fits where there are none. */
  readonly misses: readonly Miss[];
}

/** Stands for a model that no rule of the catalogue names. */
const ANY_MODEL = 'any-model';

/**
 * Every destination there is a preset with models for, and every other entry of the catalogue with a model that nothing
 * special is said of. An entry for one's own machine is listed as it is once its server was recognised there.
 */
export function knownDestinations({ providers }: Catalogue): readonly Listed[] {
  return Object.values(providers).flatMap((provider) => {
    const preset = PRESETS.find((one) => one.provider === provider.id);
    if (preset === undefined || preset.models.length === 0) return [listed(provider)];
    return startingPoints(preset).map(({ alias, model }) => ({
      written: `${alias}/${model}`,
      name: provider.name,
      models: [model],
      destination: destinationAt(provider.id, new URL(preset.baseUrl).host, model, alias),
    }));
  });
}

/**
 * Weighs each destination against what is demanded: those that fit first, then by grade, then by how many clauses are
 * missed. Models of one provider of which the same is known share a row.
 * @param policyFor the policy in force at a destination, with all that is known of the account there.
 * @param today the day to judge the age of sources by.
 */
export function compare(
  policyFor: (destination: Destination) => DataPolicy,
  destinations: readonly Listed[],
  demands: Clauses,
  today: IsoDate,
): readonly Compared[] {
  const rows = new Map<string, Compared>();
  for (const one of destinations) {
    const policy = policyFor(one.destination);
    const { provider, host } = one.destination;
    const same = JSON.stringify([provider, host, policy.facts, policy.best, policy.worst]);
    const before = rows.get(same);
    const row = { ...one, policy, grading: gradeOf(policy), misses: missesOf(policy, demands, today) };
    rows.set(
      same,
      before === undefined ? row : { ...before, models: [...new Set([...before.models, ...one.models])] },
    );
  }
  return [...rows.values()].toSorted(byFit);
}

/** Whether a row is the one that a destination belongs to; a rehearsal counts as what it rehearses. */
export function isAt({ destination, models }: Compared, one: Destination): boolean {
  const { provider, host, model } = one.rehearses ?? one;
  return destination.provider === provider && destination.host === host && models.includes(model);
}

function byFit(a: Compared, b: Compared): number {
  const fit = Number(a.misses.length > 0) - Number(b.misses.length > 0);
  const grade = GRADES.indexOf(a.grading.grade) - GRADES.indexOf(b.grading.grade);
  return fit || grade || a.misses.length - b.misses.length || (a.written < b.written ? -1 : 1);
}

function listed({ id, name, kind, hosts }: Provider): Listed {
  // What stands for a part of the address makes no difference to the terms.
  const host = (hosts[0] ?? '').replaceAll('*', 'any');
  const destination = destinationAt(id, host, ANY_MODEL);
  return {
    written: id,
    name,
    models: [],
    destination: kind === 'local' ? { ...destination, local: true } : destination,
  };
}

/** A text prompt by an account of which nothing is known. */
function destinationAt(provider: string, host: string, model: string, name = provider): Destination {
  const endpoint = ADDRESSES.get(name)?.endpoint ?? DEFAULT_ENDPOINT;
  return { provider, host, model, endpoint, account: { settings: {} }, features: [] };
}
