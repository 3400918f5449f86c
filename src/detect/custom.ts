import safeRegex from 'safe-regex2';
import * as v from 'valibot';
import type { Detector, Hit } from './detector.ts';
import { internal, type Kind, secret } from './kind.ts';
import { OWN_SCOPE } from './rule.ts';

const LONGEST_PATTERN = 500;
/** How many patterns a list can have. */
export const MOST_PATTERNS = 200;

/** A pattern of the user's own, as the setting has it. */
export const CustomPattern = v.strictObject({
  /** What a match is called; also gives its placeholder. */
  name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9 _-]{0,58}[A-Za-z0-9]$/)),
  /** Source of a regular expression; a group called `secret` says which part of the match is meant. */
  pattern: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PATTERN)),
  severity: v.optional(v.picklist(['critical', 'high', 'medium', 'low']), 'high'),
});
export type CustomPattern = v.InferOutput<typeof CustomPattern>;

export const CustomPatterns = v.pipe(v.array(CustomPattern), v.maxLength(MOST_PATTERNS));

/** Why a pattern is not used. */
export type PatternProblem = 'not-a-pattern' | 'matches-nothing-at-all' | 'catastrophic';

/**
 * What is wrong with a pattern, if anything: no regular expression, one that matches where nothing is, or one whose
 * repetitions stand in repetitions (star height above one), which can take time exponential in the text. One that is
 * slow in another way still meets the deadline every scan has.
 */
export function problemOf({ pattern }: CustomPattern): PatternProblem | undefined {
  let compiled: RegExp;
  try {
    compiled = new RegExp(pattern, 'u');
  } catch {
    return 'not-a-pattern';
  }
  if (compiled.test('')) return 'matches-nothing-at-all';
  return safeRegex(pattern) ? undefined : 'catastrophic';
}

/** What a pattern of the user's finds: a secret, or what is internal to the company. */
export type CustomClass = 'secret' | 'internal';

const KIND: Readonly<Record<CustomClass, string>> = { secret: 'custom:', internal: 'custom-internal:' };

/** What is known of a kind that a pattern of the user's made; undefined for every other kind. */
export function customKind(id: string): Kind | undefined {
  if (!id.startsWith('custom')) return undefined;
  const [, sort, severity, name = ''] =
    /^(custom|custom-internal):(critical|high|medium|low):(.+)$/.exec(id) ?? [];
  const parsed = v.safeParse(v.picklist(['critical', 'high', 'medium', 'low']), severity);
  if (!parsed.success) return undefined;
  const placeholder = name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/_?\d+$/, '')
    .toUpperCase();
  const kind = sort === 'custom' ? secret : internal;
  return kind(parsed.output, placeholder || 'CUSTOM', name, 'matches a pattern of yours');
}

/** Patterns of the user's own as a detector. Patterns with a problem are left out; they were told of when read. */
export function customDetector(patterns: readonly CustomPattern[], finds: CustomClass = 'secret'): Detector {
  const compiled = patterns
    .filter((pattern) => problemOf(pattern) === undefined)
    .map(({ name, pattern, severity }) => ({
      kind: `${KIND[finds]}${severity}:${name}`,
      regex: new RegExp(pattern, 'dgu'),
    }));
  return {
    id: `${OWN_SCOPE}custom`,
    *find(content): Generator<Hit> {
      for (const { kind, regex } of compiled) {
        for (const match of content.matchAll(regex)) {
          const [start, end] = match.indices?.groups?.['secret'] ?? [
            match.index,
            match.index + match[0].length,
          ];
          yield { rule: `${OWN_SCOPE}custom`, kind, start, end, evidence: 'shape' };
        }
      }
    },
  };
}
