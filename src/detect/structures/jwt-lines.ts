import { jwt } from './jwt.ts';
import { hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const BEGIN = /eyJ[\w-]{9,4096}(?:\.[\w-]{0,8192}){0,4}/y;
/** Between two lines: a break, or its escape, and what a quotation, a comment or an indentation puts before the next. */
const GLUE = /(?:\r?\n|\\r\\n|\\n)[ \t>#*|/+]{0,40}/y;
const LINE = /[\w.-]{1,4096}={0,2}(?=\s|\\|["'`<]|$)/y;

/** The longest token that is looked at, and the shortest first line of one that is cut by its length. */
const LONGEST = 16_384;
const SHORTEST_LINE = 32;
/** How long signatures are that end a token: HMAC, elliptic curves, RSA of 2,048 to 4,096 bits. */
const SIGNATURES: ReadonlySet<number> = new Set([43, 64, 86, 128, 176, 342, 512, 683]);

const dotsOf = (run: string): number => run.split('.').length - 1;
const isSigned = (run: string): boolean =>
  dotsOf(run) === 2 && SIGNATURES.has(run.length - run.lastIndexOf('.') - 1);

/** Lines put together, and where each of them stands in the text, in UTF-16 code units. */
interface Joined {
  readonly run: string;
  readonly ends: readonly { readonly length: number; readonly at: number }[];
}

/** The lines a token may be cut into: all of one length but the last, or cut at its dots. */
function linesFrom(text: string, at: number, first: string): Joined {
  let run = first;
  let next = at + first.length;
  let widest = first.length;
  const ends = [{ length: run.length, at: next }];
  let before = first;
  while (run.length < LONGEST && !isSigned(run)) {
    const glue = matchAt(GLUE, text, next)?.[0];
    if (glue === undefined) break;
    const line = matchAt(LINE, text, next + glue.length)?.[0];
    if (line === undefined) break;
    const atDot = before.endsWith('.') || line.startsWith('.');
    // Before a shorter line's end nothing goes on, and another token begins anew.
    if (!atDot && (before.length < widest || widest < SHORTEST_LINE || line.startsWith('eyJ'))) break;
    // A word of what follows the token.
    if (
      dotsOf(run) >= 2 &&
      line.length < 12 &&
      /^[A-Za-z]+\.?$/.test(line) &&
      !atDot &&
      !isSigned(run + line)
    )
      break;
    run += line;
    next += glue.length + line.length;
    ends.push({ length: run.length, at: next });
    widest = Math.max(widest, line.length);
    before = line;
    if (dotsOf(run) > 4) break;
  }
  return { run, ends };
}

/** A JSON web token over several lines, as mail, terminals and armour wrap it: all its lines are one hit. */
export const jwtInLines: Structure = {
  id: 'jwt-in-lines',
  literals: ['eyj'],
  findAt(text, at) {
    if (/[\w+/=]/.test(text.charAt(at - 1)) && !/\\[nrt]$/.test(text.slice(Math.max(0, at - 2), at)))
      return NOTHING;
    const first = matchAt(BEGIN, text, at)?.[0];
    if (first === undefined || !/[\r\n\\]/.test(text.charAt(at + first.length))) return NOTHING;
    const { run, ends } = linesFrom(text, at, first);
    if (ends.length < 2) return NOTHING;
    const [found] = jwt.findAt(run, 0);
    const last = found && ends.findIndex(({ length }) => length >= found.end);
    if (found === undefined || last === undefined || last < 1) return NOTHING;
    const line = ends[last];
    return line ? [hit('jwt', { start: at, end: line.at - (line.length - found.end) }, 'check')] : NOTHING;
  },
};
