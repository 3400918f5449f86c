import { type Glob, type GlobProblem, parseGlob } from './glob.ts';
import { MOST_ALTERNATIVES } from './glob-pieces.ts';

/** What a rule does with the files it is about. */
export type PathEffect =
  /** They never leave. */
  | { readonly does: 'deny' }
  /** They leave with all that is found in them redacted. */
  | { readonly does: 'redact' }
  /** They go to destinations on this machine alone. */
  | { readonly does: 'local' }
  /** They go to these alone: globs over `openai-api/gpt-5`, `openai/gpt-5` and `api.openai.com/gpt-5`. */
  | { readonly does: 'destinations'; readonly destinations: readonly string[] }
  /** What rules before it in the same list say of them does not hold. */
  | { readonly does: 'allow' };

/** A rule about paths; of a list the last that is about a file counts. */
export interface PathRule {
  readonly glob: Glob;
  readonly effect: PathEffect;
  /** Its place in the list, from 0. */
  readonly index: number;
}

/** What is wrong with a rule. */
export type PathProblem =
  | GlobProblem
  | 'not-a-list'
  | 'too-many'
  | 'not-a-rule'
  | 'unknown-field'
  | 'no-effect'
  | 'two-effects'
  | 'not-destinations'
  | 'exception-with-effect';

export interface PathFault {
  /** Where in the list: the number of the rule, and the field of it where it is one. */
  readonly at: readonly (string | number)[];
  readonly problem: PathProblem;
  /** Where it is the glob that cannot be read: where in what stands there, in UTF-16 code units. */
  readonly offset?: number;
}

/** Rules that were read, and what is wrong with the others. */
export interface ReadPathRules {
  /** Until its glob is mended, one that keeps files back is about all that the glob may mean. */
  readonly rules: readonly PathRule[];
  readonly faults: readonly PathFault[];
}

/** How many rules a list can have. */
export const MOST_PATH_RULES = 200;
/** How many alternatives the globs of a list can make together; what a path may cost beside them is `MOST_STEPS`. */
export const MOST_ALTERNATIVES_OF_LIST = 1_000;
const MOST_DESTINATIONS = 50;
const EFFECTS: Readonly<Record<string, PathEffect>> = {
  deny: { does: 'deny' },
  redact: { does: 'redact' },
  local: { does: 'local' },
};

/**
 * Reads a list of rules about paths, as it stands in the settings and in policy files. Each is one of
 *
 * - `"secrets/**"`: denied
 * - `"!secrets/README.md"`: allowed again
 * - `{ "path": "customers/**", "rule": "redact" }`, or `"deny"`, or `"local"`
 * - `{ "path": "src/**", "destinations": ["ollama/*"] }`
 *
 * Whatever cannot be read is a fault; it never throws.
 */
export function readPathRules(written: unknown): ReadPathRules {
  if (!Array.isArray(written)) return { rules: [], faults: [{ at: [], problem: 'not-a-list' }] };
  const rules: PathRule[] = [];
  const faults: PathFault[] = [];
  if (written.length > MOST_PATH_RULES) faults.push({ at: [MOST_PATH_RULES], problem: 'too-many' });
  let left = MOST_ALTERNATIVES_OF_LIST;
  for (const [index, one] of written.slice(0, MOST_PATH_RULES).entries()) {
    const { rule, fault } = readRule(one, Math.min(MOST_ALTERNATIVES, Math.max(1, left)));
    left -= rule?.glob.alternatives ?? 0;
    if (rule) rules.push({ ...rule, index });
    if (fault) faults.push({ ...fault, at: [index, ...fault.at] });
  }
  return { rules, faults };
}

/** A rule, what is wrong with it, or both. */
interface Read {
  readonly rule?: Omit<PathRule, 'index'>;
  readonly fault?: PathFault;
}

function readRule(written: unknown, most: number): Read {
  if (typeof written === 'string') {
    // An exception or anything but: nobody can tell.
    if (written.startsWith('!(')) return { fault: { at: [], problem: 'negated-group', offset: 0 } };
    const isException = written.startsWith('!');
    return isException
      ? withGlob(written.slice(1), { does: 'allow' }, [], most, 1)
      : withGlob(written, { does: 'deny' }, [], most);
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { fault: { at: [], problem: 'not-a-rule' } };
  const fields = new Map<string, unknown>(Object.entries(written));
  const unknown = [...fields.keys()].find((key) => !['path', 'rule', 'destinations'].includes(key));
  if (unknown !== undefined) return { fault: { at: [unknown], problem: 'unknown-field' } };
  const path = fields.get('path');
  if (typeof path !== 'string') return { fault: { at: ['path'], problem: 'not-a-rule' } };
  if (path.startsWith('!')) return { fault: { at: ['path'], problem: 'exception-with-effect' } };
  const [rule, destinations] = [fields.get('rule'), fields.get('destinations')];
  if (rule !== undefined && destinations !== undefined)
    return { fault: { at: ['rule'], problem: 'two-effects' } };
  if (destinations !== undefined) {
    return areDestinations(destinations)
      ? withGlob(path, { does: 'destinations', destinations }, ['path'], most)
      : { fault: { at: ['destinations'], problem: 'not-destinations' } };
  }
  const effect = typeof rule === 'string' && Object.hasOwn(EFFECTS, rule) ? EFFECTS[rule] : undefined;
  if (effect) return withGlob(path, effect, ['path'], most);
  return { fault: { at: rule === undefined ? [] : ['rule'], problem: 'no-effect' } };
}

/** @param before how much stands before the glob. */
function withGlob(written: string, effect: PathEffect, at: PathFault['at'], most: number, before = 0): Read {
  const parsed = parseGlob(written, most);
  if (parsed.ok) return { rule: { glob: parsed.glob, effect } };
  const { problem, atMost } = parsed;
  const fault = { at, problem, offset: before + parsed.at };
  return atMost && effect.does !== 'allow' ? { rule: { glob: atMost, effect }, fault } : { fault };
}

function areDestinations(written: unknown): written is string[] {
  return (
    Array.isArray(written) &&
    written.length <= MOST_DESTINATIONS &&
    written.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 200)
  );
}
