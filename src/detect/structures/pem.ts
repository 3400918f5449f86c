import { TOO_WEAK } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { decodeBase64 } from './base64.ts';
import { after, before, hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

/** The longest key looked at, in UTF-16 code units: 16,384 bits of RSA with quoting around. */
const LONGEST = 16_384;

const BEGIN = /-{4,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;
const END = /-{4,5} ?END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{4,5}/y;

/**
 * What may stand between two lines of a body: white space, its escapes, quoting, string literals being added up, the
 * marks of comments, dots where somebody left something out.
 */
const GLUE =
  /(?:\r?\n[ \t]{0,8}\d{1,4}[ \t:|.)]{1,6}|\\{1,4}[nrt]|[\s"'`+>#*|/,;:&().…[\]\\%!-]|<br ?\/?>){0,80}/y;
/** The same, but only what stands before an END line: dashes belong to it. */
const GLUE_BEFORE_END =
  /(?:\r?\n[ \t]{0,8}\d{1,4}[ \t:|.)]{1,6}|\\{1,4}[nrt]|[\s"'`+>#*|/,;:&().…[\]\\%!]|<br ?\/?>|-(?!----)){0,80}/y;
const HEADER = /[A-Z][A-Za-z-]{2,24}: [^\r\n\\]{0,120}/y;
const RUN = /[A-Za-z0-9+/]{1,16384}={0,2}/y;
const CHECKSUM = /=[A-Za-z0-9+/]{4}(?![A-Za-z0-9+/])/y;

/** A line shorter than this is only taken for one of the body when it is its last. */
const SHORTEST_LINE = 16;

interface Body {
  readonly end: number;
  readonly closed: boolean;
  readonly base64: string;
  readonly longestRun: number;
  readonly leftOut: boolean;
}

const newlines = (glue: string): number => glue.match(/\n|\\n/g)?.length ?? 0;

/** Walks from line to line of a body; stops at what cannot belong to it. */
function walk(text: string, from: number): Body {
  const limit = from + LONGEST;
  let end = from;
  let base64 = '';
  let longestRun = 0;
  let leftOut = false;
  const done = (closed: boolean): Body => ({ end, closed, base64, longestRun, leftOut });

  for (let at = from; at < limit;) {
    const beforeEnd = matchAt(GLUE_BEFORE_END, text, at)?.[0] ?? '';
    const closing = matchAt(END, text, at + beforeEnd.length);
    if (closing) {
      leftOut ||= /\.{2}|…/.test(beforeEnd);
      end = at + beforeEnd.length + closing[0].length;
      return done(true);
    }
    const glue = beforeEnd === '' ? (matchAt(GLUE, text, at)?.[0] ?? '') : beforeEnd;
    const next = at + glue.length;
    const header = base64 === '' ? matchAt(HEADER, text, next) : undefined;
    if (header) {
      at = next + header[0].length;
      continue;
    }
    const checksum = matchAt(CHECKSUM, text, next);
    if (checksum && base64 !== '') {
      at = end = next + checksum[0].length;
      continue;
    }
    const run = matchAt(RUN, text, next)?.[0];
    if (run === undefined) return done(false);
    const runEnd = next + run.length;
    if (!belongs(text, run, runEnd, base64 === '' ? 0 : newlines(glue))) return done(false);
    leftOut ||= /\.{2}|…/.test(glue);
    base64 += run;
    longestRun = Math.max(longestRun, run.length);
    at = end = runEnd;
  }
  return done(false);
}

/** Whether a run of base64 characters is a line of the body and not a word of what comes after it. */
function belongs(text: string, run: string, runEnd: number, newlinesBefore: number): boolean {
  // After a line a name may stand that is as long: then it is used (`=`, `(`, `_`), not broken.
  if (runEnd < text.length && !/[\s\\"'`.…<,;-]/.test(text[runEnd] ?? '')) return false;
  // Letters alone are a long name or word; the lines of a body have digits.
  const worded = run.length < 40 && /^[A-Za-z]+$/.test(run);
  if (run.length >= (newlinesBefore < 2 ? SHORTEST_LINE : 40) && !worded) return true;
  const glue = matchAt(GLUE_BEFORE_END, text, runEnd)?.[0] ?? '';
  if (matchAt(END, text, runEnd + glue.length) ?? matchAt(CHECKSUM, text, runEnd + glue.length)) return true;
  // The last piece of a key that was cut off in the middle of a line.
  const last = runEnd + glue.length >= text.length || newlines(glue) > 1;
  return last && newlinesBefore === 1 && (/[0-9+/=]/.test(run) || /[a-z][A-Z]/.test(run));
}

/** Why a body is no key: the name of an exclusion, or `too-weak`; undefined where it holds one. */
function whyNoKey({ base64, longestRun, leftOut }: Body): string | undefined {
  if (/[xX]{8}/.test(base64)) return 'masked';
  if (/YOUR|PLACEHOLDER/.test(base64)) return 'placeholder';
  if (base64.includes('EXAMPLE')) return 'documentation-sample';
  // The first fifty characters of an RSA key are the same for all; with dots behind them they are an illustration.
  if (leftOut && base64.length < 100) return 'masked';
  const isLong = base64.length >= 32 && longestRun >= 20;
  return isLong && new Set(base64.slice(0, 200)).size >= 12 ? undefined : TOO_WEAK;
}

/** Keys in PEM and PGP armour: whole, cut off, encrypted, quoted, in one line with escapes. */
export const pem: Structure = {
  id: 'pem-private-key',
  literals: ['-----begin ', '---- begin ssh2'],
  findAt(text, at, onPassed) {
    const opening = matchAt(BEGIN, text, at);
    if (!opening) return NOTHING;
    const body = walk(text, at + opening[0].length);
    const ofServiceAccount = /["']private_key\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["']$/.test(
      before(text, at, 40),
    );
    const kind = ofServiceAccount ? 'gcp-service-account' : 'private-key';
    return unlessExcluded(whyNoKey(body), kind, { start: at, end: body.end }, 'shape', onPassed);
  },
};

const WRAPPED =
  /LS0tLS1CRUdJTi[A-Za-z0-9+/]{40,16384}(?:\r?\n[ \t]{0,16}[A-Za-z0-9+/]{40,120}){0,200}(?:\r?\n[ \t]{0,16}[A-Za-z0-9+/]{1,120}(?==|["']))?={0,2}/y;

/** A PEM key once more in base64, as kubeconfig files and CI variables hold it. */
export const wrappedPem: Structure = {
  id: 'base64-pem-private-key',
  literals: ['ls0tls1crudjti'],
  findAt(text, at) {
    if (/[A-Za-z0-9+/]/.test(text[at - 1] ?? '')) return NOTHING;
    const head = decodeBase64(after(text, at, 64));
    if (!head || !/^-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIV/.test(head)) return NOTHING;
    const run = matchAt(WRAPPED, text, at)?.[0];
    if (run === undefined) return NOTHING;
    return [hit('private-key', { start: at, end: at + run.length }, 'shape')];
  },
};

const PUTTY =
  /(Private-Lines: \d{1,3}(?:\r?\n|\\r\\n|\\n)(?:[ \t>#|*]{0,16}))([A-Za-z0-9+/]{20,64}={0,2}(?:(?:\r?\n|\\r\\n|\\n)[ \t>#|*]{0,16}[A-Za-z0-9+/]{1,64}={0,2}(?=[\s\\]|$)){0,200})/y;

/** The private lines of a PuTTY key; its public half and its comment stay. */
export const putty: Structure = {
  id: 'putty-private-key',
  literals: ['private-lines:'],
  findAt(text, at) {
    const match = matchAt(PUTTY, text, at);
    const lines = match?.[2];
    if (!match || lines === undefined) return NOTHING;
    const start = at + (match[1]?.length ?? 0);
    return [hit('private-key', { start, end: start + lines.length }, 'shape')];
  },
};
