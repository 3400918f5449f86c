import type { CheckName } from './checks/checks.ts';
import type { Evidence } from './finding.ts';
import type { KindId } from './kinds.ts';

/** What a message of secretlint's recommended preset means to us. */
export interface PresetRow {
  readonly kind: KindId;
  readonly evidence: Evidence;
  /**
   * The true extent of the secret, matched at the place the preset reports. Sticky; the range is that of the
   * group `secret` if there is one, otherwise of the whole match. Some of the preset's ranges stop early or start
   * at the key's name, and a redaction by them would leave a piece of the secret behind.
   */
  readonly extent?: RegExp;
  /** A check on the whole secret; one that fails it is not this secret. */
  readonly check?: CheckName;
}

/** A token and all that clings to it: also the segments after a dot, when they are too long to be a sentence. */
const TOKEN = /[\w+/=-]{1,4096}(?:\.[\w+/=-]{8,4096}){0,8}/y;
/** A URL as it stands in prose, code or a config file: up to white space or a quote, less closing punctuation and what escapes that quote; with its stand-ins. */
const URL_IN_TEXT = /(?:[^\s"'`<>]|(?<=[:/@])<[\w -]{1,40}>){1,4096}(?<![),;.\]}\\])/y;

const token = (kind: KindId, check?: CheckName): PresetRow => ({
  kind,
  evidence: 'shape',
  extent: TOKEN,
  ...(check && { check }),
});
const url = (kind: KindId): PresetRow => ({ kind, evidence: 'shape', extent: URL_IN_TEXT });

/** Rows by `rule id/message id` of the preset. */
export const PRESET: Readonly<Record<string, PresetRow>> = {
  '@secretlint/secretlint-rule-gcp/PrivateKeyJSON': { kind: 'gcp-service-account', evidence: 'shape' },
  '@secretlint/secretlint-rule-gcp/PrivateKeyP12': { kind: 'gcp-service-account', evidence: 'shape' },
  '@secretlint/secretlint-rule-privatekey/PrivateKey': { kind: 'private-key', evidence: 'shape' },
  '@secretlint/secretlint-rule-npm/PackageJSON_xOauthToken': url('github-token'),
  '@secretlint/secretlint-rule-npm/Npmrc_authToken': {
    kind: 'npm-token',
    evidence: 'context',
    // Reported at the name of the setting, with the length of the token.
    extent: /_authToken=(?<secret>[^\s"']{1,4096})/dy,
  },
  '@secretlint/secretlint-rule-npm/NPM_ACCESS_TOKEN': token('npm-token', 'npm-crc32'),
  '@secretlint/secretlint-rule-basicauth/BasicAuth': url('basic-auth-url'),
  '@secretlint/secretlint-rule-slack/SLACK_TOKEN': token('slack-token'),
  '@secretlint/secretlint-rule-slack/IncomingWebhook': url('slack-webhook'),
  '@secretlint/secretlint-rule-sendgrid/SENDGRID_KEY': token('sendgrid-key'),
  '@secretlint/secretlint-rule-shopify/SHOPIFY_KEY': token('shopify-token'),
  '@secretlint/secretlint-rule-stripe/STRIPE_SECRET_KEY_LIVE': token('stripe-live-key'),
  '@secretlint/secretlint-rule-stripe/STRIPE_SECRET_KEY_TEST': token('stripe-test-key'),
  '@secretlint/secretlint-rule-stripe/STRIPE_RESTRICTED_KEY_LIVE': token('stripe-live-key'),
  '@secretlint/secretlint-rule-stripe/STRIPE_RESTRICTED_KEY_TEST': token('stripe-test-key'),
  '@secretlint/secretlint-rule-gitlab/GITLAB_PERSONAL_ACCESS_TOKEN': {
    kind: 'gitlab-token',
    evidence: 'shape',
    // Routable tokens go on after a dot with their length and a checksum.
    extent: /[\w-]{1,512}(?:\.[\w-]{1,64}){0,3}/y,
  },
  '@secretlint/secretlint-rule-grafana/GRAFANA_CLOUD_API_TOKEN': token('grafana-token'),
  '@secretlint/secretlint-rule-grafana/GRAFANA_SERVICE_ACCOUNT_TOKEN': token(
    'grafana-token',
    'grafana-crc32',
  ),
  '@secretlint/secretlint-rule-openai/OPENAI_TOKEN': token('openai-api-key'),
  '@secretlint/secretlint-rule-anthropic/ANTHROPIC_API_KEY': token('anthropic-api-key'),
  '@secretlint/secretlint-rule-groq/GROQ_API_KEY': token('groq-api-key'),
  '@secretlint/secretlint-rule-huggingface/HUGGINGFACE_USER_ACCESS_TOKEN': token('huggingface-token'),
  '@secretlint/secretlint-rule-linear/LINEAR_API_TOKEN': token('linear-api-key'),
  '@secretlint/secretlint-rule-notion/NOTION_INTEGRATION_TOKEN': token('notion-token'),
  '@secretlint/secretlint-rule-1password/OPS_TOKEN': token('onepassword-token'),
  '@secretlint/secretlint-rule-database-connection-string/MongoDBConnection': url('database-url'),
  '@secretlint/secretlint-rule-database-connection-string/MySQLConnection': url('database-url'),
  '@secretlint/secretlint-rule-database-connection-string/PostgreSQLConnection': url('database-url'),
  '@secretlint/secretlint-rule-hashicorp-vault/HASHICORP_VAULT_SERVICE_TOKEN': token('vault-token'),
  '@secretlint/secretlint-rule-hashicorp-vault/HASHICORP_VAULT_BATCH_TOKEN': token('vault-token'),
  '@secretlint/secretlint-rule-hashicorp-vault/HASHICORP_VAULT_RECOVERY_TOKEN': token('vault-token'),
  '@secretlint/secretlint-rule-vercel/VERCEL_PERSONAL_ACCESS_TOKEN': token('vercel-token'),
  '@secretlint/secretlint-rule-vercel/VERCEL_INTEGRATION_TOKEN': token('vercel-token'),
  '@secretlint/secretlint-rule-vercel/VERCEL_APP_ACCESS_TOKEN': token('vercel-token'),
  '@secretlint/secretlint-rule-vercel/VERCEL_APP_REFRESH_TOKEN': token('vercel-token'),
  '@secretlint/secretlint-rule-vercel/VERCEL_AI_GATEWAY_API_KEY': token('vercel-token'),
  '@secretlint/secretlint-rule-databricks/DATABRICKS_PERSONAL_ACCESS_TOKEN': token('databricks-token'),
  '@secretlint/secretlint-rule-docker/DOCKER_PERSONAL_ACCESS_TOKEN': token('docker-token'),
  '@secretlint/secretlint-rule-figma/FIGMA_PERSONAL_ACCESS_TOKEN': token('figma-token'),
  '@secretlint/secretlint-rule-cloudflare/CLOUDFLARE_GLOBAL_API_KEY': token('cloudflare-token'),
  '@secretlint/secretlint-rule-cloudflare/CLOUDFLARE_USER_API_TOKEN': token('cloudflare-token'),
  '@secretlint/secretlint-rule-cloudflare/CLOUDFLARE_ACCOUNT_API_TOKEN': token('cloudflare-token'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_API_KEY': token('tailscale-key'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_AUTH_KEY': token('tailscale-key'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_CLIENT_KEY': token('tailscale-key'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_SCIM_KEY': token('tailscale-key'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_WEBHOOK_KEY': token('tailscale-key'),
  '@secretlint/secretlint-rule-tailscale/TAILSCALE_KEY': token('tailscale-key'),
};
