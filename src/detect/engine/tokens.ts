import { CHECKS } from '../checks/checks.ts';
import type { Evidence } from '../finding.ts';
import type { Format } from '../formats/format.ts';

/** A secret that a format found; offsets are UTF-16 code units. */
export interface TokenHit {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
}

/** A format made ready to be matched. */
export interface CompiledFormat {
  readonly format: Format;
  /** Sticky; matches the whole secret from its first character on. */
  readonly pattern: RegExp;
  /** Whether the character before it must not be one of a word. */
  readonly needsBoundary: boolean;
}

/** Compiles a row. Throws a SyntaxError, naming the row, for a shape that is no regular expression. */
export function compileFormat(format: Format): CompiledFormat {
  try {
    return {
      format,
      pattern: new RegExp(`(?:${format.shape})(?![A-Za-z0-9_])`, format.ignoreCase ? 'iy' : 'y'),
      needsBoundary: (format.starts ?? []).every((start) => /^[A-Za-z0-9_]/.test(start)),
    };
  } catch (error) {
    throw new SyntaxError(`format ${format.id}: ${error instanceof Error ? error.message : 'not a pattern'}`);
  }
}

/** How far before an anchor its secret may begin, in UTF-16 code units. */
const LOOK_BACK = 160;

/** Where the secret may begin whose anchor stands at `at`; undefined where nothing begins there. */
export function beginOf(text: string, at: number, { format }: CompiledFormat): number | undefined {
  const from = Math.max(0, at - LOOK_BACK);
  const before = text.slice(from, at);
  if (format.starts) {
    const places = format.starts.map((start) => before.toLowerCase().lastIndexOf(start.toLowerCase()));
    const nearest = Math.max(...places);
    return nearest < 0 ? undefined : from + nearest;
  }
  return at - (/[\w~.-]*$/.exec(before)?.[0].length ?? 0);
}

/** The secret of a format that begins at `at`, if there is one. Bounded by the shape. */
export function tokenAt(
  text: string,
  at: number,
  { format, pattern, needsBoundary }: CompiledFormat,
): TokenHit | undefined {
  if (needsBoundary && isInsideWord(text, at)) return undefined;
  pattern.lastIndex = at;
  if (!pattern.test(text) || pattern.lastIndex === at) return undefined;
  const secret = text.slice(at, pattern.lastIndex);
  const verdict = format.check ? CHECKS[format.check](secret) : 'unknown';
  if (verdict === 'refuted') return undefined;
  // Chance does not write check digits.
  if (verdict !== 'verified' && needsBoundary && isInsideBase64(text, at, at + secret.length))
    return undefined;
  return {
    kind: format.id,
    start: at,
    end: at + secret.length,
    evidence: verdict === 'verified' ? 'check' : 'shape',
  };
}

const SMALL_M = 0x6d;
const COLOUR = /\[[0-9;]{0,16}m$/;
const LONGEST_COLOUR = 18;

/**
 * Whether what begins at `at` is the middle of a word; the letter of an escape (`\n`) ends before it, and so does a
 * terminal's colour (`[32m`), of which a page that shows a log has swallowed the escape or written it out.
 */
export function isInsideWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (!isWordCode(before)) return false;
  if (before === SMALL_M) return !COLOUR.test(text.slice(Math.max(0, at - LONGEST_COLOUR), at));
  return !(text.charCodeAt(at - 2) === 0x5c && 'nrtbfv'.includes(text.charAt(at - 1)));
}

const BASE64_BEFORE = /^(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9+/]{63}[+/]$/;
const BASE64_AFTER = /^[+/][A-Za-z0-9+/]{15}/;

/** Whether a stretch of base64 goes on at both sides of [start, end), as of a font or an image: chance wrote it. */
function isInsideBase64(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start - 1);
  if (code !== 43 && code !== 47) return false;
  const before = text.slice(start - 64, start);
  const after = text.slice(end, end + 16);
  // A path has the slash, and no plus.
  return BASE64_BEFORE.test(before) && BASE64_AFTER.test(after) && (before + after).includes('+');
}

function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122)
  );
}
