import { imeiLayout } from '../network/mobile-ids.ts';
import { americanVin } from '../network/vin.ts';
import type { RuleDefinition } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { digitRunRule } from './digit-runs.ts';
import { email } from './email.ts';
import { encodedEmail, labelledEmail, spelledEmail } from './email-in-words.ts';
import { encodedPhone, phoneInContext } from './phone/in-context.ts';
import { internationalPhone } from './phone/international.ts';
import { nationalPhone } from './phone/layouts.ts';

/** What is known by its digits alone, on one walk: numbers of telephones, handsets and vehicles. */
const digitRuns = digitRunRule(
  'digit-runs',
  ['phone', 'imei', 'vin'],
  [nationalPhone, imeiLayout, americanVin],
);

/** Ways to reach a person that are found on walks of their own. */
export const CONTACT_RULES: readonly RuleDefinition[] = [email, internationalPhone, digitRuns];

/** Ways to reach a person that begin at a word or a sign the engine looks for. */
export const CONTACT_STRUCTURES: readonly Structure[] = [
  encodedEmail,
  spelledEmail,
  labelledEmail,
  phoneInContext,
  encodedPhone,
];
