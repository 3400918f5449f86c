import type { Detector } from './detector.ts';
import { personalTable } from './engine/personal-table.ts';
import { tableDetector } from './engine/table.ts';
import { PERSONAL_RULES } from './personal.ts';
import { ruleDetector, type RuleDefinition } from './rule.ts';
import { awsAccountId } from './rules/aws-account-id.ts';
import { discordBotToken } from './rules/discord-bot-token.ts';
import { seedPhraseByCheck } from './rules/seed-phrase.ts';
import { walletKey } from './rules/wallet-key.ts';

/** Rules written by us as code, each on its own walk through the text. */
export const OWN_RULES: readonly RuleDefinition[] = [
  awsAccountId,
  discordBotToken,
  seedPhraseByCheck,
  walletKey,
];

/** Everything that looks at a text: the table with the preset's rules behind its one pass, and rules of our own. */
export const DETECTORS: readonly Detector[] = [
  tableDetector,
  personalTable,
  ...OWN_RULES.map(ruleDetector),
  ...PERSONAL_RULES.map((rule) => ({ ...ruleDetector(rule), aside: 'by itself' as const })),
];
