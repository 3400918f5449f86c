/** Where a value in force comes from, and what it overrides. */
import type { Span } from '../../policy/json-places.ts';
import type { Clause } from '../../policy/requirements.ts';
import type { PolicySource } from './source.ts';

/** Who says so. */
export type Provenance =
  | { readonly by: 'default' }
  | { readonly by: 'user' }
  | { readonly by: 'file'; readonly source: PolicySource; readonly at: Span };

/** What is said. Of lists whose entries may be sensitive only how many there are. */
export type TracedValue =
  | { readonly what: 'clause'; readonly clause: Clause; readonly value: unknown }
  | { readonly what: 'kind'; readonly kind: string; readonly value: string }
  | { readonly what: 'destinations'; readonly value: readonly string[] }
  | { readonly what: 'added'; readonly field: AddedField; readonly value: number }
  | { readonly what: 'setting'; readonly name: string; readonly value: unknown };

/** Fields of a file whose entries all hold, beside the user's own. */
export type AddedField = 'terms' | 'domains' | 'internalPatterns' | 'secretPatterns' | 'paths' | 'testValues';

/** A value that somebody stated. */
export interface Stated {
  readonly value: TracedValue;
  readonly from: Provenance;
}

/** A value in force. */
export interface Traced {
  readonly inForce: TracedValue;
  /** Those who demand just that; where it is what several leave in common, all of them. None where nobody demands it. */
  readonly from: readonly Provenance[];
  /** What others say, and does not hold. */
  readonly overrides: readonly Stated[];
  /** Whether the organisation demands it: then no setting makes it milder. */
  readonly locked: boolean;
}

/** A value in force, traced to those who stated something about it. */
export function traced(inForce: TracedValue, stated: readonly Stated[]): Traced {
  const same = stated.filter(({ value }) => isSame(value, inForce));
  // What nobody states so is what all of them leave.
  const from = (same.length > 0 ? same : stated).map((one) => one.from);
  return {
    inForce,
    from,
    overrides: same.length > 0 ? stated.filter((one) => !same.includes(one)) : [],
    locked: from.some((one) => one.by === 'file' && one.source.by === 'organisation'),
  };
}

function isSame(a: TracedValue, b: TracedValue): boolean {
  return JSON.stringify(comparable(a.value)) === JSON.stringify(comparable(b.value));
}

/** Lists of names say the same in any order. */
function comparable(value: unknown): unknown {
  return Array.isArray(value) ? [...new Set(value.map(String))].sort() : value;
}
