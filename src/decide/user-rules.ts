import * as v from 'valibot';
import type { Finding } from '../detect/finding.ts';

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
    action: Action,
  }),
  v.check(
    ({ class: className, action }) => className !== 'path' || action === 'block',
    'cannot let a file go that a rule denies',
  ),
);
export type UserRule = v.InferOutput<typeof UserRule>;

export const UserRules = v.pipe(v.array(UserRule), v.maxLength(200));

/** The last of the user's rules that is about this finding at this destination, and its place in the list. */
export function userRuleFor(
  { class: className, kind, severity }: Pick<Finding, 'class' | 'kind' | 'severity'>,
  destination: string,
  rules: readonly UserRule[],
  matchesGlob: (glob: string, text: string) => boolean,
): { readonly rule: UserRule; readonly index: number } | undefined {
  const index = rules.findLastIndex(
    (rule) =>
      (rule.class === undefined || rule.class === className) &&
      (rule.severity === undefined || rule.severity === severity) &&
      (rule.kind === undefined || matchesGlob(rule.kind, kind)) &&
      (rule.destination === undefined || matchesGlob(rule.destination, destination)),
  );
  const rule = rules[index];
  return rule && { rule, index };
}
