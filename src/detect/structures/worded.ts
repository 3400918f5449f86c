import { excludedIssued, excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { NOTHING, valueAt } from './reading.ts';
import { DIRECTIVES } from './directives.ts';
import type { Structure } from './structure.ts';
import type { Row } from './worded-row.ts';

const ROWS: readonly Row[] = [
  {
    id: 'snmp-community',
    kind: 'password',
    literals: ['snmp-server community ', 'rocommunity ', 'rwcommunity '],
    pattern: /((?:snmp-server |r[ow])community )(?!(?:public|private)\b)([^\s"']{4,64})/iy,
    made: 'by-people',
  },
  {
    id: 'router-password',
    kind: 'password-hash',
    literals: [
      ...[0, 4, 5, 6, 7, 8, 9].flatMap((type) => [` password ${type} `, ` secret ${type} `]),
      'enable secret ',
      'key-string 7 ',
    ],
    pattern: /( ?(?:enable |key-string )?(?:(?:password|secret) )?(?:[0-9] )?)([^\s"']{6,160})/iy,
    made: 'by-people',
  },
  {
    id: 'network-key',
    kind: 'password',
    literals: [
      "option key '",
      'option key "',
      'wpa-psk ascii ',
      'wpa-psk hex ',
      'wpa-passphrase ',
      'pre-shared-key ',
      'shared-secret ',
      '-server key ',
    ],
    pattern:
      /((?:(?:wpa-psk|pre-shared-key) (?:ascii |hex |local |remote |ascii-text )?|wpa-passphrase |shared-secret |-server key |option key )(?:[0-9] )?["']?)(?=[^\s"']{0,64}[\d!#$%&*+@^~-])([^\s"'=:(]{8,128})(?=["']?;?[ \t]{0,4}(?:[\r\n]|$))/iy,
    made: 'by-people',
  },
  {
    id: 'snmp-user',
    kind: 'password',
    literals: [' auth sha ', ' auth md5 ', ' priv aes ', ' priv des '],
    pattern:
      /( (?:auth (?:sha|md5)|priv (?:aes|des))(?: (?:128|192|256))? )([^\s"'=:(]{8,64})(?=(?: (?:priv|access))|[ \t]{0,4}(?:[\r\n]|$))/iy,
    made: 'by-people',
  },
  {
    id: 'option-login',
    kind: 'login-password',
    literals: ['_userpwd'],
    pattern: /(_USERPWD["']?[ \t]?(?:,|=>)[ \t]?["'][^\s:"'$]{1,64}:)([^\s"']{4,128})(?=["'])/iy,
    made: 'by-people',
  },
  {
    id: 'graph-login',
    kind: 'login-password',
    literals: ['neo4j_auth'],
    pattern: /(NEO4J_AUTH["']?[ \t]?[=:][ \t]?["']?neo4j\/)([^\s"'$]{6,128})/iy,
    made: 'by-people',
  },
  {
    id: 'wireless-key',
    kind: 'password',
    literals: ['"ssid":', '"ssid" :'],
    pattern:
      /("ssid" ?: ?"[^"\r\n]{1,40}",\s{0,24}"(?:key|wpa_?key|pass\w{0,10})" ?: ?")([^"\r\n]{8,63})(?=")/iy,
    made: 'by-people',
  },
  {
    id: 'ipsec-key',
    kind: 'password',
    literals: [': psk "', ": psk '", ': psk 0s'],
    pattern: /(: PSK (?:["']|(?=0s)))([^\s"']{4,256})/iy,
    made: 'by-people',
  },
  {
    id: 'dns-key',
    kind: 'encryption-key',
    literals: ['secret "'],
    pattern: /(secret ")([A-Za-z0-9+/]{16,256}={0,2})(?=" ?;)/iy,
    made: 'by-machine',
  },
  {
    id: 'file-transfer-password',
    kind: 'login-password',
    literals: ['<pass encoding=', '<pass>'],
    pattern: /(<Pass(?: encoding=["']base64["'])?>)([^<>\s]{4,256})(?=<\/Pass>)/iy,
    made: 'by-people',
  },
  {
    id: 'openvpn-static-key',
    kind: 'private-key',
    literals: ['-----begin openvpn static key v1-----'],
    pattern:
      /(-----BEGIN OpenVPN Static key V1-----\s{0,8})((?:[0-9a-f]{32}[\s>|]{0,8}){4,20}(?:-----END OpenVPN Static key V1-----)?)/iy,
    made: 'by-machine',
  },
  {
    id: 'ticket-hash',
    kind: 'password-hash',
    literals: [
      '$krb5tgs$',
      '$krb5asrep$',
      '$krb5pa$',
      '$dcc2$',
      '$keepass$',
      '$bitlocker$',
      '$office$',
      '$rar5$',
    ],
    pattern: /()(\$(?:krb5(?:tgs|asrep|pa)|dcc2|keepass|bitlocker|office|rar5)\$[^\s"'`]{40,8192})/iy,
    made: 'by-machine',
  },
  {
    id: 'paseto',
    kind: 'access-token',
    literals: [1, 2, 3, 4].flatMap((version) => [`v${version}.local.`, `v${version}.public.`]),
    pattern: /()(v[1-4]\.(?:local|public)\.[\w-]{40,4096}(?:\.[\w-]{1,1024})?)/y,
    made: 'by-machine',
  },
  {
    id: 'function-key',
    kind: 'access-token',
    literals: ['.azurewebsites.net/api/'],
    pattern:
      /(\.azurewebsites\.net\/api\/[^\s"'`?]{1,200}\?(?:[^\s"'`]{0,200}?&)?code=)([\w%/+=-]{20,160})/iy,
    made: 'by-machine',
  },
  {
    id: 'workflow-signature',
    kind: 'signed-url',
    literals: ['.logic.azure.com'],
    pattern: /(\.logic\.azure\.com(?::443)?\/[^\s"'`?]{1,300}\?[^\s"'`]{0,300}?sig=)([\w%-]{20,160})/iy,
    made: 'by-machine',
  },
  {
    id: 'event-grid-key',
    kind: 'azure-access-key',
    literals: ['aeg-sas-key', 'aeg-sas-token'],
    pattern: /(aeg-sas-(?:key|token)["']?\s{0,2}[:=,]\s{0,2}["']?)([A-Za-z0-9+/%&=._-]{40,512})/iy,
    made: 'by-machine',
  },
  {
    id: 'one-time-password-seed',
    kind: 'totp-secret',
    literals: ['totp("', "totp('", 'hotp("', "hotp('"],
    pattern: /([TtHh](?:otp|OTP)\(["'])([A-Z2-7]{16,128})(?=["'])/y,
    made: 'by-machine',
  },
  {
    id: 'saml-response',
    kind: 'access-token',
    literals: ['samlresponse='],
    pattern: /(SAMLResponse=["']?)([A-Za-z0-9+/%]{100,16384}={0,2})/iy,
    made: 'by-machine',
  },
  {
    id: 'negotiate-header',
    kind: 'authorization',
    literals: [': negotiate '],
    pattern: /(: Negotiate )([A-Za-z0-9+/]{40,8192}={0,2})/iy,
    made: 'by-machine',
  },
  {
    id: 'aws-key-table',
    kind: 'aws-secret-access-key',
    literals: ['secret access key'],
    pattern:
      /(Secret access key"?[^\r\n]{0,80}\r?\n(?:[^\r\n,]{0,80},){1,4}"?)([A-Za-z0-9/+]{40})(?=[",\s]|$)/iy,
    made: 'by-machine',
  },
  {
    id: 'hex-private-key',
    kind: 'wallet-key',
    literals: [
      'wallet("0x',
      "wallet('0x",
      'accounts: [',
      'accounts:[',
      '--private-key ',
      'privatekeytoaccount(',
      'fromprivatekey(',
      'private spend key',
      'private view key',
      'spend key:',
      'private key is ',
      'private key: ',
    ],
    pattern:
      /((?:Wallet\(|accounts: ?\[|--private-key |PrivateKeyToAccount\(|fromPrivateKey\(|(?:private )?(?:spend |view )?key:? (?:is )?)\s{0,8}["'`]?)((?:0x)?[0-9a-f]{64})(?![0-9a-f])/iy,
    made: 'by-machine',
  },
  {
    id: 'key-bytes',
    kind: 'wallet-key',
    literals: ['id.json', 'fromsecretkey(', 'secretkey', 'secret key', 'keypair'],
    pattern:
      /((?:id\.json|fromSecretKey\(|secret ?key|keypair)[^[\]\r\n]{0,60}(?:\r?\n)?)(\[\s?\d{1,3}(?:,\s{0,4}\d{1,3}){63}\s?\])/iy,
    made: 'by-machine',
  },
  {
    id: 'tunnel-key',
    kind: 'private-key',
    literals: ['wg set ', 'private-key <(echo '],
    pattern: /((?:wg set \w{1,16} )?private-key <\(echo ["']?)([A-Za-z0-9+/]{43}=)/iy,
    made: 'by-machine',
  },
  {
    id: 'gem-source-login',
    kind: 'registry-login',
    literals: ['bundle_'],
    pattern:
      /(BUNDLE_(?:[A-Z0-9]{1,40}_{1,3}){1,6}[A-Z0-9]{2,20}["']?\s{0,2}[:=]\s{0,2}["']?)([\w.-]{1,64}:[^\s"'/]{6,160})/y,
    made: 'by-people',
  },
];

/** Secrets of routers, tunnels, wallets and services, each behind words of its own. */
export const WORDED: readonly Structure[] = [...ROWS, ...DIRECTIVES].map(
  ({ id, kind, literals, pattern, made }) => ({
    id,
    literals,
    findAt(text, at, onPassed) {
      const value = valueAt(pattern, text, at);
      if (!value) return NOTHING;
      const why = made === 'by-people' ? excludedPassword(value.value) : excludedIssued(value.value);
      return unlessExcluded(why, kind, value, 'context', onPassed);
    },
  }),
);
