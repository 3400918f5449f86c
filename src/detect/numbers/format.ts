import type { MatrixRow } from '../kind.ts';
import type { Severity } from '../finding.ts';

/**
 * Whether check digits are right. `compact` is the value in upper case with letters and digits only, `written` as it
 * stands in the text.
 */
export type NumberCheck = (compact: string, written: string) => boolean;

/** A number that names a person, an account or a firm: one row, read by one engine. */
export interface NumberFormat {
  /** Id of its kind. */
  readonly id: string;
  /** ISO 3166-1 alpha-2, where it is one country's. */
  readonly country: string | undefined;
  /** English name, as it stands in the middle of a sentence. */
  readonly name: string;
  readonly placeholder: string;
  readonly row: MatrixRow;
  readonly severity: Severity;
  /** What somebody who has it can do, in a few English words. */
  readonly opens: string;
  /** Source of a bounded pattern for its usual writings; in any case where check digits tell, as it stands otherwise. */
  readonly shape: string;
  /** Without one, only what stands right behind a word of `near` is taken for it. */
  readonly check: NumberCheck | undefined;
  /**
   * Writings so rare that they need no word beside them, as masks: `9` a digit, `A` a capital letter, `X` either,
   * anything else itself. None where a word is needed. A mask holds three digits in a row (the walk starts there).
   */
  readonly alone: readonly string[];
  /** Where it ends that begins at `at`, for a number of many lengths; then masks hold its first group only. */
  readonly extent: ((text: string, at: number) => number | undefined) | undefined;
  /** Whether it must stand right behind its word; so is every one without check digits. */
  readonly close: boolean;
  /** What else has to stand around it, where its word has many other uses. */
  readonly beside: RegExp | undefined;
  /** Whether programs keep it as a number, so that a suffix of its type may stand right behind it. */
  readonly inCode: boolean;
  /** How many digits it has at least; fewer are words in capitals. */
  readonly digits: number;
  /** Of its kind, whether the signs between its digits tell it from others. */
  readonly signsTell: true | undefined;
  /**
   * Words that announce it, in lower case, with a space where people write a space, a hyphen, an underscore or a
   * capital; at least three letters.
   */
  readonly near: readonly string[];
}

/** What a row of a table says; the rest follows from the sort of number it is. */
export interface NumberRow {
  readonly id: string;
  readonly name: string;
  readonly shape: string;
  readonly check?: NumberCheck;
  readonly alone?: readonly string[];
  readonly extent?: (text: string, at: number) => number | undefined;
  readonly close?: boolean;
  readonly beside?: RegExp;
  readonly inCode?: boolean;
  readonly digits?: number;
  readonly signsTell?: true;
  readonly near: readonly string[];
  readonly placeholder?: string;
  readonly severity?: Severity;
  readonly opens?: string;
}

type Sort = (row: NumberRow) => NumberFormat;

function sort(matrixRow: MatrixRow, severity: Severity, opens: string): Sort {
  return (row) => ({
    id: row.id,
    country: /^[a-z]{2}(?=-)/.exec(row.id)?.[0].toUpperCase(),
    name: row.name,
    placeholder: row.placeholder ?? row.id.toUpperCase().replaceAll('-', '_'),
    row: matrixRow,
    severity: row.severity ?? severity,
    opens: row.opens ?? opens,
    shape: row.shape,
    check: row.check,
    alone: row.alone ?? [],
    extent: row.extent,
    close: row.close ?? row.check === undefined,
    beside: row.beside,
    inCode: row.inCode ?? false,
    digits: row.digits ?? (row.check ? 2 : 3),
    signsTell: row.signsTell,
    near: row.near,
  });
}

/** A number the state gave a person. */
export const personal = sort('regulated', 'critical', 'proves an identity');
/** A person's tax number. */
export const tax = sort('regulated', 'critical', 'names a taxpayer');
/** A number of somebody's health insurance, or of a doctor. */
export const health = sort('regulated', 'critical', 'names a patient or an insured person');
/** A passport, an identity card, a driving licence. */
export const paper = sort('regulated', 'high', 'names the holder of a document');
/** An account, or what is needed to charge it. */
export const bank = sort('regulated', 'critical', 'names a bank account');
/** A number of a firm: public in most registers, but it names whose customer somebody is. */
export const firm = sort('contact', 'low', 'names a firm');
/** What a vehicle is registered by: seen by everybody, and it leads to its keeper. */
export const vehicle = sort('contact', 'medium', 'names a vehicle, and its keeper');
/** What a firm or a school calls one of its people by. */
export const member = sort('contact', 'low', 'names somebody in the files of a firm');
/** The address of a wallet: public in its chain, but it names whose it is. */
export const wallet = sort('contact', 'low', 'names a wallet and all its payments');

/** Digits in groups of these sizes, each behind a space, dot, hyphen or slash or behind nothing. */
export function groups(...sizes: readonly number[]): string {
  return sizes.map((size) => String.raw`\d{${size}}`).join(String.raw`[ .\-/]?`);
}
