import { excludedIssued } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { after, before, NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

/** Between a key and its value in env, INI, JSON, YAML, TOML, XML and code. */
const TO_VALUE = String.raw`\\{0,3}["'\`]?\]?\)?[ \t]{0,8}(?:=>|:=|[:=,>])[ \t]{0,8}\\{0,3}["'\`]?`;

const KEY_ID = new RegExp(String.raw`(private_key_id${TO_VALUE})([0-9a-f]{40})(?![0-9A-Za-z])`, 'iy');

/** The id beside the private key of a Google service account, by which the key is named and revoked. */
export const gcpKeyId: Structure = {
  id: 'gcp-private-key-id',
  literals: ['private_key_id'],
  findAt(text, at, onPassed) {
    const id = valueAt(KEY_ID, text, at);
    if (!id) return NOTHING;
    return unlessExcluded(excludedIssued(id.value), 'gcp-service-account', id, 'context', onPassed);
  },
};

const AWS_SECRET = new RegExp(
  String.raw`((?:aws_?)?secret_?(?:access_?)?key${TO_VALUE})([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])`,
  'iy',
);
const AWS_SESSION = new RegExp(
  String.raw`((?:aws_?)?(?:session|security)_?token${TO_VALUE})([A-Za-z0-9/+]{80,4096}={0,2})`,
  'iy',
);

/** Secret keys and session tokens of AWS, in credentials files, the environment, and what STS answers. */
export const awsCredentials: Structure = {
  id: 'aws-credentials',
  literals: [
    'aws_secret_access_key',
    'aws_secret_key',
    'secretaccesskey',
    'secret_access_key',
    'awssecretkey',
    'aws_session_token',
    'aws_security_token',
    'sessiontoken',
    'session_token',
  ],
  findAt(text, at, onPassed) {
    const secret = valueAt(AWS_SECRET, text, at);
    if (secret) {
      const why = excludedIssued(secret.value);
      return unlessExcluded(why, 'aws-secret-access-key', secret, 'context', onPassed);
    }
    const session = valueAt(AWS_SESSION, text, at);
    if (!session) return NOTHING;
    return unlessExcluded(excludedIssued(session.value), 'aws-session-token', session, 'context', onPassed);
  },
};

const CLIENT_SECRET = new RegExp(
  String.raw`((?:azure_|arm_|aad_)?client_?secret${TO_VALUE})([A-Za-z0-9~._=?@:\[\]\-+/*]{16,80})(?![A-Za-z0-9~])`,
  'iy',
);
const AZURE_LOGIN = /tenant|subscription/i;
const SP_PASSWORD =
  /("appId"\s{0,4}:\s{0,4}"[0-9a-f-]{36}",\s{0,40}"displayName"\s{0,4}:\s{0,4}"[^"\r\n]{0,120}",\s{0,40}(?:"name"\s{0,4}:\s{0,4}"[^"\r\n]{0,120}",\s{0,40})?"password"\s{0,4}:\s{0,4}")([^"\s\\]{16,80})/iy;

/** The secret of an Azure service principal, beside its tenant. */
export const azureServicePrincipal: Structure = {
  id: 'azure-service-principal',
  literals: ['clientsecret', 'client_secret', '"appid"'],
  findAt(text, at, onPassed) {
    const password = valueAt(SP_PASSWORD, text, at);
    if (password)
      return unlessExcluded(
        excludedIssued(password.value),
        'azure-client-secret',
        password,
        'context',
        onPassed,
      );
    const secret = valueAt(CLIENT_SECRET, text, at);
    if (!secret || !/\d/.test(secret.value)) return NOTHING;
    const azure = /(?:azure|arm|aad)_?$/i.test(before(text, at, 6));
    if (!azure && !AZURE_LOGIN.test(before(text, at, 400) + after(text, secret.end, 400))) return NOTHING;
    return unlessExcluded(excludedIssued(secret.value), 'azure-client-secret', secret, 'context', onPassed);
  },
};

const RAILS_KEY = new RegExp(
  String.raw`((?:rails_master_key|(?:config\/)?master\.key|master_key)(?:${TO_VALUE}|[^\w\r\n]{0,20}[\r\n]{1,4}[ \t>]{0,8}))([0-9a-f]{32})(?![0-9A-Za-z])`,
  'iy',
);
const KEY_BASE = new RegExp(String.raw`(secret_key_base${TO_VALUE})([0-9a-f]{64,128})(?![0-9A-Za-z])`, 'iy');

/** What a Rails application encrypts its credentials and signs its sessions with. */
export const railsKey: Structure = {
  id: 'rails-key',
  literals: ['rails_master_key', 'master.key', 'secret_key_base'],
  findAt(text, at, onPassed) {
    const key = valueAt(RAILS_KEY, text, at) ?? valueAt(KEY_BASE, text, at);
    if (!key) return NOTHING;
    return unlessExcluded(excludedIssued(key.value), 'encryption-key', key, 'context', onPassed);
  },
};
