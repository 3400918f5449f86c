import { kindOf } from '../../detect/kinds.ts';
import { testCard } from './cards.ts';
import { looksReal, prefixLength } from './check-digits.ts';
import { longAgo } from './dates.ts';
import { fictionalPhone } from './phones.ts';
import { sameShape } from './same-shape.ts';

/** Makes the value of that number which stands in for one of a kind; undefined where the value is of another shape. */
type Make = (value: string, number: number, kind: string) => string | undefined;

/** Which kinds a row is for, and what stands in for them. */
interface Surrogate {
  readonly kinds: readonly string[] | ((kind: string) => boolean);
  readonly make: Make;
}

const when =
  (shape: RegExp, make: Make): Make =>
  (value, number, kind) =>
    shape.test(value) ? make(value, number, kind) : undefined;

/** Addresses in networks for documentation (RFC 5737, RFC 3849). */
const documentationV4: Make = (_, number) => {
  const network = ['192.0.2', '198.51.100', '203.0.113'][Math.floor((number - 1) / 254)];
  return network === undefined ? undefined : `${network}.${((number - 1) % 254) + 1}`;
};

/** Hardware addresses for documentation (RFC 9542, 2.1.4), with the value's signs and case. */
const documentationMac: Make = (value, number) => {
  if (number > 0xff) return undefined;
  const hex = `00005e0053${number.toString(16).padStart(2, '0')}`;
  let next = 0;
  const written = value.replaceAll(/[0-9A-Fa-f]/g, () => hex.charAt(next++));
  return /[A-F]/.test(value) ? written.toUpperCase() : written;
};

/** Null Island, and a step further for each. */
const nullIsland: Make = (value, number) => {
  const numbers = value.match(/-?\d{1,3}\.\d{2,}/g) ?? [];
  let seen = 0;
  return value.replaceAll(/-?\d{1,3}\.(\d{2,})/g, (_, decimals: string) => {
    seen += 1;
    const own = seen === numbers.length ? number : 0;
    return `0.${String(own).padStart(decimals.length, '0')}`;
  });
};

/** An address with a login: its scheme stays, and where it leads is nowhere (RFC 2606). */
const login: Make = (value, number) => {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]{1,30}:\/\//.exec(value)?.[0];
  return scheme && `${scheme}user${number}:password${number}@host${number}.example.com/path${number}`;
};

/** A token that says of itself that it is none (RFC 7519, 6). */
const unsigned: Make = (_, number) => {
  const json = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  return `${json({ alg: 'none' })}.${json({ sub: `stand-in-${number}` })}.`;
};

const initial = (word: string, value: string): string =>
  /^[A-Z0-9]/.test(value) ? word.charAt(0).toUpperCase() + word.slice(1) : word;

const word =
  (one: string, several?: (number: number) => string): Make =>
  (value, number) => {
    if (/[\r\n"'`\\<>{}]/.test(value)) return undefined;
    return several && /\s/.test(value) ? several(number) : `${initial(one, value)}${number}`;
  };

/** The rows, the first that fits counts. What no row is for keeps its shape, or gets a placeholder where it is words. */
const SURROGATES: readonly Surrogate[] = [
  {
    kinds: ['email'],
    // Perl and shells want the sign escaped where they would take it for a variable.
    make: when(
      /^[^\s@]+@[^\s@]+$/,
      (value, number) => `person${number}${/\\*@/.exec(value)?.[0] ?? '@'}example.com`,
    ),
  },
  { kinds: ['phone'], make: fictionalPhone },
  { kinds: ['payment-card'], make: when(/^\d[\d \-.]{10,24}\d$/, testCard) },
  { kinds: ['iban'], make: when(/^[A-Za-z]{2}[ -]?\d/, (value, number) => iban(value, number)) },
  { kinds: ['ip-address'], make: when(/^\d{1,3}(?:\.\d{1,3}){3}$/, documentationV4) },
  { kinds: ['ip-address'], make: when(/^[0-9A-Fa-f:]+$/, (_, number) => `2001:db8::${number.toString(16)}`) },
  { kinds: ['mac-address'], make: when(/^[0-9A-Fa-f]{2}(?:[:.-]?[0-9A-Fa-f]{2}){5}$/, documentationMac) },
  { kinds: ['coordinates'], make: when(/^-?\d{1,3}\.\d{2,}(?:[,;\s]+-?\d{1,3}\.\d{2,})?$/, nullIsland) },
  { kinds: ['date-of-birth'], make: longAgo },
  { kinds: ['jwt'], make: when(/^[\w-]+\.[\w-]+\.[\w-]*$/, unsigned) },
  { kinds: ['database-url', 'basic-auth-url'], make: login },
  { kinds: (kind) => kindOf(kind).class === 'secret', make: when(/^[a-z][a-z0-9+.-]{1,30}:\/\/\S+$/, login) },
  { kinds: ['password', 'connection-password', 'login-password'], make: word('password') },
  { kinds: ['person-name'], make: word('person', (number) => `Person${number} Example`) },
  { kinds: ['postal-address'], make: word('address', (number) => `${number} Example Street`) },
  { kinds: ['customer-organisation'], make: word('company', (number) => `Company${number} Example`) },
  { kinds: ['username'], make: word('user') },
  { kinds: ['residence', 'birth-place'], make: word('town', (number) => `Town${number} Example`) },
  { kinds: ['maiden-name'], make: word('name') },
  {
    kinds: ['internal-host'],
    make: when(/^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/, (_, number) => `host${number}.example.com`),
  },
  { kinds: ['internal-host'], make: when(/^[A-Za-z0-9-]+$/, word('host')) },
  { kinds: ['own-term'], make: when(/^[A-Z0-9_]+$/, (_, number) => `TERM${number}`) },
  { kinds: ['own-term'], make: when(/^\w+$/, word('term')) },
  { kinds: ['seed-phrase', 'health-data', 'special-category', 'nationality', 'personal-detail'], make: none },
  { kinds: ['opaque-content', 'picture', 'own-term', 'denied-file', 'gcp-service-account'], make: none },
  { kinds: (kind) => kindOf(kind).class === 'secret', make: token },
  { kinds: () => true, make: number },
];

/**
 * A made-up value that stands in for one of a kind and keeps its shape: of a range that is kept for tests, fiction or
 * documentation where there is one, and otherwise plainly none, with wrong check digits. The same number gives the same.
 *
 * @param number from 1.
 * @returns undefined where nothing of that shape would do, or none is left.
 */
export function surrogateOf(value: string, kind: string, number: number): string | undefined {
  const escaped = percentDecoded(value);
  if (escaped !== undefined) {
    const plain = surrogateOf(escaped, kind, number);
    return plain === undefined ? undefined : encodeURIComponent(plain);
  }
  for (const { kinds, make } of SURROGATES) {
    if (typeof kinds === 'function' ? !kinds(kind) : !kinds.includes(kind)) continue;
    const made = make(value, number, kind);
    if (made !== undefined) return made === '' ? undefined : made;
  }
  return undefined;
}

function none(): string {
  return '';
}

/** Country and length of the account; 00 are check digits that no account has (ISO 13616, 02 to 98). */
function iban(value: string, number: number): string | undefined {
  const end = /^[A-Za-z]{2}[ -]?\d[ -]?\d/.exec(value)?.[0].length ?? 0;
  const head = value.slice(0, end).replaceAll(/\d/g, '0');
  const rest = sameShape(`0${value.slice(end)}`, number);
  return end === 0 || rest === undefined ? undefined : head + rest.slice(1);
}

/** A token keeps the prefix that says whose it is; what is words gets a placeholder. */
function token(value: string, count: number, kind: string): string | undefined {
  if (value.startsWith('-----BEGIN ')) return sameShape(value, count);
  if (/\s/.test(value) || value.length < 8) return word('secret')(value, count, kind) ?? '';
  return unreal(value, count, kind, prefixLength(value, kind));
}

function number(value: string, count: number, kind: string): string | undefined {
  return /\d/.test(value) ? unreal(value, count, kind, 0) : undefined;
}

/** How many numbers lie between two that count: enough that one of them has wrong check digits. */
const STEP = 16;

function unreal(value: string, count: number, kind: string, keep: number): string | undefined {
  for (let step = 0; step < STEP; step++) {
    const made = sameShape(value, (count - 1) * STEP + step + 1, keep);
    if (made === undefined) return undefined;
    if (!looksReal(made, kind)) return made;
  }
  return undefined;
}

/** What a value in an address stands for; undefined where it is not encoded in per cent. */
function percentDecoded(value: string): string | undefined {
  if (!/^[A-Za-z0-9\-_.!~*'()]*(?:%[0-9A-Fa-f]{2}[A-Za-z0-9\-_.!~*'()]*)+$/.test(value)) return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
