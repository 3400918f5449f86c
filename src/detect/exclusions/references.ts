import { ANY, type Exclusion, FORMAL, NAMED } from './exclusion.ts';

/** Marks of templates and of what a shell, a build or a settings file puts in, anywhere in a value. */
const TEMPLATE =
  /\$\{\s?[\w.![\]()'" -]{1,80}(?:[}:?+=/|%#]|,,|\^|$)|\$\{[{$]|\$\(|\{\{|\{%-?\s|<%|#\{[^{}]{0,80}(?:\}|$)|%\{\s?\w{1,40}[}\s:.]|%\{[\w:-]{1,60}(?:\}|$)|%\(\w{1,60}\)s/;
/** The same where the whole value is one: `$DB_PASS`, `{password}`, `%DB_PASS%`, `%s`, `@param`, `:param`. */
const WHOLE_TEMPLATE =
  /^\$(?:[A-Z_][A-Z0-9_]*|[a-z_]+|[a-z]+(?:[A-Z][a-z]+)+|\d)$|^\{\s?[A-Za-z_][\w.()[\]!:-]*\s?\}$|^%(?:[A-Za-z_]\w*%|[sdvqr]$)|^`[\w ./$-]{2,80}`$|^@[A-Za-z_]\w*@$|^@[A-Za-z_]+$|^:[a-z_]+$/;
/** And where a value may go on as an expression does. */
const TEMPLATE_IN_CODE =
  /^\$[A-Za-z_]|^%[A-Za-z_]\w*%|^\{[\w.:!-]*\}?$|^@[A-Za-z_{]|%[sd]$|^%[sdv]|^\$[0-9]$|^`/;
/** In a string, and where nothing but a value can stand, a password may begin with the same marks. */
const TEMPLATE_IN_STRING =
  /^\$(?:[A-Z_][A-Z0-9_]*|[a-z_]+(?:[A-Z][a-z]+)*)(?:[^\w!#%^&*~].*)?$|^[a-z.]{2,40}\.\$\d$|^%[A-Za-z_]\w*%|^\{[\w.:!-]*\}?$|^@[A-Za-z_]\w*(?:[@/.:(].*)?$|^@\{|^[^0-9]*%[sd]$|^%[sdv](?:$|[^A-Za-z0-9])|^`/s;

/** Addresses in vaults and stores of secrets, and what SOPS writes. */
const STORE =
  /^(?:vault:|op:\/\/|arn:|ref\+|!vault|sops:|ENC\[|@Microsoft\.KeyVault|projects\/[^/]{1,80}\/secrets|\/?run\/secrets\/|secretKeyRef|valueFrom|(?:aws-kms|gcp-kms|secretsmanager|awssm|azurekeyvault|keyvault|doppler|infisical|bws|chamber):)/i;
/** Where a value is given to a name, more schemes are read so; elsewhere they may begin a value. */
const STORE_IN_CODE =
  /^(?:op|kms|ssm|env|file|data|secrets?|keyring|sm):|^!(?:Ref|GetAtt|Sub|ImportValue|Join|Select|FindInMap|vault|secret|env|var|reference|include|lookup|encrypted)\b|^![A-Za-z]+$/i;
const NEGATED = /^!\w/;

/**
 * How ciphertext begins: Jasypt's `ENC(…)`, Spring Cloud Config's `{cipher}`, Vault's transit engine, Ansible Vault,
 * `openssl enc` ("Salted__" in base64), AWS KMS, Fernet; and Maven's, in braces.
 */
const CIPHERTEXT =
  /^(?:ENC\(|\{cipher\}|vault:v\d|\$ANSIBLE_VAULT;|U2FsdGVkX1|AQ(?:ICA|EDA)H|gAAAAA[A-Za-z0-9_-]{60})|^\{[A-Za-z0-9+/]{20,500}={0,2}\}$/;

const ENVIRONMENT =
  /process\.env|os\.environ|getenv|System\.getProperty|ENV\[|import\.meta|Deno\.env|secrets\.[A-Za-z_]/i;
/** What holds settings, and a member of it. */
const SETTINGS_MEMBER =
  /^(?:env|secrets|vars?|config|settings|self|this|params|options|props|state|data|req|res|ctx|local)\.[A-Za-z_]/i;
const ENVIRONMENT_IN_CODE = /env\(|secrets\.|config\(|Environment\./i;

/** A member of something: `session.token`, `apiKey1.value`. */
const PROPERTY =
  /^[a-z_][A-Za-z_]{0,30}\d?(?:\.[a-z_][A-Za-z_]{0,30}\d{0,2}){1,5}$|^[a-z]{2,20}\d{0,2}(?:_[a-z]{2,20}\d?){1,4}(?:\.[a-z]{2,20}(?:_[a-z]{2,20}){0,4}){1,4}$/;
const TYPE_WORDS =
  /^(?:(?:string|str|number|int|integer|float|bool|boolean|bytes|byte|char|text|varchar|object|any|unknown|never|void|null|optional|option|maybe|required|secretstr|secretstring|secure|list|array|map|record|dict|union|partial|readonly|buffer|uint8array|uuid|token|password|credential)s?\b|&'?\w*\s?str\b|[*&][A-Za-z]|\[\]|[A-Za-z]+<)/i;

/**
 * Settings of charts and manifests that take the name of a secret, never the secret; not `auth_secret`, as a program's own
 * settings name the secret itself.
 */
const NAMED_ELSEWHERE =
  /(?:[eE]xisting|[pP]ull|[tT]ls|[aA]uth|[cC]redentials?)Secrets?$|(?:existing|pull|tls)_secrets?$|[sS]ecret_?[rR]ef$/;

const SAYS_SECRET_OR_REFERENCE = /secret|ref$/i;
const CALL = /^[A-Za-z_]\w{1,60}(?:\.\w{1,60}){0,6}\((?:[\w"'$., ]{0,200}\)|["'$]|$)/;
const EMPTY_CALL = /^[A-Za-z_$][\w$.]{0,60}\(\)$/;
const BETWEEN_STRINGS = /^[,)\]}](?=.*[\w$]\()[^"'`]*[(,:?+={[&|]$/;
/** What `typeof` may give. */
const NAME_OF_TYPE = /^[a-z]{6,9}$/;
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Values that say where the secret is, hold it locked, or are code that gets it. */
export const REFERENCES: readonly Exclusion[] = [
  {
    name: 'template-reference',
    places: ANY,
    holds: (value, { place, quoted, literal }) => {
      if (TEMPLATE.test(value) || WHOLE_TEMPLATE.test(value)) return true;
      if (place === 'password' || place === 'issued') return false;
      return (quoted || literal ? TEMPLATE_IN_STRING : TEMPLATE_IN_CODE).test(value);
    },
  },
  {
    name: 'store-reference',
    places: ANY,
    holds: (value, { place }) =>
      STORE.test(value) || ((place === 'named' || place === 'near') && STORE_IN_CODE.test(value)),
  },
  {
    // `existingSecret: postgres-creds-v2`, `tokenSecret: github-token`: Kubernetes names what holds the secret.
    name: 'resource-name',
    places: NAMED,
    holds: (value, { key, literal }) =>
      !literal &&
      SAYS_SECRET_OR_REFERENCE.test(key) &&
      /^[a-z]+(?:-[a-z0-9]+){1,6}$/.test(value) &&
      (NAMED_ELSEWHERE.test(key) ||
        /(?:^|-)(?:secrets?|creds?|credentials?|tokens?|keys?|passwords?|certs?|tls|auth)(?:-|\d{0,2}$)/.test(
          value,
        )) &&
      !/\d{3}/.test(value),
  },
  { name: 'ciphertext', places: ANY, holds: (value) => CIPHERTEXT.test(value) },
  {
    name: 'environment-reference',
    places: ANY,
    holds: (value, { place }) =>
      ENVIRONMENT.test(value) ||
      (place === 'named' || place === 'near' ? ENVIRONMENT_IN_CODE.test(value) : SETTINGS_MEMBER.test(value)),
  },
  {
    name: 'function-call',
    places: ANY,
    looksAround: true,
    holds: (value, { place, quoted, after }) => {
      if (place === 'password' || place === 'issued') return CALL.test(value);
      if (quoted) return EMPTY_CALL.test(value);
      return (
        /^[$A-Za-z_][\w$.?!:<>-]*[([]/.test(value) ||
        /^(?:Get|New|Read|Convert(?:To|From)?|Import|Select|Invoke|Set|Find|Resolve|Join)-[A-Z][A-Za-z]{2,40}$/.test(
          value,
        ) ||
        /^\s{0,4}\(/.test(after) ||
        /^[$\w.]{1,40}[;)}\]]{1,4}[$\w.]{0,40}[={(]/.test(value)
      );
    },
  },
  {
    name: 'code-reference',
    places: NAMED,
    holds: (value, { quoted, literal }) =>
      !quoted &&
      ((!literal && NEGATED.test(value)) ||
        /^(?:await|new|async|function|return|typeof|lambda|this|self|if|def|const|let|var|fn|func)\b/.test(
          value,
        ) ||
        (/^[$A-Za-z_][\w$]*(?:\??\.[$A-Za-z_#][\w$]*|::[\w$]+|->[\w$]+)+[,;)\]}]*[(?[]?/.test(value) &&
          !/[!#%&*@^~+=]/.test(value) &&
          !/\d{3}/.test(value) &&
          !(literal && /\d/.test(value))) ||
        (/^[&*!(]/.test(value) && /^[&*!(]+[\w.$>-]+[,;)]*$/.test(value) && !/\d/.test(value)) ||
        /[|&]{2}|=>|\?\?|^\([\w* ]{1,40}\)[\w.]/.test(value) ||
        /^[$A-Za-z_][\w$]{0,2}[,;)}\]]|^\d+[})\]]|^\/[*/]/.test(value) ||
        /^[$A-Za-z_][\w$]*,[$A-Za-z_][\w$.]*[=:]/.test(value) ||
        /^[$A-Za-z_][\w$]*(?:\.[$A-Za-z_][\w$]*){1,6}\)?,[$A-Za-z_][\w$.]*[=:(]/.test(value) ||
        /^\d{1,3},[$A-Za-z_][\w$]*:\d|^(?:qr|qw|m|tr)[/{(]|^[A-Z]+\|\d{1,2}$/.test(value) ||
        (!literal && /^::[A-Za-z_]|^[$A-Za-z_][\w$]*(?:,[$A-Za-z_][\w$]*){1,9}[})\]][;,)}\]]/.test(value))),
  },
  {
    // What stands between two strings of a call, where a label ends with its colon: `"Password:"),u?O("code"`.
    name: 'between-strings',
    places: NAMED,
    holds: (value, { quoted }) => quoted && BETWEEN_STRINGS.test(value),
  },
  {
    name: 'typeof-result',
    places: NAMED,
    looksAround: true,
    holds: (value, { before }) =>
      NAME_OF_TYPE.test(value) && /\btypeof\s[\w$.?![\]'"]{1,80}\s?[!=]==?\s?["'`]$/.test(before),
  },
  { name: 'property', places: ['issued'], holds: (value) => PROPERTY.test(value) },
  {
    name: 'type-annotation',
    places: NAMED,
    holds: (value, { quoted }) => !quoted && TYPE_WORDS.test(value) && !/\d{2}/.test(value),
  },
  {
    name: 'constant-name',
    places: FORMAL,
    holds: (value) => value.length <= 48 && CONSTANT.test(value) && /[A-Z]{3}/.test(value),
  },
];
