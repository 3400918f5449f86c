import { type Lately, rememberLately } from '../context/lately.ts';
import type { Context, Exclusion, Place } from './exclusion.ts';
import { FINGERPRINTS } from './fingerprints.ts';
import { ORDINARY_VALUES } from './ordinary-values.ts';
import { NOTHING_THERE, PLACEHOLDERS } from './placeholders.ts';
import { REFERENCES } from './references.ts';

/** Every reason why a value is no secret, in the order they are asked; the first that holds is named. */
export const EXCLUSIONS: readonly Exclusion[] = [
  ...NOTHING_THERE,
  ...REFERENCES,
  ...PLACEHOLDERS,
  ...FINGERPRINTS,
  ...ORDINARY_VALUES,
];

const askedAt = (place: Place): readonly Exclusion[] =>
  EXCLUSIONS.filter(({ places }) => places.includes(place));

const BY_PLACE: Readonly<Record<Place, readonly Exclusion[]>> = {
  named: askedAt('named'),
  near: askedAt('near'),
  password: askedAt('password'),
  issued: askedAt('issued'),
  shape: askedAt('shape'),
};

/** No value is looked at further than this many UTF-16 code units, but for the one known by its shape. */
const LOOK = 512;

/**
 * The name of the exclusion by which a value is no secret; undefined where none holds, and the value has to be taken
 * for one. Pure, and linear in the first 512 UTF-16 code units of the value (at the place `shape`, in all of it).
 */
export function excludedBy(value: string, context: Context): string | undefined {
  const looked = context.place === 'shape' || value.length <= LOOK ? value : value.slice(0, LOOK);
  for (const { name, holds } of BY_PLACE[context.place]) if (holds(looked, context)) return name;
  return undefined;
}

/** The numbers of those that look around. */
const lookAroundAt = (place: Place): readonly number[] =>
  BY_PLACE[place].flatMap(({ looksAround }, at) => (looksAround ? [at] : []));

const LOOK_AROUND: Readonly<Record<Place, readonly number[]>> = {
  named: lookAroundAt('named'),
  near: lookAroundAt('near'),
  password: lookAroundAt('password'),
  issued: lookAroundAt('issued'),
  shape: lookAroundAt('shape'),
};

/** A longer value does not come again and again. */
const MOST_REMEMBERED = 64;
const FIRST_LATELY: Readonly<Record<Place, Lately<number>>> = {
  named: rememberLately(),
  near: rememberLately(),
  password: rememberLately(),
  issued: rememberLately(),
  shape: rememberLately(),
};

/**
 * The same as `excludedBy`, for values that come again and again: what does not depend on what stands around a value is
 * asked once of each.
 */
export function excludedHere(value: string, context: Context): string | undefined {
  if (value.length > MOST_REMEMBERED) return excludedBy(value, context);
  const { place, key, quoted, literal } = context;
  const all = BY_PLACE[place];
  const lately = FIRST_LATELY[place];
  const as = (quoted ? 1 : 0) + (literal ? 2 : 0);
  const first = lately.given(value, key, as) ?? lately.give(firstOf(all, value, context), value, key, as);
  for (const at of LOOK_AROUND[place]) {
    if (at > first) break;
    if (all[at]?.holds(value, context)) return all[at].name;
  }
  return all[first]?.name;
}

/** The number of the first that holds of those that do not look around; as many as there are where none does. */
function firstOf(all: readonly Exclusion[], value: string, context: Context): number {
  const first = all.findIndex(({ looksAround, holds }) => !looksAround && holds(value, context));
  return first < 0 ? all.length : first;
}

const NOWHERE = { key: '', before: '', after: '', quoted: true, literal: true } as const;

/** Surroundings of a value that is known by its place alone. */
export const AS_PASSWORD: Context = { ...NOWHERE, place: 'password' };
export const AS_ISSUED: Context = { ...NOWHERE, place: 'issued' };
const AS_SHAPE: Context = { ...NOWHERE, place: 'shape' };

/** The exclusion that holds for a password; a weak one is one. */
export function excludedPassword(value: string): string | undefined {
  return excludedBy(value, AS_PASSWORD);
}

/** The exclusion that holds for what only a machine gives out: a token, a key, a session. */
export function excludedIssued(value: string): string | undefined {
  return excludedBy(value, AS_ISSUED);
}

/**
 * The exclusion that holds for the password of a login.
 * @param user as it stands in the text
 * @param password as it stands in the text, percent-encoded or not
 */
export function excludedLogin(user: string, password: string): string | undefined {
  // A rule asks, and whoever looks at what it found.
  const answer =
    loginsLately.given(password, user) ??
    loginsLately.give(excludedLoginAnew(user, password) ?? '', password, user);
  return answer === '' ? undefined : answer;
}

const loginsLately = rememberLately<string>();

function excludedLoginAnew(user: string, password: string): string | undefined {
  const context = { ...AS_PASSWORD, key: user };
  const excluded = excludedBy(password, context);
  if (excluded !== undefined || !password.includes('%')) return excluded;
  const decoded = password.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return decoded === password ? undefined : excludedBy(decoded, context);
}

const LOGIN_IN_URL =
  /^[A-Za-z][A-Za-z0-9+.-]{1,40}:\/\/([^\s:/?#@]{0,256}):([^\s/?#]{0,512}?)(?:@[^\s@]{0,2048})?$/;
/** What else an address may carry that is a secret. */
const SECRET_PARAMETER =
  /[?&;][\w-]{0,40}(?:pass|pwd|secret|token|key|sig|signature|credential)[\w-]{0,40}=/i;

/**
 * The exclusion that holds for what has the shape of a secret, wherever it stands; for an address with a login, the
 * one that holds for its password.
 */
export function excludedShape(value: string): string | undefined {
  const excluded = excludedBy(value, AS_SHAPE);
  if (excluded !== undefined || !value.includes('://', 2)) return excluded;
  const [, user, password] = LOGIN_IN_URL.exec(value) ?? [];
  if (user === undefined || password === undefined || SECRET_PARAMETER.test(value)) return undefined;
  return excludedLogin(user, password);
}
