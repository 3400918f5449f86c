import type { Format } from './format.ts';
import { alnum, hex, near, UUID, word } from './near-row.ts';

const names = { severity: 'low', opens: 'names the application' } as const;

/**
 * Identifiers and half-secrets that stand under a name that ends in an id (`PLIVO_AUTH_ID=`): names of which everything
 * else that is known by a word is passed over. `structures/named-id.ts` reads them.
 */
export const NEAR_IDS: readonly Format[] = [
  near('Plivo', 'auth id', ['plivo'], '[MS]A[A-Z0-9]{18}', {
    opens: 'half of a Plivo login',
    revoke: 'https://console.plivo.com/dashboard/',
  }),
  near('Sumo Logic', 'access id', ['sumologic', 'sumo logic', 'sumo'], 'su[A-Za-z0-9]{12}', {
    opens: 'half of a Sumo Logic login',
    revoke: 'https://service.sumologic.com/ui/#/preferences',
  }),
  near(
    'Polymarket',
    'wallet address',
    ['polymarket', 'poly address', 'poly funder', 'poly wallet'],
    '0x[0-9A-Fa-f]{40}',
    {
      severity: 'low',
      opens: 'names the wallet',
    },
  ),
  near('Adobe', 'client id', ['adobe'], hex(32), names),
  near('Adobe', 'product id', ['adobe'], alnum(12), names),
  near('Algolia', 'application id', ['algolia'], '[A-Z0-9]{10}', names),
  near('Asana', 'client id', ['asana'], '[0-9]{16}', names),
  near('Auth0', 'client id', ['auth0'], word(32, 60), names),
  near('Bitbucket', 'client id', ['bitbucket'], alnum(30, 40), names),
  near('ClickHouse', 'cloud key id', ['clickhouse'], alnum(20), { opens: 'half of a ClickHouse login' }),
  near('Cloudinary', 'API key', ['cloudinary'], '[0-9]{15}', {
    opens: 'half of a Cloudinary login',
    revoke: 'https://console.cloudinary.com/',
  }),
  near('Code Climate', 'test reporter id', ['cc_test_reporter_id', 'code climate'], hex(64)),
  near('Discord', 'application id', ['discord'], '[0-9]{17,20}', names),
  near('Facebook', 'app id', ['facebook'], '[0-9]{15,16}', names),
  near('GitHub', 'client id', ['github'], '(?:Iv1\\.[0-9a-f]{16}|Ov23[A-Za-z0-9]{16}|[0-9a-f]{20})', names),
  near('LinkedIn', 'client id', ['linkedin', 'linked in'], alnum(12, 14), names),
  near('Looker', 'client id', ['looker'], alnum(20), names),
  near('MessageBird', 'client id', ['message bird'], UUID, names),
  near('PayPal', 'client id', ['paypal'], 'A[A-Za-z0-9_-]{59,79}', names),
  near('Plaid', 'client id', ['plaid'], alnum(24), names),
  near('PlanetScale', 'user name', ['planetscale'], '[a-z0-9]{12,20}', { opens: 'half of a database login' }),
  near('Sendbird', 'application id', ['sendbird'], UUID, names),
];
