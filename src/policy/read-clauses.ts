/** Requirements as a file states them, each with its place; what cannot be read is read as its strictest. */
import * as v from 'valibot';
import type { Span } from './json-places.ts';
import { type Clause, Clauses, REQUIREMENT_PRESETS } from './requirements.ts';
import { stricterClauses } from './stricter-clauses.ts';
import type { JsonMember, JsonNode } from './tolerant-json.ts';

export interface ClauseFault {
  readonly problem: 'not-requirements' | 'unknown-clause' | 'wrong-clause' | 'wrong-preset';
  /** The clause that is wrong. */
  readonly clause?: Clause;
  readonly at: Span;
}

export interface ReadClauses {
  readonly clauses: Clauses;
  /** Where each of them is stated; one of a preset where that is. */
  readonly places: ReadonlyMap<Clause, Span>;
  readonly faults: readonly ClauseFault[];
}

/** What nothing is stricter than. No region at all is only this machine. */
export const STRICTEST: Readonly<Required<{ [Name in Clause]: NonNullable<Clauses[Name]> }>> = {
  training: 'never',
  retentionDays: 0,
  humanReview: 'never',
  regions: [],
  passThrough: 'none',
  ownership: 'customer',
  sourceAgeDays: 0,
};

/** The clauses there are, in their order. */
export const CLAUSES = Object.keys(Clauses.entries) as readonly Clause[];

/** Reads them; a clause that is there twice holds as both. It never throws. */
export function readClauses(node: JsonNode): ReadClauses {
  const places = new Map<Clause, Span>();
  const faults: ClauseFault[] = [];
  if (node.kind !== 'object') {
    for (const clause of CLAUSES) places.set(clause, node.at);
    return { clauses: STRICTEST, places, faults: [{ problem: 'not-requirements', at: node.at }] };
  }
  let preset: Clauses = {};
  let own: Clauses = {};
  for (const { name, nameAt, node: stated } of node.members) {
    if (name === 'preset') {
      const found = presetOf(stated);
      if (!found.known) faults.push({ problem: 'wrong-preset', at: stated.at });
      preset = stricterClauses(preset, found.clauses);
      for (const clause of clausesOf(found.clauses)) if (!places.has(clause)) places.set(clause, stated.at);
    } else if (isClause(name)) {
      const read = readClause(name, stated);
      if (read.wrongAt) faults.push({ problem: 'wrong-clause', clause: name, at: read.wrongAt });
      own = stricterClauses(own, read.clauses);
      places.set(name, nameAt);
    } else faults.push({ problem: 'unknown-clause', at: nameAt });
  }
  return { clauses: { ...preset, ...own }, places, faults };
}

/** Those of a preset; of one there is not, those of all of them. */
function presetOf({ value }: JsonNode): { readonly known: boolean; readonly clauses: Clauses } {
  const all = Object.entries(REQUIREMENT_PRESETS);
  const found = all.find(([id]) => id === value);
  if (found) return { known: true, clauses: found[1] };
  return { known: false, clauses: all.reduce<Clauses>((sum, [, one]) => stricterClauses(sum, one), {}) };
}

function readClause(
  clause: Clause,
  node: JsonMember['node'],
): { readonly clauses: Clauses; readonly wrongAt?: Span } {
  const parsed = v.safeParse(Clauses, { [clause]: node.value });
  if (parsed.success) return { clauses: parsed.output };
  if (clause !== 'regions' || node.kind !== 'list')
    return { clauses: { [clause]: STRICTEST[clause] }, wrongAt: node.at };
  // A region left out is one fewer that is allowed.
  const known = node.items.map((item) => v.safeParse(Clauses, { regions: [item.value] }));
  const wrong = node.items.find((_, i) => known[i]?.success !== true);
  return {
    clauses: { regions: known.flatMap((one) => (one.success ? (one.output.regions ?? []) : [])) },
    wrongAt: wrong?.at ?? node.at,
  };
}

function isClause(name: string): name is Clause {
  return CLAUSES.some((clause) => clause === name);
}

function clausesOf(clauses: Clauses): readonly Clause[] {
  return CLAUSES.filter((clause) => clauses[clause] !== undefined);
}
