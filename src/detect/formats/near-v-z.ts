import type { Format } from './format.ts';
import { alnum, hex, near, UUID } from './near-row.ts';

/** Providers from V on whose credentials are known by the words beside them. */
export const NEAR_V_TO_Z: readonly Format[] = [
  near('VatLayer', 'API key', ['vat layer'], alnum(32)),
  near('Vbout', 'API key', ['vbout'], '[0-9]{25}'),
  near('Vercel', 'API token', ['vercel'], alnum(24), {
    id: 'vercel-unprefixed-token',
    severity: 'critical',
    opens: 'deploys sites',
    revoke: 'https://vercel.com/account/tokens',
  }),
  near('Verimail', 'API key', ['verimail'], alnum(32)),
  near('Veriphone', 'API key', ['veriphone'], alnum(32)),
  near('VersionEye', 'API key', ['version eye'], '[A-Za-z0-9-]{40}'),
  near(
    'Viewneo',
    'API key',
    ['viewneo'],
    '[A-Za-z0-9]{120,300}\\.[A-Za-z0-9]{150,300}\\.[A-Za-z0-9_-]{600,800}',
  ),
  near('VirusTotal', 'API key', ['virus total'], hex(64), {
    revoke: 'https://www.virustotal.com/gui/my-apikey',
  }),
  near('Visual Crossing', 'API key', ['visual crossing'], alnum(25)),
  near('VoodooSMS', 'API key', ['voodoo sms'], alnum(46)),
  near('VPNAPI', 'key', ['vpnapi'], alnum(32)),
  near('Vultr', 'API key', ['vultr'], alnum(36), {
    opens: 'opens the cloud account',
    revoke: 'https://my.vultr.com/settings/#settingsapi',
  }),
  near('Vyte', 'API key', ['vyte'], alnum(50)),
  near('WakaTime', 'API key', ['wakatime', 'waka time'], UUID, {
    id: 'wakatime-unprefixed-api-key',
    revoke: 'https://wakatime.com/settings/api-key',
  }),
  near('Walkscore', 'API key', ['walkscore'], alnum(32)),
  near('Weatherbit', 'API key', ['weatherbit'], alnum(32)),
  near('Weatherstack', 'API key', ['weather stack'], alnum(32)),
  near('Webflow', 'API key', ['webflow'], alnum(64)),
  near('WebScraper', 'API key', ['web scraper'], alnum(60)),
  near('Webscraping', 'API key', ['webscraping'], alnum(32)),
  near('Weights & Biases', 'API key', ['wandb', 'weights and biases'], hex(40), {
    opens: 'reads and changes experiments',
    revoke: 'https://wandb.ai/settings',
  }),
  near('Whoxy', 'API key', ['whoxy'], alnum(33)),
  near('WireGuard', 'private key', ['privatekey', 'presharedkey', 'wireguard'], '[A-Za-z0-9+/]{43}=', {
    opens: 'joins the private network',
  }),
  near('Wistia', 'API key', ['wistia'], alnum(64)),
  near('Worksnaps', 'API key', ['worksnaps'], alnum(40)),
  near('Workstack', 'API key', ['workstack'], alnum(60)),
  near('WorldCoinIndex', 'API key', ['world coin index'], alnum(35)),
  near('WorldWeather', 'API key', ['world weather'], alnum(31)),
  near('Yandex', 'API key', ['yandex'], '[A-Za-z0-9.]{83}', { id: 'yandex-unprefixed-api-key' }),
  near('Yelp', 'API key', ['yelp'], '[A-Za-z0-9.=_\\\\-]{128}'),
  near('YouNeedABudget', 'API key', ['youneedabudget', 'you need a budget', 'ynab'], hex(64)),
  near('Yousign', 'API key', ['yousign'], alnum(32)),
  near('Z.ai', 'API key', ['z.ai', 'zai', 'zhipu', 'glm'], '[0-9A-Fa-f]{32}\\.[A-Za-z0-9]{16}', {
    revoke: 'https://z.ai/manage-apikey/apikey-list',
  }),
  near('Zendesk', 'secret key', ['zendesk'], alnum(40), { opens: 'reads and answers support tickets' }),
  near('Zenkit', 'API key', ['zenkit'], '[A-Za-z0-9]{8}-[A-Za-z0-9]{32}'),
  near('ZenRows', 'API key', ['zen rows'], hex(40)),
  near('Zenscrape', 'API key', ['zenscrape'], UUID),
  near('Zeplin', 'API key', ['zeplin'], '[A-Za-z0-9.-]{350,400}'),
  near('Zerobounce', 'API key', ['zerobounce'], alnum(32)),
  near('ZeroTier', 'API key', ['zero tier'], alnum(32)),
  near('ZipCodeAPI', 'key', ['zip code api'], alnum(64)),
  near('Zipcodebase', 'API key', ['zipcodebase'], UUID),
  near('ZonkaFeedback', 'API token', ['zonka'], alnum(36)),
];
