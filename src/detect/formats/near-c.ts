import type { Format } from './format.ts';
import { alnum, hex, near, UUID, word } from './near-row.ts';

/** Providers from C on whose credentials are known by the words beside them. */
export const NEAR_C: readonly Format[] = [
  near('Caflou', 'API key', ['caflou'], '[^\\s"\'<>]{155}'),
  near('Calendarific', 'API key', ['calendarific'], alnum(32)),
  near('CalorieNinja', 'API key', ['calorie ninja'], alnum(40)),
  near('Campayn', 'API key', ['campayn'], alnum(64)),
  near('Canny', 'API key', ['canny'], UUID),
  near('CapsuleCRM', 'API key', ['capsule crm'], '[A-Za-z0-9+.=_-]{64}'),
  near('CarbonInterface', 'API key', ['carbon interface'], alnum(21)),
  near('CentralStationCRM', 'API key', ['central station crm'], alnum(30)),
  near('ChartMogul', 'API key', ['chart mogul'], alnum(32)),
  near('ChatBot', 'API key', ['chat bot'], '[A-Za-z0-9_]{32}'),
  near('Chatfuel', 'API key', ['chatfuel'], alnum(128)),
  near('ChecklyHQ', 'API key', ['checklyhq'], alnum(32)),
  near('Cicero', 'API key', ['cicero'], alnum(40)),
  near('CircleCI', 'project token', ['circleci'], hex(40), {
    id: 'circleci-unprefixed-project-token',
    opens: 'runs builds and reads their secrets',
    revoke: 'https://app.circleci.com/settings/user/tokens',
  }),
  near('Cisco Meraki', 'API key', ['meraki'], hex(40)),
  near('Civo', 'API key', ['civo'], alnum(50), { opens: 'opens the cloud account' }),
  near('Clarifai', 'API key', ['clarifai'], alnum(32)),
  near('Clearbit', 'API key', ['clearbit'], '[A-Za-z0-9_]{35}'),
  near('Cliengo', 'API key', ['cliengo'], UUID),
  near('Clockify', 'API key', ['clockify'], alnum(48)),
  near(
    'CloudConvert',
    'API key',
    ['cloud convert'],
    '[A-Za-z0-9+./=_~-]{30,34}\\.?[A-Za-z0-9+./=_~-]{200,500}\\.?[A-Za-z0-9+./=_~-]{600,700}',
  ),
  near('Cloudflare', 'API token', ['cloudflare'], word(38, 42), {
    id: 'cloudflare-unprefixed-token',
    severity: 'critical',
    opens: 'changes DNS and sites',
    revoke: 'https://dash.cloudflare.com/profile/api-tokens',
  }),
  near('Cloudflare', 'global API key', ['cloudflare'], hex(37), {
    severity: 'critical',
    opens: 'changes DNS and sites',
    revoke: 'https://dash.cloudflare.com/profile/api-tokens',
  }),
  near('CloudImage', 'API key', ['cloud image'], '[A-Za-z0-9_]{30}'),
  near('Cloudinary', 'API secret', ['cloudinary'], alnum(32), {
    opens: 'reads and changes the media library',
    revoke: 'https://console.cloudinary.com/',
  }),
  near('Cloudmersive', 'API key', ['cloudmersive'], '[A-Za-z0-9-]{36}'),
  near('Cloudplan', 'API key', ['cloudplan'], '[A-Za-z0-9-]{32}'),
  near('CloudSight', 'API key', ['cloud sight'], alnum(20, 24)),
  near('Cloudsmith', 'API key', ['cloudsmith'], hex(40), { id: 'cloudsmith-unprefixed-api-key' }),
  near('Cloverly', 'API key', ['cloverly'], '[A-Za-z0-9:_]{28}'),
  near('ClustDoc', 'API key', ['clust doc'], alnum(60)),
];
