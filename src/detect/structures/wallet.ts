import { base58check } from '../checks/base58.ts';
import { excludedIssued } from '../exclusions/exclusions.ts';
import { FAILED_CHECK } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { before, matchAt, NOTHING, valueAt } from './reading.ts';
import type { Structure } from './structure.ts';

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const EXTENDED = new RegExp(String.raw`[xyztuv]prv${BASE58}{107}(?!${BASE58})`, 'y');

/** Extended private keys of a wallet (`xprv…`), which derive all its keys. */
export const extendedKey: Structure = {
  id: 'extended-private-key',
  literals: ['xprv', 'yprv', 'zprv', 'tprv', 'uprv', 'vprv'],
  findAt(text, at, onPassed) {
    if (/[A-Za-z0-9]/.test(text[at - 1] ?? '')) return NOTHING;
    const key = matchAt(EXTENDED, text, at)?.[0];
    if (key === undefined) return NOTHING;
    const why = base58check(key) === 'refuted' ? FAILED_CHECK : undefined;
    return unlessExcluded(why, 'wallet-key', { start: at, end: at + key.length }, 'check', onPassed);
  },
};

const GAP = String.raw`[^A-Za-z0-9\r\n]{1,12}(?:(?:is|hex|wif|key|const|let|string|bytes32|uint256|default|value)[^A-Za-z0-9\r\n]{1,8}){0,2}`;
const WIF = new RegExp(String.raw`(${GAP})([5KL]${BASE58}{50,51})(?!${BASE58})`, 'y');
const HEX = new RegExp(String.raw`(${GAP})((?:0x)?[0-9a-fA-F]{64})(?![0-9a-zA-Z])`, 'y');
const NAME =
  /(?:private|priv|secret|deployer|signer|wallet|wif|owner|minter|relayer|operator|account|eth|ethereum|bitcoin|btc)[ _-]{0,2}(?:priv(?:ate)?)?[ _-]{0,2}(?:key|wif|pk)?(?:[ _-]?(?:wif|hex|base58)|_\d{1,2}(?!\w))?/iy;

/** Private keys of Bitcoin (WIF) and Ethereum (64 hex digits) behind a word that says so. */
export const walletKey: Structure = {
  id: 'wallet-private-key',
  literals: [
    'private_key',
    'privatekey',
    'private key',
    'private-key',
    'priv_key',
    'privkey',
    'secret_key',
    'secretkey',
    'secret key',
    'deployer_key',
    'signer_key',
    'wallet_key',
    'wallet_pk',
    'owner_key',
    'wif',
  ],
  findAt(text, at, onPassed) {
    const name = matchAt(NAME, text, at)?.[0];
    if (name === undefined) return NOTHING;
    const next = at + name.length;
    const wif = valueAt(WIF, text, next);
    if (wif) {
      const why = base58check(wif.value) === 'verified' ? undefined : FAILED_CHECK;
      return unlessExcluded(why, 'wallet-key', wif, 'check', onPassed);
    }
    const key = valueAt(HEX, text, next);
    if (!key) return NOTHING;
    // Bare digits may be a digest; with the prefix they are what every Ethereum library takes.
    if (!key.value.startsWith('0x') && !/eth|wallet|deployer|signer|priv/i.test(before(text, next, 40)))
      return NOTHING;
    return unlessExcluded(excludedIssued(key.value), 'wallet-key', key, 'context', onPassed);
  },
};
