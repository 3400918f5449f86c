import { type Kind } from '../kind.ts';
import type { RuleDefinition } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { ACCOUNTS } from './accounts.ts';
import { AFRICA_OCEANIA } from './africa-oceania.ts';
import { aloneFinder } from './alone.ts';
import { LATIN_AMERICA, NORTH_AMERICA } from './americas.ts';
import { ASIA } from './asia.ts';
import { bic } from './bic.ts';
import { CARDS } from './cards.ts';
import { digitRunRule } from './digit-runs.ts';
import { DOCUMENTS } from './documents.ts';
import { EUROPE_A_F } from './europe-a-f.ts';
import { EUROPE_G_N } from './europe-g-n.ts';
import { EUROPE_P_Z } from './europe-p-z.ts';
import { expiryParts } from './expiry-parts.ts';
import { firm, type NumberFormat } from './format.ts';
import { IBAN } from './iban.ts';
import { contextStructure, foreignFinder } from './in-context.ts';
import { segwitAddress, walletAddress, WALLETS } from './wallets.ts';

/** Every number known by a row; of several that fit one place equally well, the first is taken. */
export const NUMBER_FORMATS: readonly NumberFormat[] = [
  ...CARDS,
  IBAN,
  ...NORTH_AMERICA,
  ...EUROPE_A_F,
  ...EUROPE_G_N,
  ...EUROPE_P_Z,
  ...LATIN_AMERICA,
  ...ASIA,
  ...AFRICA_OCEANIA,
  ...ACCOUNTS,
  ...DOCUMENTS,
  ...WALLETS,
];

/** A BIC has no row: it may be letters only, and so its structure looks for it otherwise. */
const BIC = firm({ id: 'bic', name: 'BIC', shape: '', near: [], opens: 'names a bank' });

/** The kinds of all numbers, for the table of kinds. */
export const NUMBER_KINDS: ReadonlyMap<string, Kind> = new Map(
  [...NUMBER_FORMATS, BIC].map(({ id, row, severity, placeholder, name, opens, signsTell }) => [
    id,
    { class: 'pii', row, severity, placeholder, name, opens, ...(signsTell && { signsTell }) },
  ]),
);

/** Numbers that need no word beside them, each rule on a walk of its own. */
export const NUMBER_RULES: readonly RuleDefinition[] = [
  digitRunRule(
    'number',
    NUMBER_FORMATS.map(({ id }) => id),
    [aloneFinder(NUMBER_FORMATS), foreignFinder(NUMBER_FORMATS)],
  ),
  walletAddress,
];

/** Numbers known by the words around them. */
export const NUMBER_STRUCTURES: readonly Structure[] = [
  contextStructure('number-in-context', NUMBER_FORMATS),
  segwitAddress,
  bic,
  expiryParts,
];
