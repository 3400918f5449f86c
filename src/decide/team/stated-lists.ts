/** Terms, domains, patterns and kinds of a policy file. Of what cannot be read nobody knows what it would have found. */
import * as v from 'valibot';
import {
  type CustomPattern,
  CustomPattern as Pattern,
  MOST_PATTERNS,
  problemOf,
} from '../../detect/custom.ts';
import { isKind } from '../../detect/kinds.ts';
import { MOST_DOMAINS, OwnDomain } from '../../detect/network/own-hosts.ts';
import { MOST_TERMS, OwnTerm } from '../../detect/own/own-terms.ts';
import { KindSetting } from '../../detect/scan-settings.ts';
import type { Span } from '../../policy/json-places.ts';
import type { JsonNode } from '../../policy/tolerant-json.ts';
import { type FaultInFile, type ListField, shownName, type TeamProblem } from './fault.ts';

/** A severity, or that a kind is not looked for. */
export type KindLevel = v.InferOutput<typeof KindSetting>;

/** A kind as a file states it. */
export interface StatedKind {
  readonly kind: string;
  readonly level: KindLevel;
  readonly at: Span;
}

export type Tell = (fault: FaultInFile) => void;

export function readTerms(node: JsonNode, tell: Tell): readonly string[] {
  return items(node, 'terms', MOST_TERMS, tell).flatMap((item) =>
    parsed(OwnTerm, item, { id: 'not-a-term' }, tell),
  );
}

export function readDomains(node: JsonNode, tell: Tell): readonly string[] {
  return items(node, 'domains', MOST_DOMAINS, tell).flatMap((item) =>
    parsed(OwnDomain, item, { id: 'not-a-domain' }, tell),
  );
}

export function readPatterns(
  node: JsonNode,
  field: 'internalPatterns' | 'secretPatterns',
  tell: Tell,
): readonly CustomPattern[] {
  return items(node, field, MOST_PATTERNS, tell).flatMap((item) =>
    // Of one that says something twice nobody knows which is meant.
    parsed(
      Pattern,
      item.kind === 'object' && item.repeats ? { ...item, value: {} } : item,
      { id: 'not-a-pattern' },
      tell,
    ).filter((pattern) => {
      const why = problemOf(pattern);
      if (why)
        tell({ problem: { id: 'bad-pattern', name: pattern.name, why }, reading: 'stops', at: item.at });
      return why === undefined;
    }),
  );
}

/** A kind that is there twice is stated twice. */
export function readKinds(node: JsonNode, tell: Tell): readonly StatedKind[] {
  if (node.kind !== 'object') {
    tell({ problem: { id: 'not-kinds' }, reading: 'stops', at: node.at });
    return [];
  }
  return node.members.flatMap(({ name, nameAt, node: stated }): readonly StatedKind[] => {
    if (!isKind(name)) {
      tell({ problem: { id: 'not-a-kind', kind: shownName(name) }, reading: 'stops', at: nameAt });
      return [];
    }
    return parsed(KindSetting, stated, { id: 'not-a-severity' }, tell).map((level) => ({
      kind: name,
      level,
      at: nameAt,
    }));
  });
}

function items(node: JsonNode, field: ListField, most: number, tell: Tell): readonly JsonNode[] {
  if (node.kind !== 'list') {
    tell({ problem: { id: 'not-a-list', field }, reading: 'stops', at: node.at });
    return [];
  }
  const first = node.items[most];
  if (first) tell({ problem: { id: 'too-many', field, most }, reading: 'stops', at: first.at });
  return node.items.slice(0, most);
}

/** The value, or none. */
function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  { value, at }: JsonNode,
  problem: TeamProblem,
  tell: Tell,
): readonly v.InferOutput<Schema>[] {
  const result = v.safeParse(schema, value);
  if (result.success) return [result.output];
  tell({ problem, reading: 'stops', at });
  return [];
}
