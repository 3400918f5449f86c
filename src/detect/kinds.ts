import type { FindingClass, Severity } from './finding.ts';

/** The row of the decision matrix a kind is judged by. */
export type MatrixRow = 'secret' | 'regulated' | 'contact' | 'internal' | 'path' | 'opaque';

/** What is known of a kind of finding. */
export interface Kind {
  readonly class: FindingClass;
  readonly row: MatrixRow;
  readonly severity: Severity;
  /** Start of its placeholder: `EMAIL` gives `EMAIL_1`. Letters, digits and underscores, so it fits anywhere. */
  readonly placeholder: string;
  /** English name, for people, as it stands in the middle of a sentence. */
  readonly name: string;
  /** What somebody who has it can do, in a few English words; shown beside the name. */
  readonly opens: string;
}

const secret = (severity: Severity, placeholder: string, name: string, opens: string): Kind => ({
  class: 'secret',
  row: 'secret',
  severity,
  placeholder,
  name,
  opens,
});

const regulated = (placeholder: string, name: string, opens: string): Kind => ({
  class: 'pii',
  row: 'regulated',
  severity: 'critical',
  placeholder,
  name,
  opens,
});

const contact = (severity: Severity, placeholder: string, name: string, opens: string): Kind => ({
  class: 'pii',
  row: 'contact',
  severity,
  placeholder,
  name,
  opens,
});

/** Every kind there is. A rule may only report a key of this table. */
export const KINDS = {
  'anthropic-api-key': secret('high', 'ANTHROPIC_KEY', 'Anthropic API key', 'spends the account’s credit'),
  'aws-access-key-id': secret('high', 'AWS_ACCESS_KEY_ID', 'AWS access key id', 'half of an AWS login'),
  'aws-secret-access-key': secret(
    'critical',
    'AWS_SECRET_ACCESS_KEY',
    'AWS secret access key',
    'opens the AWS account',
  ),
  'aws-account-id': {
    class: 'internal',
    row: 'internal',
    severity: 'low',
    placeholder: 'AWS_ACCOUNT_ID',
    name: 'AWS account id',
    opens: 'names the company’s AWS account',
  },
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

  email: contact('medium', 'EMAIL', 'e-mail address', 'names a person'),
  'ip-address': contact(
    'low',
    'IP_ADDRESS',
    'public IPv4 address',
    'may name a person’s connection or a host',
  ),

  literal: {
    class: 'internal',
    row: 'internal',
    severity: 'low',
    placeholder: 'LITERAL',
    name: 'text that looks like a stand-in',
    opens: 'is kept apart from the stand-ins of this conversation',
  },

  iban: regulated('IBAN', 'IBAN', 'names a bank account'),
  'payment-card': regulated('CARD', 'payment card number', 'can be charged'),
  'us-ssn': regulated('SSN', 'US Social Security number', 'proves an identity'),
} as const satisfies Record<string, Kind>;

export type KindId = keyof typeof KINDS;

/** What is known of a kind by the `kind` of a finding; a kind from nowhere is judged as a credential. */
export function kindOf(id: string): Kind {
  return Object.hasOwn(KINDS, id) ? KINDS[id as KindId] : KINDS.credential;
}
