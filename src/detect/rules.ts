import type { Detector } from './detector.ts';
import { tableDetector } from './engine/table.ts';
import { ruleDetector, type RuleDefinition } from './rule.ts';
import { awsAccountId } from './rules/aws-account-id.ts';
import { email } from './rules/email.ts';
import { iban } from './rules/iban.ts';
import { ipAddress } from './rules/ip-address.ts';
import { paymentCard } from './rules/payment-card.ts';
import { usSsn } from './rules/us-ssn.ts';

/** Rules written by us as code, each on its own walk through the text. */
export const OWN_RULES: readonly RuleDefinition[] = [
  awsAccountId,
  email,
  iban,
  ipAddress,
  paymentCard,
  usSsn,
];

/** Everything that looks at a text: the table with the preset's rules behind its one pass, and rules of our own. */
export const DETECTORS: readonly Detector[] = [tableDetector, ...OWN_RULES.map(ruleDetector)];
