import * as v from 'valibot';
import type { Finding } from '../detect/finding.ts';
import type { FileName, Origin } from './files.ts';
import { type Glob as PathGlob, parseGlob } from './paths/glob.ts';
import type { Ruling } from './paths/verdict.ts';

const Action = v.picklist(['allow', 'notify', 'redact', 'ask', 'block']);
/** Case does not matter; `*` stands for any run of characters. */
const Glob = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** What the user decided for some findings, wherever the default matrix would decide otherwise. */
export const UserRule = v.pipe(
  v.strictObject({
    class: v.optional(v.picklist(['secret', 'pii', 'internal', 'path', 'opaque'])),
    kind: v.optional(Glob),
    severity: v.optional(v.picklist(['critical', 'high', 'medium', 'low'])),
    /** The destination as it is written in the settings: `openai/*`. */
    destination: v.optional(Glob),
    /**
     * The file it came from, see `parseGlob`. It applies where the file is known: text that was typed or pasted
     * has none, and no rule with a path is about it. One that blocks holds for such a folder anywhere on the way to
     * the file; any other action from the folder that is worked in, so that nothing is let go for where a folder lies.
     */
    path: v.optional(
      v.pipe(
        Glob,
        v.check((glob) => parseGlob(glob).ok, 'is no glob'),
      ),
    ),
    action: Action,
  }),
  v.check(
    ({ class: className, action }) => className !== 'path' || action === 'block',
    'cannot let a file go that a rule denies',
  ),
);
export type UserRule = v.InferOutput<typeof UserRule>;

/** How many rules a user can have. */
export const MOST_RULES = 200;

export const UserRules = v.pipe(v.array(UserRule), v.maxLength(MOST_RULES));

/** A rule, and its place in the user's list. */
export interface Placed {
  readonly rule: UserRule;
  readonly index: number;
}

/** What keeps a whole file from going somewhere, whatever is in it. */
export interface Denial {
  readonly glob: string;
  /** A rule of the user's about findings, by its number from 0, or one about paths. */
  readonly by:
    { readonly is: 'rule'; readonly index: number } | { readonly is: 'path'; readonly ruling: Ruling };
}

type Matches = (glob: string, text: string) => boolean;

/** The last of the user's rules that is about this finding at this destination. */
export function userRuleFor(
  finding: Pick<Finding, 'class' | 'kind' | 'severity'> & { readonly from?: Origin | undefined },
  destination: string,
  rules: readonly UserRule[],
  matchesGlob: Matches,
): Placed | undefined {
  return lastOf(
    rules,
    (rule) =>
      (rule.class === undefined || rule.class === finding.class) &&
      (rule.severity === undefined || rule.severity === finding.severity) &&
      (rule.kind === undefined || matchesGlob(rule.kind, finding.kind)) &&
      (rule.destination === undefined || matchesGlob(rule.destination, destination)) &&
      (rule.path === undefined || isFrom(finding.from, rule)),
  );
}

/**
 * The last of the user's rules that denies a file, whatever is in it: one with a path that blocks, and is about no
 * class, kind or severity of findings. No other rule takes that back.
 *
 * @param destination undefined where it is not known: then only rules for every destination count.
 */
export function denialOf(
  file: FileName,
  destination: string | undefined,
  rules: readonly UserRule[],
  matchesGlob: Matches,
): Denial | undefined {
  const last = lastOf(rules, (rule) => denies(rule, destination, matchesGlob) && isDenied(file, rule));
  return last && { glob: last.rule.path ?? '', by: { is: 'rule', index: last.index } };
}

/** The globs of the files that a destination is denied. */
export function deniedGlobs(
  destination: string,
  rules: readonly UserRule[],
  matchesGlob: Matches,
): readonly string[] {
  return rules.flatMap((rule) => (denies(rule, destination, matchesGlob) ? [rule.path] : []));
}

/** Whether a rule denies the files of its path as a whole. */
function denies(
  rule: UserRule,
  destination: string | undefined,
  matchesGlob: Matches,
): rule is UserRule & { readonly path: string } {
  return (
    rule.action === 'block' &&
    rule.path !== undefined &&
    (rule.class === undefined || rule.class === 'path') &&
    rule.kind === undefined &&
    rule.severity === undefined &&
    (rule.destination === undefined ||
      (destination !== undefined && matchesGlob(rule.destination, destination)))
  );
}

function isFrom(from: Origin | undefined, rule: UserRule): boolean {
  if (from === undefined) return false;
  return rule.action === 'block'
    ? from.touched.some((file) => isDenied(file, rule))
    : from.within.some((file) => namesOf(file).some((name) => globOf(rule)?.matches(name)));
}

function isDenied(file: FileName, rule: UserRule): boolean {
  return namesOf(file).some((name) => globOf(rule)?.matches(name, 'anywhere'));
}

const globs = new WeakMap<UserRule, PathGlob>();

/** What a rule says of paths, read once. */
function globOf(rule: UserRule): PathGlob | undefined {
  if (rule.path === undefined) return undefined;
  const known = globs.get(rule);
  if (known) return known;
  const read = parseGlob(rule.path);
  if (read.ok) globs.set(rule, read.glob);
  return read.ok ? read.glob : undefined;
}

function namesOf({ path, whole = [] }: FileName): readonly string[] {
  return [path, ...whole];
}

function lastOf(rules: readonly UserRule[], isAbout: (rule: UserRule) => boolean): Placed | undefined {
  const index = rules.findLastIndex(isAbout);
  const rule = rules[index];
  return rule && { rule, index };
}
