import type { Range } from '../../../redact/origin.ts';
import { composePlace, isComposeFile } from './compose.ts';
import { goImport, type Insertion, pythonImport } from './imports.ts';
import { type Around, type Language, languageOf } from './languages.ts';
import { standingOf } from './literal-at.ts';

/** Where a value stands in a source, and what stands there once it is read from the environment instead. */
export interface Place extends Range {
  readonly write: (name: string) => string;
  /** What has to be put in elsewhere in the source. */
  readonly insert?: Insertion;
  /** Whether the file of variables has to lie beside the source, as its tool looks for it there alone. */
  readonly beside?: boolean;
  /** What stands before it, so that the variable can be named by what the value is assigned to. */
  readonly before: string;
}

/** Longer sources are not read; nobody writes them by hand. */
const LONGEST = 1_000_000;
/** So much before and after a literal says what it is for. */
const REACH = 2_000;
/** Words of a shell that need no quotes, without what the shell makes something else of. */
const SHELL_WORD = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/**
 * Where a value can be replaced by a variable of the environment, so that the program reads the same value.
 *
 * @param language the editor's id.
 * @param path of the file, with `/` between its names.
 * @returns undefined where that is not certain: it is no whole literal, has escapes, has to be a constant, or the
 * language has no one way.
 */
export function placeIn(language: string, path: string, text: string, value: Range): Place | undefined {
  if (text.length > LONGEST || value.start >= value.end) return undefined;
  if (/[\r\n]/.test(text.slice(value.start, value.end))) return undefined;
  if (isComposeFile(language, path)) return composePlace(text, value);
  const row = languageOf(language);
  if (!row) return undefined;
  const place = placeOf(row, text, value);
  if (place === undefined || row.needs === undefined) return place;
  const lineEnd = /\r?\n/.exec(text)?.[0] ?? '\n';
  const insert = row.needs === 'go-os' ? goImport(text, lineEnd) : pythonImport(text, lineEnd);
  if (insert === 'clash') return undefined;
  return insert === undefined ? place : { ...place, insert };
}

function placeOf(row: Language, text: string, value: Range): Place | undefined {
  const written = text.slice(value.start, value.end);
  const standing = standingOf(text, value, row.syntax);
  if (standing.in === 'code') {
    const { asWord } = row;
    if (!asWord || !SHELL_WORD.test(written) || !isWord(text, value)) return undefined;
    return { ...value, write: asWord, before: text.slice(Math.max(0, value.start - REACH), value.start) };
  }
  if (standing.in !== 'literal') return undefined;
  const { quote, literal, inner } = standing;
  const isWhole = inner.start === value.start && inner.end === value.end;
  if (isWhole && quote.plain && !quote.plain.special.test(written)) {
    const around: Around = {
      before: text.slice(Math.max(0, literal.start - REACH), literal.start),
      after: text.slice(literal.end, literal.end + REACH),
      text,
    };
    if (isRefused(row, around)) return undefined;
    return { ...literal, write: (name) => row.reads(name, around), before: around.before };
  }
  const { inString } = row;
  if (!inString || !quote.template || quote.template.special.test(written)) return undefined;
  // A backslash or a dollar before it would have another say.
  if (/[\\$]$/.test(text.slice(inner.start, value.start))) return undefined;
  const close = text.slice(inner.end, literal.end);
  const before = text.slice(Math.max(0, literal.start - REACH), literal.start);
  return { ...value, write: (name) => inString(name, close), before };
}

/** A key, a label of a case, one of several literals that are written together: what no expression may stand for. */
const NO_EXPRESSION = [/^\s*=>/, /^\s*["'`]/];
/** The second of three in a condition, which a colon may follow. */
const CONDITION = /\?(?![.?])[^;{}]*$/;

function isRefused({ refuses = [], asWord }: Language, around: Around): boolean {
  if (asWord) return false;
  if (NO_EXPRESSION.some((one) => one.test(around.after)) || /["'`]\s*$/.test(around.before)) return true;
  if (/^\s*:(?!:)/.test(around.after) && !CONDITION.test(around.before)) return true;
  return refuses.some((refuse) => refuse(around));
}

/** Whether it ends where a word of a shell ends, and begins where a piece of one may begin. */
function isWord(text: string, { start, end }: Range): boolean {
  return (
    /(?:^|[\s=:@/,])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /^(?:[\s;|&)]|$)/.test(text.slice(end, end + 1))
  );
}
