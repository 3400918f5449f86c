import type { Format } from './format.ts';
import { alnum, hex, near, UUID, word } from './near-row.ts';

/** Providers from B on whose credentials are known by the words beside them. */
export const NEAR_B: readonly Format[] = [
  near('Bannerbear', 'API key', ['bannerbear'], '[A-Za-z0-9]{22}tt'),
  near('Baremetrics', 'API key', ['baremetrics'], word(25)),
  near('Beebole', 'API key', ['beebole'], alnum(40)),
  near('Besnappy', 'API key', ['besnappy'], hex(64)),
  near('Besttime', 'API key', ['besttime'], '[A-Za-z0-9_]{36}'),
  near('Betterstack', 'API key', ['betterstack'], alnum(24)),
  near('Bitbar', 'API key', ['bitbar'], alnum(32)),
  near('Bitbucket', 'secret', ['bitbucket'], '[A-Za-z0-9+_-]{44}', {
    severity: 'critical',
    opens: 'reads and writes repositories',
  }),
  near('Bitbucket', 'client secret', ['bitbucket'], '[A-Za-z0-9=_-]{64}', {
    severity: 'critical',
    opens: 'reads and writes repositories',
  }),
  near('BitcoinAverage', 'API key', ['bitcoin average'], alnum(43)),
  near('Bitly', 'access token', ['bitly'], '[A-Za-z0-9-]{40}'),
  near('Bitrise', 'access token', ['bitrise'], word(60, 120)),
  near('Bittrex', 'access key', ['bittrex'], alnum(32), { opens: 'moves money' }),
  near('Blazemeter', 'API key', ['blazemeter', 'runscope'], UUID),
  near('BlitApp', 'API key', ['blit app'], word(39)),
  near('Blocknative', 'API key', ['blocknative'], UUID),
  near('Blogger', 'API key', ['blogger'], '[A-Za-z0-9-]{39}'),
  near('Blynk', 'device access token', ['blynk'], word(32)),
  near('Blynk', 'organization access token', ['blynk'], word(40)),
  near('BombBomb', 'API key', ['bomb bomb'], '[A-Za-z0-9+/=]{88}'),
  near('BoostNote', 'API key', ['boost note'], hex(64)),
  near('Borgbase', 'API key', ['borgbase'], '[A-Za-z0-9./_-]{148,152}'),
  near('Box', 'API access token', ['box'], alnum(32)),
  near('Brandfetch', 'API key', ['brandfetch'], alnum(40)),
  near('Browshot', 'API key', ['browshot'], alnum(28)),
  near('BscScan', 'API key', ['bsc scan'], alnum(34)),
  near('BuddyNS', 'API key', ['buddyns'], alnum(40)),
  near('Budibase', 'API key', ['budibase'], '[0-9A-Fa-f]{32}-[0-9A-Fa-f]{78,80}'),
  near('Bugherd', 'API key', ['bugherd'], alnum(22)),
  near('Bugsnag', 'API key', ['bugsnag'], UUID),
  near('Bulbul', 'API key', ['bulbul'], alnum(32)),
  near('ButterCMS', 'API key', ['butter cms'], alnum(40)),
];
