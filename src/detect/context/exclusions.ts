import { isWalk, isWordlike } from './variety.ts';

/** What stands around a value, as far as an exclusion needs it. */
export interface Around {
  /** The end of the text before the value, on its own line, at most 100 UTF-16 code units. */
  readonly before: string;
  /** The start of the text after the value, at most 24 UTF-16 code units. */
  readonly after: string;
  /** Whether the value is a string literal; a bare value may be an expression. */
  readonly quoted: boolean;
  /** Whether nothing but a value can stand here, quoted or not: `DB_PASSWORD=…`. */
  readonly literal?: boolean;
}

/** A reason why a value is not a secret, with a name for `check --explain`. */
interface Exclusion {
  readonly name: string;
  readonly holds: (value: string, key: string, around: Around) => boolean;
}

const DUMMY_WORDS =
  'your|my|the|a|an|some|any|this|that|is|not|for|and|or|with|of|on|use|insert|enter|put|add|set|fill|paste|type|replace|replaceme|change|changeme|changeit|me|it|in|here|actual|real|own|new|old|secure|strong|random|long|super|very|secret|secrets|password|passwort|passwd|passw0rd|pass|pwd|passphrase|token|access|refresh|bearer|session|api|apikey|app|key|keys|auth|id|client|private|public|admin|administrator|root|user|username|guest|demo|dev|local|localhost|example|examples|sample|dummy|fake|mock|stub|test|testing|tests|tester|foo|bar|baz|qux|foobar|value|values|string|str|text|todo|tbd|fixme|none|null|nil|undefined|default|empty|redacted|removed|hidden|masked|censored|placeholder|goes|xxx|yyy|zzz|abc|xyz|somevalue|something|anything|whatever|invalid|wrong|bad|good|valid|correct|incorrect|generate|generated|db|database|postgres|mysql|mongo|redis|mariadb|oracle|encryption|signing|webhook|jwt|base64|encoded|unused|optional|required|company|project|service|account|name|provider|prod|production|staging|same|as|above|see|below|vault|dein|deine|ihr|hier|mein|geheim|geheimes|tu|su|clave|aqui|votre|ici|temp|tmp|no|min|characters|chars|length|at|least|to|be|from|hash|hashed';
const ALL_DUMMY = new RegExp(`^(?:(?:${DUMMY_WORDS})[0-9]{0,6}[^A-Za-z0-9]{0,4}){1,12}$`, 'i');
const SAYS_SO =
  /(?:^|[^a-z])(?:your|example|sample|dummy|fake|mock|placeholder|changeme|change[_-]?me|change[_-]?this|replace[_-]?me|replace[_-]?with|insert[_-]|redacted|not[_-]?(?:a[_-]?)?real|not[_-]?(?:a[_-]?)?secret|todo|fixme|foobar|lorem|ipsum|xxxx|test[_-](?:key|token|secret|password|only|value)|(?:for|only|unit)[_-]?test(?:s|ing)?)(?:$|[^a-z])|EXAMPLE|YOUR[_A-Z]|(?:dummy|fake|mock)[A-Z_-]|[Ee]xample[A-Z_-]|-example$|x{6,}|X{6,}|\*{3,}|•{2,}|…|\.{3,}$|^\.{3}|_{4,}|#{4,}|^test[-_]/;

const IDENTIFIER = /^[$A-Za-z_][\w$]*$/;

/** In the order they are asked; the first that holds is named. */
export const EXCLUSIONS: readonly Exclusion[] = [
  { name: 'empty', holds: (value) => value.trim().length < 3 },
  {
    name: 'literal-value',
    holds: (value) =>
      /^(?:true|false|null|nil|none|undefined|void|nan|yes|no|on|off|n\/a)[,;)]?$/i.test(value),
  },
  {
    name: 'angle-placeholder',
    holds: (value) => /^<[^>]{0,80}>?$|^\[[^\]]{0,80}\]?$|^\([^)]{0,80}\)?$/.test(value),
  },
  {
    name: 'template-reference',
    holds: (value) =>
      /\$\{|\$\(|\{\{|\{%|<%|#\{|%\{|^\$[A-Za-z_]|^%[A-Za-z_]\w*%|^\{[\w.:!-]*\}?$|^@[A-Za-z_{]|^:[a-z_]+$|%[sd]$|^%[sdv]|^\$[0-9]$|^\$\w+[-:]>/.test(
        value,
      ) || /^#\{|^`/.test(value),
  },
  {
    name: 'store-reference',
    holds: (value) =>
      /^(?:vault|op|kms|aws-kms|gcp-kms|secretsmanager|ssm|awssm|azurekeyvault|keyvault|sops|env|file|data|doppler|infisical|bws|chamber|ref\+\w+|secret|secrets|keyring|sm):|^ENC\[|^ENC\(|^!\w|^arn:aws|^projects\/[^/]+\/secrets|^@Microsoft\.KeyVault|^!vault|^AQICA|^\{cipher\}|^\/?run\/secrets/i.test(
        value,
      ),
  },
  {
    name: 'environment-reference',
    holds: (value) =>
      /process\.env|os\.environ|getenv|System\.(?:getenv|getProperty)|ENV\[|env\(|import\.meta|Deno\.env|secrets\.|config\(|Environment\./i.test(
        value,
      ),
  },
  {
    name: 'code-reference',
    holds: (value, _key, { quoted, literal, after }) =>
      !quoted &&
      (/^(?:await|new|async|function|return|typeof|lambda|this|self|if|def|const|let|var|fn|func)\b/.test(
        value,
      ) ||
        (/^[$A-Za-z_][\w$]*(?:\??\.[$A-Za-z_#][\w$]*|::[\w$]+|->[\w$]+)+[,;)\]}]*[(?[]?/.test(value) &&
          !/[!#%&*@^~+=]/.test(value) &&
          !/\d{3}/.test(value) &&
          !(literal === true && /\d/.test(value))) ||
        /^[$A-Za-z_][\w$.?!:<>-]*[([]/.test(value) ||
        /^\s{0,4}\(/.test(after) ||
        (/^[&*!(]/.test(value) && /^[&*!(]+[\w.$>-]+[,;)]*$/.test(value) && !/\d/.test(value)) ||
        /[|&]{2}|=>|\?\?|^\([\w* ]{1,40}\)[\w.]/.test(value) ||
        /^[$A-Za-z_][\w$]{0,2}[,;)}\]]|^\d+[})\]]|^\/[*/]/.test(value) ||
        /^[$\w.]{1,40}[;)}\]]{1,4}[$\w.]{0,40}[={(]/.test(value) ||
        /^[$A-Za-z_][\w$]*,[$A-Za-z_][\w$.]*[=:]/.test(value)),
  },
  {
    name: 'type-annotation',
    holds: (value, _key, { quoted }) =>
      !quoted &&
      /^(?:(?:string|str|number|int|integer|float|bool|boolean|bytes|byte|char|text|varchar|object|any|unknown|never|void|null|optional|option|maybe|required|secretstr|secretstring|secure|list|array|map|record|dict|union|partial|readonly|buffer|uint8array|uuid|token|password|credential)s?\b|&'?\w*\s?str\b|[*&][A-Za-z]|\[\]|[A-Za-z]+<)/i.test(
        value,
      ) &&
      !/\d{2}/.test(value),
  },
  {
    name: 'placeholder',
    holds: (value) => ALL_DUMMY.test(value) || SAYS_SO.test(value),
  },
  { name: 'keyboard-walk', holds: (value) => isWalk(value) },
  {
    name: 'path-or-url',
    holds: (value) =>
      /^(?:https?|ftp|file|ws|wss|git|ssh|mailto|urn|chrome|vscode|node|data|about|blob):/i.test(value) ||
      (/^(?:\.{0,2}|~)\/[\w.@%-]+(?:\/|$)/.test(value) &&
        !/[+=]/.test(value) &&
        (/\.\w{1,5}$/.test(value) || isWordlike(value))) ||
      /^[A-Z]:\\/.test(value) ||
      /^[\w.-]+\.(?:js|ts|tsx|jsx|json|md|pem|key|crt|cer|p12|pfx|txt|ya?ml|html?|css|png|svg|py|go|rb|php|java|com|net|org|io|dev|app|local)(?:[/:?#].*)?$/i.test(
        value,
      ),
  },
  {
    name: 'public-key',
    holds: (value, key) =>
      /^(?:pk_|pk\.|ssh-(?:rsa|ed25519|dss)|ecdsa-sha2|AAAA[BC]3Nza|pub[_-]|MIIB[IjCg])/.test(value) ||
      /public|publishable|pubkey|site_?key/i.test(key),
  },
  {
    name: 'digest',
    holds: (value, key, { before }) =>
      /^(?:sha(?:1|256|384|512)|md5)[-:=]/i.test(value) ||
      (/^[0-9a-f]{32,128}$/i.test(value) &&
        /(?:sha-?\d*|md5|hash|checksum|digest|integrity|commit|etag|fingerprint|revision|blob|tree)\W{0,6}\w{0,12}\W{0,6}$/i.test(
          before + key,
        )),
  },
  {
    name: 'algorithm-name',
    holds: (value) =>
      /^(?:scram-|hmac|pbkdf2|bcrypt|scrypt|argon2|aes-?\d|rsa-?\w{0,6}\d|ecdsa|ed25519|sha-?\d|md5\b|utf-?\d|latin1|base64$|[A-Za-z_$][\w$.]{0,60}\(\)$)/i.test(
        value,
      ) && value.length < 32,
  },
  {
    name: 'uuid',
    holds: (value, key) =>
      /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) &&
      (!/secret|token|api|key|pass|auth/i.test(key) || /^[0-]+$|(.)\1{7}-/.test(value)),
  },
  {
    name: 'number-or-date',
    holds: (value, key, { quoted, literal }) =>
      /^0x[0-9a-f]{1,16}[UL,]/i.test(value) ||
      (/^[-+]?[\d_.,]+(?:px|em|rem|ms|s|m|h|d|%|k|kb|mb)?[,;]?$/i.test(value) &&
        value.length < 20 &&
        !(
          (quoted || literal === true) &&
          /pass|pwd|pin|kennwort|clave/i.test(key) &&
          /^\d{6,}$/.test(value)
        )) ||
      /^\d{4}-\d\d-\d\d/.test(value),
  },
  {
    name: 'sentence',
    holds: (value) => /\S\s+\S/.test(value) && !isPhrase(value),
  },
  {
    name: 'form-attribute',
    holds: (value) =>
      /^(?:current|new|confirm|forgot|reset|show|hide|toggle|update|change|repeat|verify)[-_ ]?(?:password|passwd|pwd|token|secret)/i.test(
        value,
      ),
  },
  {
    name: 'same-as-key',
    holds: (value, key) =>
      (letters(value) === letters(key) && letters(key) !== '') ||
      (letters(value).length > 3 && letters(key).endsWith(letters(value)) && !/\d{3}/.test(value)),
  },
  {
    name: 'identifier',
    holds: (value, _key, { quoted, literal }) => {
      const bare = value.replace(/[,;)]+$/, '');
      return (
        !quoted &&
        literal !== true &&
        IDENTIFIER.test(bare) &&
        (!/\d/.test(bare) || (isWordlike(bare) && /[A-Z_]/.test(bare.slice(1)) && !/\d{2}/.test(bare)))
      );
    },
  },
  {
    name: 'markup',
    holds: (value) =>
      /^<\/?\w|\/>$|&(?:quot\b|#?\w{2,8};)|^\\[nrtux]|^[#.][\w-]+(?:[ ,.:>[].*)?$|^--[\w-]+$|^\[[\w-]+[\]=]/.test(
        value,
      ) && !/^#.*\d/.test(value),
  },
  {
    name: 'pattern',
    holds: (value) => /\[\^?[\w\\]-|\(\?[:=!<]|\\[dwsb][+*{]?|\.[*+]|\{\d+,\d*\}|\$\/|^\^/.test(value),
  },
];

/** Several plain words that a passphrase may be made of: lower case, no punctuation, as diceware gives them. */
function isPhrase(value: string): boolean {
  return /^(?:[a-z]{3,9} ){3,11}[a-z]{3,9}$/.test(value);
}

function letters(value: string): string {
  return value.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/**
 * The name of the exclusion by which `value`, given to the key `name`, is not a secret; undefined when none holds.
 *
 * Pure and bounded: nothing beyond the first 256 UTF-16 code units of the value is looked at.
 */
export function excludedBy(value: string, name: string, around: Around): string | undefined {
  const looked = value.slice(0, 256);
  return EXCLUSIONS.find(({ holds }) => holds(looked, name, around))?.name;
}
