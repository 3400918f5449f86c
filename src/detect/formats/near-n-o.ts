import type { Format } from './format.ts';
import { alnum, hex, near, UUID, word } from './near-row.ts';

/** Providers from N on whose credentials are known by the words beside them. */
export const NEAR_N_TO_O: readonly Format[] = [
  near('Nasdaq Data Link', 'API key', ['nasdaq', 'quandl'], word(20)),
  near('Netlify', 'access token', ['netlify'], '[A-Za-z0-9=_-]{40,46}', {
    severity: 'critical',
    opens: 'deploys sites',
    revoke: 'https://app.netlify.com/user/applications',
  }),
  near('Netlify', 'API key', ['netlify'], hex(60, 64), {
    severity: 'critical',
    opens: 'deploys sites',
    revoke: 'https://app.netlify.com/user/applications',
  }),
  near('New Relic', 'personal API key', ['new relic'], '[A-Za-z0-9._]{4}-[A-Za-z0-9._]{42}', {
    opens: 'reads and sends monitoring data',
    revoke: 'https://one.newrelic.com/',
  }),
  near('New Relic', 'user API id', ['new relic'], alnum(64), {
    opens: 'reads and sends monitoring data',
    revoke: 'https://one.newrelic.com/',
  }),
  near('New York Times', 'access token', ['nytimes', 'new york times', 'newyorktimes'], '[A-Za-z0-9=_-]{32}'),
  near('News API', 'key', ['news api'], alnum(32)),
  near('Newscatcher', 'API key', ['newscatcher'], '[A-Za-z0-9_]{43}'),
  near('NFTPort', 'API key', ['nftport', 'nft port'], UUID),
  near(
    'ngrok',
    'API key',
    ['ngrok'],
    '(?:[A-Za-z0-9]{25,30}_[0-9][A-Za-z0-9]{20}|(?:cr_|ak_)[A-Za-z0-9]{25,30})',
  ),
  near('Nicereply', 'API key', ['nicereply'], hex(40)),
  near('Nightfall', 'API key', ['nightfall'], 'nf-[A-Za-z0-9]{32}'),
  near('Nimble', 'API key', ['nimble'], alnum(30)),
  near('Noticeable', 'API key', ['noticeable'], alnum(20)),
  near('Nozbe Teams', 'API key', ['nozbe'], '[A-Za-z0-9]{16}_[A-Za-z0-9=_-]{64}'),
  near('npm', 'legacy access token', ['npm_token', 'npm token', '_authtoken'], UUID, {
    id: 'npm-legacy-access-token',
    severity: 'critical',
    opens: 'publishes packages',
    revoke: 'https://www.npmjs.com/settings/~/tokens',
  }),
  near('NuGet', 'API key', ['nuget'], alnum(46), {
    id: 'nuget-unprefixed-api-key',
    severity: 'critical',
    opens: 'publishes packages',
    revoke: 'https://www.nuget.org/account/apikeys',
  }),
  near('Numverify', 'API key', ['numverify'], alnum(32)),
  near('Nylas', 'API key', ['nylas'], alnum(30)),
  near('Oanda', 'API key', ['oanda'], alnum(24)),
  near('Okta', 'access token', ['okta', 'ssws'], '00[A-Za-z0-9=_-]{40}', {
    severity: 'critical',
    opens: 'manages the company’s logins',
  }),
  near('Ollama', 'API key', ['ollama'], '[0-9A-Fa-f]{32}\\.[A-Za-z0-9_-]{24}'),
  near('Omnisend', 'API key', ['omnisend'], '[A-Za-z0-9-]{75}'),
  near('OneSignal', 'API key', ['one signal'], UUID, { id: 'onesignal-unprefixed-api-key' }),
  near('Onfleet', 'API key', ['onfleet'], alnum(32)),
  near('OOPSpam', 'API key', ['oopspam'], alnum(40)),
  near('OpenCageData', 'API key', ['open cage data'], alnum(32)),
  near('OpenUV', 'API key', ['openuv'], alnum(32)),
  near('OpenWeather', 'API key', ['open weather map', 'openweather', 'pyowm', 'owm'], '(?:[A-Za-z0-9]{32})', {
    revoke: 'https://home.openweathermap.org/api_keys',
  }),
  near('Opsgenie', 'API key', ['ops genie'], UUID),
  near('Optimizely', 'API key', ['optimizely'], '[A-Za-z0-9:-]{54}'),
  near('Overloop', 'API key', ['overloop'], word(50)),
  near('OVHcloud', 'consumer key', ['ovh'], '[A-Za-z0-9-]{32}', {
    severity: 'critical',
    opens: 'opens the cloud account',
    revoke: 'https://www.ovh.com/auth/api/',
  }),
  near('Owlbot', 'API key', ['owlbot'], alnum(40)),
];
