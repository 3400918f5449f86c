import { CONTACT_RULES, CONTACT_STRUCTURES } from './contact/contact.ts';
import { FIELD_RULES } from './fields/fields.ts';
import { NETWORK_RULES, NETWORK_STRUCTURES } from './network/network.ts';
import { NUMBER_RULES, NUMBER_STRUCTURES } from './numbers/numbers.ts';
import { PEOPLE_RULES, PEOPLE_STRUCTURES } from './people/people.ts';
import type { RuleDefinition } from './rule.ts';
import type { Structure } from './structures/structure.ts';

/** Personal data known by the words around it, found in the one pass of the table. */
export const PERSONAL_STRUCTURES: readonly Structure[] = [
  ...NUMBER_STRUCTURES,
  ...CONTACT_STRUCTURES,
  ...NETWORK_STRUCTURES,
  ...PEOPLE_STRUCTURES,
];

/** Personal data that needs no word beside it, each rule on its own walk through the text. */
export const PERSONAL_RULES: readonly RuleDefinition[] = [
  ...NUMBER_RULES,
  ...CONTACT_RULES,
  ...FIELD_RULES,
  ...NETWORK_RULES,
  ...PEOPLE_RULES,
];
