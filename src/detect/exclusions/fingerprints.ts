import { ANY, type Exclusion, NAMED } from './exclusion.ts';

/** What stands before a digest, on its line or as its name; not what only begins like one, `shared`, `HashiCorp`. */
const NAMES_A_DIGEST =
  /(?:\bh1|sha(?!re|ri|rd|pe|do|ke)-?\d*|md5|hash(?!icorp|node)|checksum|digest|integrity|commit|etag|fingerprint|revision|blob|tree)\W{0,6}\w{0,12}\W{0,6}$/i;
/** Beside a vendor's word it is enough that the line speaks of one. */
const SPEAKS_OF_DIGESTS =
  /sha-?(?:1|256|384|512)|\bh1:|md5|checksum|digest|integrity|commit|revision|\bblob\b|\btree\b|resolved/i;

const PUBLIC_KEY = /^(?:pk_|pk\.|ssh-(?:rsa|ed25519|dss)|ecdsa-sha2|AAAA[BC]3Nza|pub[_-]|MIIB[IjCg])/;
const NAMES_A_PUBLIC_KEY = /public|publishable|pubkey|site_?key/i;
/** Subresource integrity, and what only begins like it. */
const INTEGRITY = /^sha(?:256|384|512)-[A-Za-z0-9+/]{40}/;
const BEGINS_INTEGRITY = /^(?:sha(?:1|256|384|512)|md5)[-:=]/i;
const BADGE = /\bbadges?(?:\/[\w.%-]{1,40}){0,4}(?:\.svg)?\?(?:[\w=&-]{0,60}&)?token=$/i;
const DIGEST = /^[0-9a-f]{32,128}$/i;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ALGORITHM =
  /^(?:scram-|hmac|pbkdf2|bcrypt|scrypt|argon2|aes-?\d|rsa-?\w{0,6}\d|ecdsa|ed25519|sha-?\d|[hrep]s(?:256|384|512)|md5\b|utf-?\d|latin1|base64$)/i;

/** Values that a machine made and that open nothing. */
export const FINGERPRINTS: readonly Exclusion[] = [
  {
    name: 'public-key',
    places: NAMED,
    holds: (value, { key }) => PUBLIC_KEY.test(value) || NAMES_A_PUBLIC_KEY.test(key),
  },
  {
    name: 'integrity',
    places: ANY,
    holds: (value, { place }) => (place === 'password' ? INTEGRITY : BEGINS_INTEGRITY).test(value),
  },
  {
    // Whoever may read a page that shows a badge has its token.
    name: 'badge',
    places: NAMED,
    looksAround: true,
    holds: (_, { before }) => BADGE.test(before),
  },
  {
    // Go's tests: `--- PASS: TestShop/[::1]`.
    name: 'test-verdict',
    places: NAMED,
    looksAround: true,
    holds: (value, { key, before }) =>
      key === 'PASS' && before.endsWith('--- PASS: ') && value.startsWith('Test'),
  },
  {
    // A source map in a comment: `{"version":3` in base64.
    name: 'source-map',
    places: ['shape'],
    holds: (value) => value.startsWith('eyJ2ZXJzaW9uIjoz') && !value.includes('.'),
  },
  {
    name: 'digest',
    places: NAMED,
    looksAround: true,
    holds: (value, { place, key, before }) =>
      (place === 'near' && SPEAKS_OF_DIGESTS.test(before)) ||
      (DIGEST.test(value) && NAMES_A_DIGEST.test(before + key)),
  },
  {
    name: 'uuid',
    places: NAMED,
    holds: (value, { key }) =>
      UUID.test(value) && (!/secret|token|api|key|pass|auth/i.test(key) || /^[0-]+$|(.)\1{7}-/.test(value)),
  },
  {
    name: 'algorithm-name',
    places: NAMED,
    holds: (value) => value.length < 24 && ALGORITHM.test(value),
  },
];
