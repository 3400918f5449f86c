/**
 * Every variable of the environment that the two clients read anywhere in the parts that are used here, and what else on
 * a machine tells programs where to send things. A test holds the first to what the clients' sources say.
 */

/** Names and values that would each be seen on the wire or on the terminal if they were heeded. */
export const CLIENT_VARIABLES: Readonly<Record<string, string>> = {
  OPENAI_BASE_URL: 'http://127.0.0.1:9/elsewhere',
  OPENAI_API_KEY: 'made-up-openai-key',
  OPENAI_ADMIN_KEY: 'made-up-admin-key',
  OPENAI_ORG_ID: 'org-made-up',
  OPENAI_PROJECT_ID: 'proj-made-up',
  OPENAI_WEBHOOK_SECRET: 'made-up-secret',
  OPENAI_LOG: 'debug',
  OPENAI_CUSTOM_HEADERS: 'x-made-up: openai\nAuthorization: Bearer other',
  ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/elsewhere',
  ANTHROPIC_API_KEY: 'made-up-anthropic-key',
  ANTHROPIC_AUTH_TOKEN: 'made-up-anthropic-token',
  ANTHROPIC_WEBHOOK_SIGNING_KEY: 'made-up-signing-key',
  ANTHROPIC_LOG: 'debug',
  ANTHROPIC_CUSTOM_HEADERS: 'x-made-up: anthropic\nX-Api-Key: other',
  ANTHROPIC_PROFILE: 'work',
  ANTHROPIC_ORGANIZATION_ID: 'org-made-up',
  ANTHROPIC_WORKSPACE_ID: 'workspace-made-up',
  ANTHROPIC_SERVICE_ACCOUNT_ID: 'account-made-up',
  ANTHROPIC_FEDERATION_RULE_ID: 'rule-made-up',
  ANTHROPIC_IDENTITY_TOKEN: 'made-up-identity',
  ANTHROPIC_SCOPE: 'made-up-scope',
  ANTHROPIC_OPEN_TELEMETRY: 'true',
  ANTHROPIC_OPEN_TELEMETRY_PROPAGATION: 'true',
  ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE: 'content',
  ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES: '1000',
};

/** Read by the clients too; the test makes folders and files for them. */
export const FILE_VARIABLES = [
  'ANTHROPIC_CONFIG_DIR',
  'ANTHROPIC_IDENTITY_TOKEN_FILE',
  'APPDATA',
  'HOME',
  'USERPROFILE',
  'XDG_CONFIG_HOME',
] as const;

/** Of parts of the clients that are not used: other clouds, and tools that run on this machine. */
export const UNUSED_VARIABLES = [
  'ANTHROPIC_ENVIRONMENT_ID',
  'ANTHROPIC_ENVIRONMENT_KEY',
  'ANTHROPIC_SESSION_ID',
  'ANTHROPIC_WORK_ID',
  'ANTHROPIC_WORK_SECRET',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_BEDROCK_BASE_URL',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_ENDPOINT',
  'GOOGLE_CLOUD_LOCATION',
  'GOOGLE_CLOUD_PROJECT',
  'OPENAI_API_VERSION',
  'PATH',
] as const;

/** What programs in general heed; of the platform's own `fetch`, the transport sees to it. */
export const OTHER_VARIABLES: Readonly<Record<string, string>> = {
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9',
  ALL_PROXY: 'http://127.0.0.1:9',
  http_proxy: 'http://127.0.0.1:9',
  https_proxy: 'http://127.0.0.1:9',
  all_proxy: 'http://127.0.0.1:9',
  DEBUG: '*',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  OTEL_TRACES_EXPORTER: 'console',
  TRACEPARENT: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
