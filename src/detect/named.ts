/** What the user's own rules name, and what files of the workspace keep secret. */
import type { Finding } from './finding.ts';
import { OWN_SCOPE } from './rule.ts';

const NAMING_RULES: ReadonlySet<string> = new Set(
  ['custom', 'own-terms', 'own-hosts', 'known-values'].map((id) => OWN_SCOPE + id),
);

/** Whether a rule is one that finds only what the user, their policy files or the files that keep secrets name. */
export function isNamingRule(rule: string): boolean {
  return NAMING_RULES.has(rule);
}

/** Whether such a rule found something in the range of a finding, openly or in what is encoded there. */
export function isNamed({ rule, named, inside = [] }: Pick<Finding, 'rule' | 'named' | 'inside'>): boolean {
  return named === true || isNamingRule(rule) || inside.some(isNamed);
}
