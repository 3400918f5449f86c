import { CONTACT_KINDS } from './contact/kinds.ts';
import { customKind } from './custom.ts';
import { FIELD_KINDS } from './fields/kinds.ts';
import { NEAR_FORMATS } from './formats/near.ts';
import { TOKEN_FORMATS } from './formats/tokens.ts';
import { OPAQUE_KINDS } from './layers/opaque.ts';
import { NETWORK_KINDS } from './network/kinds.ts';
import { NUMBER_KINDS } from './numbers/numbers.ts';
import { OWN_KINDS } from './own/own-terms.ts';
import { PEOPLE_KINDS } from './people/kinds.ts';
import { isKnownKind, knownKind } from './own/known-values.ts';
import { internal, type Kind, regulated, secret } from './kind.ts';

/** Kinds that no table of formats brings with it. */
export const KINDS = {
  'anthropic-api-key': secret('high', 'ANTHROPIC_KEY', 'Anthropic API key', 'spends the account’s credit'),
  'aws-access-key-id': secret('high', 'AWS_ACCESS_KEY_ID', 'AWS access key id', 'half of an AWS login'),
  'aws-secret-access-key': secret(
    'critical',
    'AWS_SECRET_ACCESS_KEY',
    'AWS secret access key',
    'opens the AWS account',
  ),
  'aws-account-id': internal('low', 'AWS_ACCOUNT_ID', 'AWS account id', 'names the company’s AWS account'),
  'basic-auth-url': secret('high', 'URL_WITH_PASSWORD', 'URL with a password', 'logs in at that address'),
  'cloudflare-token': secret('critical', 'CLOUDFLARE_TOKEN', 'Cloudflare token', 'changes DNS and sites'),
  credential: secret('high', 'CREDENTIAL', 'credential', 'opens a service'),
  'databricks-token': secret('critical', 'DATABRICKS_TOKEN', 'Databricks token', 'reads the data platform'),
  'database-url': secret('critical', 'DATABASE_URL', 'database URL with a password', 'opens the database'),
  'deepinfra-api-key': secret('high', 'DEEPINFRA_KEY', 'DeepInfra API key', 'spends the account’s credit'),
  'docker-token': secret('critical', 'DOCKER_TOKEN', 'Docker Hub token', 'publishes images'),
  'figma-token': secret('high', 'FIGMA_TOKEN', 'Figma token', 'reads the design files'),
  'gcp-service-account': secret(
    'critical',
    'GCP_SERVICE_ACCOUNT',
    'Google Cloud service account key',
    'opens the cloud project',
  ),
  'github-token': secret('critical', 'GITHUB_TOKEN', 'GitHub token', 'reads and writes repositories'),
  'gitlab-token': secret('critical', 'GITLAB_TOKEN', 'GitLab token', 'reads and writes repositories'),
  'google-api-key': secret('critical', 'GOOGLE_API_KEY', 'Google API key', 'spends the project’s quota'),
  'grafana-token': secret('high', 'GRAFANA_TOKEN', 'Grafana token', 'reads dashboards and logs'),
  'groq-api-key': secret('high', 'GROQ_KEY', 'Groq API key', 'spends the account’s credit'),
  'huggingface-token': secret(
    'high',
    'HUGGINGFACE_TOKEN',
    'Hugging Face token',
    'reads and publishes models',
  ),
  'linear-api-key': secret('high', 'LINEAR_KEY', 'Linear API key', 'reads the issue tracker'),
  'notion-token': secret('high', 'NOTION_TOKEN', 'Notion token', 'reads the workspace’s pages'),
  'npm-token': secret('critical', 'NPM_TOKEN', 'npm token', 'publishes packages'),
  'nvidia-api-key': secret('high', 'NVIDIA_KEY', 'NVIDIA API key', 'spends the account’s credit'),
  'onepassword-token': secret(
    'critical',
    'ONEPASSWORD_TOKEN',
    '1Password service account token',
    'reads the password vault',
  ),
  'openai-api-key': secret('high', 'OPENAI_KEY', 'OpenAI API key', 'spends the account’s credit'),
  'openrouter-api-key': secret('high', 'OPENROUTER_KEY', 'OpenRouter API key', 'spends the account’s credit'),
  'private-key': secret('critical', 'PRIVATE_KEY', 'private key', 'proves to be its owner'),
  'sendgrid-key': secret('high', 'SENDGRID_KEY', 'SendGrid key', 'sends mail in the company’s name'),
  'shopify-token': secret('critical', 'SHOPIFY_TOKEN', 'Shopify token', 'opens the shop'),
  'slack-token': secret('high', 'SLACK_TOKEN', 'Slack token', 'reads and writes messages'),
  'slack-webhook': secret('medium', 'SLACK_WEBHOOK', 'Slack webhook', 'posts into a channel'),
  'stripe-live-key': secret('critical', 'STRIPE_KEY', 'Stripe live key', 'opens payments'),
  'stripe-test-key': secret('medium', 'STRIPE_TEST_KEY', 'Stripe test key', 'opens the payment sandbox'),
  'tailscale-key': secret('critical', 'TAILSCALE_KEY', 'Tailscale key', 'joins the private network'),
  'vault-token': secret('critical', 'VAULT_TOKEN', 'HashiCorp Vault token', 'reads other secrets'),
  'vercel-token': secret('high', 'VERCEL_TOKEN', 'Vercel token', 'deploys sites'),

  'access-token': secret('high', 'ACCESS_TOKEN', 'access token', 'opens a service in somebody’s name'),
  'api-key': secret('high', 'API_KEY', 'API key', 'uses a service on the account’s bill'),
  authorization: secret(
    'high',
    'AUTHORIZATION',
    'authorization header',
    'opens a service in somebody’s name',
  ),
  'aws-session-token': secret(
    'critical',
    'AWS_SESSION_TOKEN',
    'AWS session token',
    'opens the AWS account for a time',
  ),
  'azure-access-key': secret('critical', 'AZURE_KEY', 'Azure access key', 'opens the Azure resource'),
  'azure-client-secret': secret(
    'critical',
    'AZURE_CLIENT_SECRET',
    'Azure client secret',
    'logs in as the application',
  ),
  'connection-password': secret(
    'critical',
    'CONNECTION_PASSWORD',
    'password in a connection string',
    'opens the database',
  ),
  'encryption-key': secret(
    'critical',
    'ENCRYPTION_KEY',
    'encryption key',
    'decrypts what was encrypted with it',
  ),
  jwt: secret('high', 'JWT', 'JSON Web Token', 'opens a service in somebody’s name until it expires'),
  'kubernetes-secret': secret(
    'critical',
    'KUBERNETES_SECRET',
    'value of a Kubernetes Secret',
    'is what the cluster keeps secret',
  ),
  'login-password': secret('critical', 'LOGIN_PASSWORD', 'password of a login file', 'logs in at that host'),
  password: secret('critical', 'PASSWORD', 'password', 'logs in as its owner'),
  'password-hash': secret(
    'medium',
    'PASSWORD_HASH',
    'password hash',
    'can be tried out until the password is found',
  ),
  'registry-login': secret(
    'critical',
    'REGISTRY_LOGIN',
    'login of a registry',
    'pushes and pulls images and packages',
  ),
  'secret-value': secret('high', 'SECRET', 'secret', 'opens what it belongs to'),
  'seed-phrase': secret('critical', 'SEED_PHRASE', 'seed phrase of a wallet', 'empties the wallet'),
  'session-cookie': secret('high', 'SESSION_COOKIE', 'session cookie', 'continues somebody’s session'),
  'signed-url': secret('medium', 'SIGNED_URL', 'presigned URL', 'opens what it points to until it expires'),
  'totp-secret': secret(
    'high',
    'TOTP_SECRET',
    'secret of a second factor',
    'makes the codes of the second factor',
  ),
  'wallet-key': secret('critical', 'WALLET_KEY', 'private key of a wallet', 'empties the wallet'),

  literal: internal(
    'low',
    'LITERAL',
    'text that looks like a stand-in',
    'is kept apart from the stand-ins of this conversation',
  ),

  'denied-file': {
    class: 'path',
    row: 'path',
    severity: 'critical',
    placeholder: 'DENIED_FILE',
    name: 'file under a rule of yours that denies it',
    opens: 'is to stay here, whatever is in it',
  },

  iban: regulated('IBAN', 'IBAN', 'names a bank account'),
  'payment-card': regulated('CARD', 'payment card number', 'can be charged'),
  'us-ssn': regulated('SSN', 'US Social Security number', 'proves an identity'),
} as const satisfies Record<string, Kind>;

export type KindId = keyof typeof KINDS;

/** Kinds that other tables bring with them; one that is named above keeps its entry there. */
const OF_TABLES: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...[...TOKEN_FORMATS, ...NEAR_FORMATS].map(
    ({ id, severity, placeholder, name, opens }) => [id, secret(severity, placeholder, name, opens)] as const,
  ),
  ...NUMBER_KINDS,
  ...[OWN_KINDS, CONTACT_KINDS, FIELD_KINDS, NETWORK_KINDS, OPAQUE_KINDS, PEOPLE_KINDS].flatMap((table) =>
    Object.entries(table),
  ),
]);

/** Formats bring theirs with them; these are known by their structure. */
const REVOKED_AT: ReadonlyMap<string, string> = new Map([
  ...[...TOKEN_FORMATS, ...NEAR_FORMATS].flatMap(({ id, revoke }) =>
    revoke === null ? [] : [[id, revoke] as const],
  ),
  ['azure-access-key', 'https://portal.azure.com/'],
  ['gcp-service-account', 'https://console.cloud.google.com/iam-admin/serviceaccounts'],
]);

/** Where a secret of that kind is revoked, if its vendor has a page for it. */
export function revokedAt(id: string): string | undefined {
  return REVOKED_AT.get(id);
}

/** Kinds that say what a value is used for, not whose it is; any other kind of secret at the same place says more. */
const GENERIC: ReadonlySet<string> = new Set([
  'access-token',
  'api-key',
  'authorization',
  'credential',
  'password',
  'secret-value',
]);

/** Whether a kind says only what a value is used for. */
export function isGeneric(id: string): boolean {
  return GENERIC.has(id) || isKnownKind(id);
}

/** The id of every kind there is. */
export const KIND_IDS: readonly string[] = [...new Set([...Object.keys(KINDS), ...OF_TABLES.keys()])];

/** Whether there is a kind of that id that comes with the rules. */
export function isKind(id: string): boolean {
  return Object.hasOwn(KINDS, id) || OF_TABLES.has(id);
}

/** What is known of a kind by the `kind` of a finding; a kind from nowhere is judged as a credential. */
export function kindOf(id: string): Kind {
  if (Object.hasOwn(KINDS, id)) return KINDS[id as KindId];
  return OF_TABLES.get(id) ?? customKind(id) ?? knownKind(id) ?? KINDS.credential;
}
