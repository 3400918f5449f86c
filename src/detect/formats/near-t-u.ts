import type { Format } from './format.ts';
import { alnum, hex, near, UUID } from './near-row.ts';

/** Providers from T on whose credentials are known by the words beside them. */
export const NEAR_T_TO_U: readonly Format[] = [
  near('Tallyfy', 'API key', ['tallyfy'], '[A-Za-z0-9]{36}\\.[A-Za-z0-9]{264}\\.[A-Za-z0-9_-]{683}'),
  near('Tatum', 'API key', ['tatum'], '[A-Za-z0-9-]{36}'),
  near('Taxjar', 'API key', ['taxjar'], alnum(32)),
  near('Technical Analysis API', 'key', ['technical analysis api'], alnum(48)),
  near('Tefter', 'API key', ['tefter'], alnum(20)),
  near('Telegram', 'bot API token', ['telegram'], '[0-9]{5,16}:A[A-Za-z0-9_-]{34}', {
    opens: 'acts as the bot',
    revoke: 'https://t.me/BotFather',
  }),
  near('Teletype', 'API key', ['teletype'], '[A-Za-z0-9-]{64}'),
  near('The Guardian', 'API key', ['guardian'], UUID),
  near('The Odds API', 'key', ['oddsapi', 'odds api'], hex(32)),
  near(
    'ThingsBoard',
    'access token',
    ['thingsboard', 'provisiondevicekey', 'provisiondevicesecret'],
    alnum(20),
  ),
  near('TicketMaster', 'API key', ['ticket master'], alnum(32)),
  near('Tiingo', 'API key', ['tiingo'], alnum(40)),
  near('TimeCamp', 'API key', ['time camp'], alnum(26)),
  near('TimezoneAPI', 'key', ['timezone api'], '[A-Za-z]{20}'),
  near('TLy', 'API key', ['tly'], alnum(60)),
  near('Tmetric', 'API key', ['tmetric'], alnum(64)),
  near('Todoist', 'API key', ['todoist'], alnum(40), {
    revoke: 'https://app.todoist.com/app/settings/integrations/developer',
  }),
  near('Toggl Track', 'API key', ['toggl'], alnum(32)),
  near('TomTom', 'API key', ['tom tom'], alnum(32)),
  near('Tradier', 'API key', ['tradier'], alnum(28)),
  near('Transferwise', 'API key', ['transferwise'], UUID),
  near('TravelPayouts', 'API key', ['travel payouts'], alnum(32)),
  near('Travis CI', 'access token', ['travis'], '[A-Za-z0-9_]{22}', {
    opens: 'runs builds and reads their secrets',
  }),
  near('Trello', 'API key', ['trello'], '[A-Za-z0-9-]{32}', {
    opens: 'reads and changes the boards',
    revoke: 'https://trello.com/power-ups/admin',
  }),
  near('Trello', 'API token', ['trello'], '[A-Za-z0-9-]{60,70}', {
    opens: 'reads and changes the boards',
    revoke: 'https://trello.com/power-ups/admin',
  }),
  near('TrueNAS', 'API key', ['truenas'], '[0-9]{1,64}-[A-Za-z0-9]{64}', {
    opens: 'opens the storage server',
  }),
  near('TwelveData', 'API key', ['twelve data'], alnum(32)),
  near('Twilio', 'API key', ['twilio'], alnum(32), {
    id: 'twilio-unprefixed-api-key',
    opens: 'sends messages and calls at the account’s cost',
    revoke: 'https://console.twilio.com/',
  }),
  near('Twitch', 'API token', ['twitch'], alnum(30), {
    opens: 'acts as the application',
    revoke: 'https://dev.twitch.tv/console/apps',
  }),
  near('Twitter', 'API key', ['twitter'], alnum(25), {
    opens: 'reads and posts as the account',
    revoke: 'https://developer.x.com/en/portal/dashboard',
  }),
  near('Twitter', 'access secret', ['twitter'], alnum(45), {
    opens: 'reads and posts as the account',
    revoke: 'https://developer.x.com/en/portal/dashboard',
  }),
  near('Twitter', 'API secret', ['twitter'], alnum(50), {
    opens: 'reads and posts as the account',
    revoke: 'https://developer.x.com/en/portal/dashboard',
  }),
  near('Twitter', 'access token', ['twitter'], '[0-9]{15,25}-[A-Za-z0-9]{20,40}', {
    opens: 'reads and posts as the account',
    revoke: 'https://developer.x.com/en/portal/dashboard',
  }),
  near('Twitter', 'bearer token', ['twitter'], 'A{20,24}[A-Za-z0-9%]{80,100}', {
    severity: 'high',
    opens: 'reads and posts as the account',
    revoke: 'https://developer.x.com/en/portal/dashboard',
  }),
  near(
    'Twitter',
    'escaped bearer token',
    ['twitter'],
    '[A-Za-z]{22}%[A-Za-z0-9-]{23}%[A-Za-z0-9-]{6}%[A-Za-z0-9-]{3}%[A-Za-z0-9-]{9}%[A-Za-z0-9-]{52}',
    { opens: 'reads and posts as the account', revoke: 'https://developer.x.com/en/portal/dashboard' },
  ),
  near(
    'Twitter',
    'long escaped bearer token',
    ['twitter'],
    '[A-Za-z0-9]{20,59}%(?:[A-Za-z0-9]{3,64}%){0,2}[A-Za-z0-9]{52}',
    { opens: 'reads and posts as the account', revoke: 'https://developer.x.com/en/portal/dashboard' },
  ),
  near('Tyntec', 'API key', ['tyntec'], alnum(32)),
  near('Uclassify', 'API key', ['uclassify'], alnum(12)),
  near('Unplugg', 'API key', ['unplugg'], alnum(64)),
  near('Unsplash', 'API key', ['unsplash'], '[A-Za-z0-9_]{43}', {
    revoke: 'https://unsplash.com/oauth/applications',
  }),
  near('UPCDatabase', 'API key', ['upcdatabase'], alnum(32)),
  near('Uplead', 'API key', ['uplead'], '[A-Za-z0-9-]{32}'),
  near('Upstage', 'API key', ['upstage'], alnum(40, 50)),
  near('UptimeRobot', 'API key', ['uptime robot'], '[A-Za-z0-9]{9}-[A-Za-z0-9]{24}'),
  near('Upwave', 'API key', ['upwave'], alnum(32)),
  near('Urlscan', 'API key', ['urlscan'], '[A-Za-z0-9-]{36}'),
  near('Userflow', 'API key', ['userflow'], '[A-Za-z0-9_]{29}'),
  near('UserStack', 'API key', ['user stack'], alnum(32)),
];
