import type { RuleDefinition } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { login, sudoer } from './account/logins.ts';
import { englishAddress, postBox } from './address/english.ts';
import { germanAddress, postfach } from './address/german.ts';
import { indianAddress, indianTown } from './address/indian.ts';
import { dutchAddress, frenchAddress, southernAddress, swissFrenchAddress } from './address/other.ts';
import { crime, healthTerm, icdCode, sensitiveTerm } from './health/sensitive.ts';
import { customerOrganisation } from './organisation/customer.ts';
import { formLine } from './person/form-line.ts';
import { commitAuthor, commitTrailer, mailHeader, quotedAfter, quotedAuthor } from './person/mail-lines.ts';
import { namedByRole } from './person/roles.ts';
import { dashSignature, signature } from './person/signature.ts';
import { peopleInProse } from './prose.ts';
import { earned } from './salary.ts';

/** What is found of people on walks of their own. */
export const PEOPLE_RULES: readonly RuleDefinition[] = [peopleInProse];

/** What is found of people from a word the engine looks for. */
export const PEOPLE_STRUCTURES: readonly Structure[] = [
  signature,
  dashSignature,
  mailHeader,
  commitTrailer,
  commitAuthor,
  quotedAuthor,
  quotedAfter,
  namedByRole,
  formLine,
  germanAddress,
  postfach,
  englishAddress,
  postBox,
  southernAddress,
  frenchAddress,
  swissFrenchAddress,
  indianAddress,
  indianTown,
  dutchAddress,
  customerOrganisation,
  healthTerm,
  sensitiveTerm,
  crime,
  icdCode,
  earned,
  login,
  sudoer,
];
