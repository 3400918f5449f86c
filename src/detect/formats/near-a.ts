import type { Format } from './format.ts';
import { alnum, hex, near, word } from './near-row.ts';

/** Providers from A on whose credentials are known by the words beside them. */
export const NEAR_A: readonly Format[] = [
  near('Adafruit', 'API key', ['adafruit'], word(32), { revoke: 'https://io.adafruit.com/' }),
  near('Airbrake', 'user key', ['airbrake'], '[A-Za-z0-9-]{40}'),
  near(
    'Airtable',
    'OAuth token',
    ['airtable'],
    '[A-Za-z0-9]{1,64}\\.v1\\.[A-Za-z0-9_-]{1,64}\\.[0-9A-Fa-f]{1,64}',
    { opens: 'reads and changes the bases', revoke: 'https://airtable.com/create/tokens' },
  ),
  near('Airtable', 'API key', ['airtable'], alnum(17), {
    opens: 'reads and changes the bases',
    revoke: 'https://airtable.com/create/tokens',
  }),
  near('Aiven', 'auth token', ['aiven'], '[A-Za-z0-9+/=]{372}'),
  near('Alchemy', 'API key', ['alchemy'], '[A-Za-z0-9]{23}_[A-Za-z0-9]{8}', {
    opens: 'spends the account’s quota',
    revoke: 'https://dashboard.alchemy.com/',
  }),
  near('Algolia', 'API key', ['algolia'], alnum(32), {
    opens: 'reads and changes the search indexes',
    revoke: 'https://dashboard.algolia.com/account/api-keys',
  }),
  near('Alibaba Cloud', 'access key secret', ['alibaba', 'aliyun', 'alicloud'], alnum(30, 64), {
    severity: 'critical',
    opens: 'opens the cloud account',
    revoke: 'https://ram.console.aliyun.com/',
  }),
  near('Amplitude', 'secret key', ['amplitude'], hex(32)),
  near(
    'Apifonica',
    'API key',
    ['apifonica'],
    '[A-Za-z0-9]{11}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}-[A-Za-z0-9]{12}',
  ),
  near('Apilayer', 'API key', ['apilayer'], alnum(32)),
  near('ApiMetrics', 'API key', ['api metrics'], alnum(32)),
  near('APITemplate', 'API key', ['apitemplate'], alnum(39)),
  near('Apollo', 'API key', ['apollo'], alnum(22)),
  near('Appointedd', 'API key', ['appointedd'], '[A-Za-z0-9+=]{88}'),
  near('AppOptics', 'API key', ['app optics'], word(71)),
  near('AppSynergy', 'API key', ['app synergy'], alnum(64)),
  near('Asana', 'personal access token', ['asana'], '[01]/[0-9A-Fa-f]{16,32}(?::[A-Za-z0-9]{32,64})?', {
    opens: 'reads and changes projects and tasks',
    revoke: 'https://app.asana.com/0/my-apps',
  }),
  near('Asana', 'OAuth token', ['asana'], '[A-Za-z0-9/:]{51}', {
    opens: 'reads and changes projects and tasks',
    revoke: 'https://app.asana.com/0/my-apps',
  }),
  near('Asana', 'client secret', ['asana'], alnum(30, 40), {
    opens: 'reads and changes projects and tasks',
    revoke: 'https://app.asana.com/0/my-apps',
  }),
  near('AssemblyAI', 'API key', ['assemblyai'], alnum(32), {
    opens: 'spends the account’s credit',
    revoke: 'https://www.assemblyai.com/app',
  }),
  near('Atera', 'API key', ['atera'], alnum(32)),
  near('Atlassian', 'API token', ['atlassian', 'jira', 'confluence'], alnum(24), {
    severity: 'critical',
    opens: 'reads and changes Jira and Confluence',
    revoke: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  }),
  near('Audd', 'API key', ['audd'], '[A-Za-z0-9-]{32}'),
  near('Auth0', 'client secret', ['auth0'], word(64, 104), {
    severity: 'critical',
    opens: 'issues logins in the company’s name',
    revoke: 'https://manage.auth0.com/',
  }),
  near('Autoklose', 'API token', ['autoklose'], '[A-Za-z0-9-]{32}'),
  near('Autopilot', 'API key', ['autopilot'], hex(32)),
  near('Avaza', 'personal access token', ['avaza'], '[0-9]{1,64}-[0-9A-Fa-f]{40}'),
  near('AviationStack', 'API key', ['aviation stack'], alnum(32)),
  near(
    'AWS',
    'session token',
    [
      'aws_session_token',
      'aws session token',
      'awssessiontoken',
      'aws-session-token',
      'sessiontoken',
      'session_token',
    ],
    '[A-Za-z0-9+/]{100,1500}={0,2}',
    { severity: 'critical', opens: 'opens the AWS account', revoke: 'https://console.aws.amazon.com/iam/' },
  ),
  near(
    'AWS',
    'secret access key',
    [
      'aws_secret',
      'aws secret',
      'awssecret',
      'aws-secret',
      'secretaccesskey',
      'secret_access_key',
      'secret access key',
    ],
    '[A-Za-z0-9+/=]{40}',
    { severity: 'critical', opens: 'opens the AWS account', revoke: 'https://console.aws.amazon.com/iam/' },
  ),
  near('Axonaut', 'API key', ['axonaut'], alnum(32)),
  near('Ayrshare', 'API key', ['ayrshare'], '[A-Za-z0-9]{8}-[A-Za-z0-9]{8}-[A-Za-z0-9]{8}-[A-Za-z0-9]{8}'),
  near(
    'Azure',
    'personal access token',
    ['azure devops', 'azdo', 'ado_pat', 'ado pat', 'system_accesstoken', 'vsts'],
    '[a-z0-9]{52}',
    { severity: 'critical', revoke: 'https://portal.azure.com/' },
  ),
  near('Azure AI Search', 'query key', ['azure search', 'azure'], alnum(52), {
    opens: 'reads the search index',
    revoke: 'https://portal.azure.com/',
  }),
  near('Azure DevOps', 'personal access token', ['azure devops', 'azdo', 'ado pat', 'vsts'], alnum(84), {
    opens: 'reads and writes repositories and pipelines',
    revoke: 'https://dev.azure.com/',
  }),
  near('Azure OpenAI', 'API key', ['azure openai', 'azure'], hex(32), {
    opens: 'spends the subscription’s quota',
    revoke: 'https://portal.azure.com/',
  }),
  near(
    'Azure Storage',
    'account key',
    ['accountkey', 'account key', 'storage key', 'azure storage', 'azure'],
    '[A-Za-z0-9+/]{86}==',
    {
      severity: 'critical',
      opens: 'reads and changes every stored file',
      revoke: 'https://portal.azure.com/',
    },
  ),
];
