import { ANY, type Exclusion, NAMED } from './exclusion.ts';
import { isMadeOfStandIns } from './stand-in-words.ts';

/** Words in a row that stand apart from other letters, in small letters or in capitals. */
function saying(words: string): RegExp {
  const large = words.toUpperCase();
  return new RegExp(`(?:^|[^a-z])(?:${words})(?:$|[^a-z])|(?:^|[^A-Z])(?:${large})(?:$|[^A-Z])`);
}

const BELONGS = saying(
  'your|placeholder|change[_-]?me|change[_-]?this|replace[_-]?me|replace[_-]?with|insert[_-]|todo|fixme|lorem|ipsum',
);
const FAKE = saying(
  'dummy|fake|mock|not[_-]?(?:a[_-]?)?real|not[_-]?(?:a[_-]?)?secret|notarealkey|test[_-](?:key|token|secret|password|only|value)|(?:for|only|unit)[_-]?test(?:s|ing)?',
);
const EXAMPLE = /(?:^|[^a-z])(?:example|sample)(?:$|[^a-z])|EXAMPLE|[Ee]xample[A-Z_-]/;

/** Keys that stand in a vendor's or a standard's own documents, and that everybody copies from there. */
const PUBLISHED: readonly string[] = [
  // AWS, "Access keys" and the Signature Version 4 test suite.
  'IOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG',
  // The storage emulator of Azure: the same on every machine.
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq',
  // Stripe's quickstart.
  'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  // RFC 6749 and RFC 6750, their access and refresh tokens.
  'mF_9.B5f-4.1JqM',
  '2YotnFZFEjr1zCsicMWpAA',
  'tGzv3JOkF0XG5Qx2TlKWIA',
  // The payload of jwt.io: subject 1234567890, John Doe.
  'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI',
];
const ANY_PUBLISHED = new RegExp(
  PUBLISHED.map((sample) => sample.replaceAll(/[^A-Za-z0-9_]/g, String.raw`\$&`)).join('|'),
);
const SHORTEST_PUBLISHED = Math.min(...PUBLISHED.map(({ length }) => length));
/** The secret of every tutorial on one-time passwords; the sample of RFC 7617. */
const PUBLISHED_WHOLE = /^(?:JBSWY3DPEHPK3PXP.*|open sesame)$/i;

/** Logins a fresh installation has; they open nothing that was not open. */
const FACTORY_LOGINS: ReadonlySet<string> = new Set([
  'postgres',
  'root',
  'guest',
  'user',
  'test',
  'admin',
  'foo',
]);

const LEAST = { named: 3, near: 3, password: 2, issued: 2, shape: 1 } as const;

/** `<your token>`, `[redacted]`, and the first word of what has several. */
const BRACKETED = /^<[^<>]{1,80}>$|^\[[^[\]]{1,80}\]$|^<[A-Za-z][a-z_-]{1,80}$/;
const LEFT_OPEN = /^\([^)]{0,80}\)$|^[<[(][^\d>\])]{0,80}$/;
const LEFT_OPEN_IN_CODE = /^<[^>]{0,80}>?$|^\[[^\]]{0,80}\]?$|^\([^)]{0,80}\)?$/;

const LITERAL = /^(?:true|false|null|nil|none|undefined|void|nan|yes|no|on|off|n\/a)[,;)]?$/i;

/** Nothing, and what every language has for it. */
export const NOTHING_THERE: readonly Exclusion[] = [
  { name: 'empty', places: ANY, holds: (value, { place }) => value.trim().length < LEAST[place] },
  {
    name: 'literal-value',
    places: NAMED,
    holds: (value) => LITERAL.test(value),
  },
];

/** What hides a value, and what does so where a value is given to a name; elsewhere that says little. */
const MASKED = /^(.)\1+$|^[xX]{2,}$|\*{3}|•{2}|●{2}|█{2}|…|\.{3}$|redacted|censored/isu;
const MASKED_IN_CODE =
  /x{6}|X{6}|(?:^|[^a-z])xxxx(?:$|[^a-z])|^-?X{3}_\w{1,40}_X{3}$|\w\.{3}\w|^\.{3}|_{4}|#{4}/;
/** Words that no password has by chance, wherever they stand in it. */
const SAYS_MASKED = /x{4}|masked|removed|hidden|omitted|truncated/i;
const SAYS_EXAMPLE = /example|sample/i;
const SAYS_DUMMY = /dummy|notarealkey/i;
const SAYS_BELONGS = /placeholder|change[-_]?me|replace[-_]?me|insert[-_]|(?:^|[^a-z])your[-_]/i;
/** And those that stand in for a value in code. */
const FAKE_IN_CODE = /(?:dummy|fake|mock)[A-Z_-]|^test[-_]/;
const BELONGS_IN_CODE = /(?:^|[^a-z])foobar(?:$|[^a-z])|YOUR[_A-Z]/;

/** Twelve of one character in a row. */
const RUN = /([A-Za-z0-9*])\1{11}/;
const RUN_LENGTH = 12;

/** Whether a value may have a run: the last of twelve characters is the same as the first, from some place on. */
function mayHaveRun(value: string): boolean {
  for (let at = 0; at + RUN_LENGTH <= value.length; at++) {
    const code = value.charCodeAt(at);
    if (code === value.charCodeAt(at + RUN_LENGTH - 1) && code === value.charCodeAt(at + RUN_LENGTH / 2))
      return true;
  }
  return false;
}

/**
 * Bytes of zero are runs of `A` in base64, with which Twitter's bearer tokens begin. They say nothing where the rest
 * of the value has many characters.
 */
function withoutZeros(value: string): string {
  const rest = value.replace(/A{12,64}/g, '');
  return new Set(rest).size < 16 ? value : rest;
}

/** Values that stand in for one. */
export const PLACEHOLDERS: readonly Exclusion[] = [
  {
    name: 'angle-placeholder',
    places: ANY,
    holds: (value, { place, quoted, literal }) => {
      if (BRACKETED.test(value)) return true;
      if (place === 'password' || place === 'issued') return false;
      // A password may begin with a bracket; what is left open in running code is no password.
      return (quoted || literal ? LEFT_OPEN : LEFT_OPEN_IN_CODE).test(value);
    },
  },
  {
    name: 'masked',
    places: ANY,
    holds: (value, { place }) => {
      if (MASKED.test(value)) return true;
      if (place === 'named' || place === 'near') return MASKED_IN_CODE.test(value);
      if (SAYS_MASKED.test(value)) return true;
      return place === 'issued' && new Set(value).size < 6;
    },
  },
  {
    name: 'documentation-sample',
    places: [...ANY, 'shape'],
    holds: (value, { place }) =>
      (value.length >= SHORTEST_PUBLISHED && ANY_PUBLISHED.test(value)) ||
      (place !== 'shape' &&
        (EXAMPLE.test(value) ||
          PUBLISHED_WHOLE.test(value) ||
          (place !== 'named' && place !== 'near' && SAYS_EXAMPLE.test(value)))),
  },
  {
    name: 'says-fake',
    places: ANY,
    holds: (value, { place }) =>
      FAKE.test(value) ||
      (place === 'password' || place === 'issued' ? SAYS_DUMMY.test(value) : FAKE_IN_CODE.test(value)),
  },
  {
    name: 'placeholder',
    places: ANY,
    holds: (value, { place }) =>
      isMadeOfStandIns(value, place) ||
      (place === 'password' || place === 'issued' ? SAYS_BELONGS.test(value) : BELONGS_IN_CODE.test(value)) ||
      (place !== 'password' && BELONGS.test(value)),
  },
  {
    name: 'factory-login',
    places: ['password'],
    holds: (value, { key }) =>
      (value === key && FACTORY_LOGINS.has(key)) ||
      // Oracle's sample user, in every tutorial on databases since.
      (key.toLowerCase() === 'scott' && value.toLowerCase() === 'tiger') ||
      (value === 'p@ss' && FACTORY_LOGINS.has(key)),
  },
  {
    // Twelve of one character in a row are beyond chance in any real token: `ghp_xxxxxxxx…`.
    name: 'plainly-fake',
    places: ['shape'],
    holds: (value) =>
      mayHaveRun(value) && RUN.test(value) && (!/A{12}/.test(value) || RUN.test(withoutZeros(value))),
  },
];
