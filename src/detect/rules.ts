import { rules as presetRules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleCreator } from '@secretlint/types';
import { apiKeys } from './rules/api-keys.ts';
import { email } from './rules/email.ts';
import { iban } from './rules/iban.ts';
import { ipAddress } from './rules/ip-address.ts';
import { paymentCard } from './rules/payment-card.ts';
import { usSsn } from './rules/us-ssn.ts';

/** A rule with the options it runs with. */
export interface ConfiguredRule {
  readonly rule: SecretLintRuleCreator;
  readonly options?: object;
}

/** Options of preset rules whose defaults leave something out. */
const OPTIONS: Readonly<Record<string, object>> = {
  '@secretlint/secretlint-rule-aws': { enableIDScanRule: true },
};

/** Rules written by us, in secretlint's own shape. */
const OWN: readonly SecretLintRuleCreator[] = [apiKeys, email, iban, ipAddress, paymentCard, usSsn];

/**
 * Every rule that runs: the preset's as a flat list, and ours.
 *
 * Only scanners are taken. The preset also holds a filter by which a line of the text itself
 * (`secretlint-disable`) would switch the scan off.
 */
export const RULES: readonly ConfiguredRule[] = [...presetRules, ...OWN]
  .filter(
    (rule) => rule.meta.type === 'scanner' && rule.meta.id !== '@secretlint/secretlint-rule-filter-comments',
  )
  .map((rule) => {
    const options = OPTIONS[rule.meta.id];
    return options ? { rule, options } : { rule };
  });
