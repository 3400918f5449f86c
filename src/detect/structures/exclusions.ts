/** Why a value that stands where a secret stands is none. */
export type Exclusion =
  /** Nothing, or next to nothing. */
  | 'empty'
  /** Names where the value comes from: `${DB_PASS}`, `%s`, `{password}`, `process.env.X`. */
  | 'reference'
  /** The value was taken out: `***`, `xxxx`, `abc…`. */
  | 'masked'
  /** Says what belongs there: `password`, `your-token`, `changeme`. */
  | 'stand-in-word'
  /** The name of a constant or a stand-in of ours: `API_TOKEN`, `CREDENTIAL_1`. */
  | 'constant-name'
  /** Known from documentation. */
  | 'sample'
  /** Counted up: `abc123`, `0123456789`. */
  | 'sequence';

const REFERENCES: readonly RegExp[] = [
  /\$\{|\{\{|\$\(|#\{|<%|%\(\w{1,60}\)s|\$\$\{/,
  /^\$(?:[A-Z_][A-Z0-9_]*|[a-z_]+|[a-z]+(?:[A-Z][a-z]+)+|\d)$/,
  /^\{\s?[A-Za-z_][\w.()[\]!:-]*\s?\}$/,
  /^%(?:[A-Za-z_]\w*%|[sdvqr]$)/,
  /^<[^<>]{1,80}>?$/,
  /^\[[^[\]]{1,80}\]$/,
  /^@[A-Za-z_]\w*@?$/,
  /^:[a-z_]+$/,
  /^(?:process\.env|import\.meta|os\.(?:environ|getenv)|System\.getenv|ENV\[|(?:env|secrets|vars?|config|settings|self|this|params|options|props|state|data|req|res|ctx|local)\.[A-Za-z_])/i,
  /^(?:ENC[([]|vault:|op:\/\/|arn:|\{cipher\}|@Microsoft\.KeyVault|ref\+|!vault|\/run\/secrets\/|secretKeyRef|valueFrom)/i,
  /^[A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,6}\(/,
];

const MASKS: readonly RegExp[] = [
  /^(.)\1+$/su,
  /\*{3}|•{2}|●{2}|█{2}|…|x{4}/i,
  /^x{2,}$/i,
  /\.{3}$/,
  /redacted|masked|removed|hidden|censored|omitted|truncated/i,
];

const SAMPLES =
  /example|sample|dummy|placeholder|change[-_]?me|replace[-_]?me|insert[-_]|(?:^|[^a-z])your[-_]|notarealkey/i;

/** Words a stand-in is put together from; a value made of nothing else says what belongs there. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'your my the some a an db database user username admin administrator secret super insert enter change replace put ' +
    'dummy fake test testing here this it me with pass password passwd passphrase passwort contrasena motdepasse senha ' +
    'pwd pw key token api access auth authorization bearer basic value string name client id app placeholder todo ' +
    'goes jwt foo bar baz qux none null nil undefined true false new old the host service account private public ' +
    'session cookie refresh default encoded base credential credentials redis mongo login of for in is to from ' +
    'get set empty blank text plain type oauth github gitlab npm aws azure google openai stripe slack raw hash ' +
    'apikey authtoken sessionid connection data url uri tok abc xyz something anything whatever etc hex'
  ).split(' '),
);

const LONGEST_WORD = 14;

/** Whether letters fall apart into words of the list without a rest. */
function fallsApart(letters: string): boolean {
  const reachable = [true];
  for (let end = 1; end <= letters.length; end++) {
    let ends = false;
    for (let start = Math.max(0, end - LONGEST_WORD); start < end && !ends; start++) {
      ends = reachable[start] === true && WORDS.has(letters.slice(start, end));
    }
    reachable.push(ends);
  }
  return reachable[letters.length] === true;
}

function isMadeOfWords(value: string): boolean {
  if (value.length > 64 || !/^[A-Za-z][A-Za-z\-_. ]*\d{0,3}$/.test(value)) return false;
  return fallsApart(value.toLowerCase().replace(/[^a-z]/g, ''));
}

/**
 * Which rule says that a value is not a secret; undefined where none does, and the value has to be taken for one.
 *
 * For passwords and tokens alike: a weak password is a password.
 */
export function excludedAs(value: string): Exclusion | undefined {
  if (value.length < 2) return 'empty';
  const head = value.length > 512 ? value.slice(0, 512) : value;
  if (REFERENCES.some((pattern) => pattern.test(head))) return 'reference';
  if (MASKS.some((pattern) => pattern.test(head))) return 'masked';
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(head) && /[A-Z]{3}/.test(head) && head.length <= 48)
    return 'constant-name';
  if (SAMPLES.test(head)) return 'sample';
  if (isMadeOfWords(head)) return 'stand-in-word';
  return undefined;
}

/** A property of something: `session.token`, `apiKey1.value`. */
const PROPERTY = /^[a-z_][A-Za-z_]{0,30}\d?(?:\.[a-z_][A-Za-z_]{0,30}\d?){1,5}$/;
const DIGITS = '01234567890123456789012345678901234567890';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function isCounted(value: string): boolean {
  const plain = value.toLowerCase().replace(/[^a-z0-9]/g, '');
  const letters = /^[a-z]*/.exec(plain)?.[0] ?? '';
  const rest = plain.slice(letters.length);
  return plain.length <= 40 && LETTERS.startsWith(letters) && DIGITS.includes(rest);
}

/**
 * Which rule says that a value is not something a machine issued (a token, a key, a session): the rules of
 * `excludedAs`, and words, names and counting.
 */
export function notIssued(whole: string): Exclusion | undefined {
  const value = whole.slice(0, 512);
  const excluded = excludedAs(whole);
  if (excluded) return excluded;
  if (value.length < 8) return 'empty';
  if (isCounted(value)) return 'sequence';
  if (PROPERTY.test(value)) return 'reference';
  const kinds = Number(/[0-9]/.test(value)) + Number(/[a-z]/.test(value)) + Number(/[A-Z]/.test(value));
  if (!/[A-Za-z]/.test(value) && value.length < 16) return 'sequence';
  if (!/[0-9]/.test(value)) {
    // Letters alone are a word or a name, unless they are many and change their case where no word does.
    const changes = value.match(/[a-z][A-Z](?=[A-Z]|[a-z][A-Z])/g)?.length ?? 0;
    if (kinds < 2 || value.length < 16 || changes < 2) return 'stand-in-word';
  }
  return new Set(value).size < 6 ? 'masked' : undefined;
}

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

/**
 * Which rule says that the password of a login is none.
 * @param user as it stands in the text, percent-encoded or not
 */
export function notAPassword(user: string, password: string): Exclusion | undefined {
  const decoded = password.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const excluded = excludedAs(password) ?? excludedAs(decoded);
  if (excluded) return excluded;
  return user === password && FACTORY_LOGINS.has(user) ? 'stand-in-word' : undefined;
}
