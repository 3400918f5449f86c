import { base58check } from '../checks/base58.ts';
import { bech32Prefix, bech32Remainder } from '../checks/bech32.ts';
import type { RuleDefinition } from '../rule.ts';
import type { Structure } from '../structures/structure.ts';
import { type NumberFormat, wallet } from './format.ts';
import { keccak256 } from './keccak.ts';
import { isWordly } from './masks.ts';

const BASE58 = '[1-9A-HJ-NP-Za-km-z]';
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Whether an Ethereum address in mixed case has its letters where EIP-55 puts them. */
export function passesEip55(digits: string): boolean {
  const hash = keccak256(digits.toLowerCase());
  for (let at = 0; at < digits.length; at++) {
    const nibble = ((hash[at >> 1] ?? 0) >> (at % 2 === 0 ? 4 : 0)) & 15;
    const code = digits.charCodeAt(at);
    if (code > 64 && code < 97 !== nibble > 7) return false;
  }
  return true;
}

/** Ripple's addresses are Base58Check over digits in another order. */
function isRipple(written: string): boolean {
  const turned = Array.from(written, (sign) => BITCOIN.charAt(RIPPLE.indexOf(sign))).join('');
  return turned.length === written.length && base58check(turned) === 'verified';
}

/** Addresses of wallets, where a word says whose chain they are of. */
export const WALLETS: readonly NumberFormat[] = [
  wallet({
    id: 'bitcoin-address', name: 'Bitcoin address',
    shape: `[13LMD]${BASE58}{25,34}|(?:bc1|ltc1)[a-z0-9]{25,87}`, check: (_, written) => isBitcoin(written),
    near: ['bitcoin', 'btc', 'btc address', 'litecoin', 'ltc', 'dogecoin', 'doge'],
  }),
  wallet({
    id: 'ethereum-address', name: 'Ethereum address',
    shape: '0x[0-9a-fA-F]{40}(?![0-9a-fA-F])',
    near: ['ethereum', 'eth', 'eth address', 'ether address', 'wallet', 'wallet address', 'metamask', 'usdt', 'usdc', 'erc20', 'erc-20', 'recipient', 'payout address', 'evm address', 'donate', 'donation'],
  }),
  wallet({
    id: 'ripple-address', name: 'XRP address',
    shape: `r${BASE58}{24,34}`, check: (_, written) => isRipple(written), near: ['xrp', 'ripple', 'xrpl', 'wallet', 'wallet address'],
  }),
  wallet({
    id: 'solana-address', name: 'Solana address',
    shape: `${BASE58}{43,44}`, near: ['solana', 'sol', 'sol address', 'phantom', 'sol wallet', 'wallet address', 'solana address', 'solana wallet'],
  }),
  wallet({
    id: 'tron-address', name: 'Tron address',
    shape: `T${BASE58}{33}`, check: (_, written) => base58check(written) === 'verified', near: ['tron', 'trx', 'trc20', 'trc-20', 'usdt', 'wallet'],
  }),
]; // prettier-ignore

const SEGWIT = /(?:bc|ltc)1[qp][02-9ac-hj-np-z]{25,86}(?![A-Za-z0-9])/iy;
const SEGWIT_DIGITS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** The remainders of Bech32 and of Bech32m (BIP 350). */
const SUMS = [1, 0x2bc830a3];

function isSegwit(written: string): boolean {
  const lower = written.toLowerCase();
  if (written !== lower && written !== written.toUpperCase()) return false;
  const one = lower.indexOf('1');
  const data = Array.from(lower.slice(one + 1), (sign) => SEGWIT_DIGITS.indexOf(sign));
  return (
    !data.includes(-1) && SUMS.includes(bech32Remainder([...bech32Prefix(lower.slice(0, one)), ...data]))
  );
}

function isBitcoin(written: string): boolean {
  return /^(?:bc1|ltc1)/i.test(written) ? isSegwit(written) : base58check(written) === 'verified';
}

/** Bitcoin and Litecoin addresses in Bech32. */
export const segwitAddress: Structure = {
  id: 'segwit-address',
  literals: ['bc1', 'ltc1'],
  findAt(text, at) {
    if (isWordly(text.charCodeAt(at - 1))) return [];
    SEGWIT.lastIndex = at;
    const written = SEGWIT.exec(text)?.[0];
    if (written === undefined || !isSegwit(written)) return [];
    return [{ kind: 'bitcoin-address', start: at, end: at + written.length, evidence: 'check' }];
  },
};

/** The shortest and the longest address that is looked for. */
const SHORTEST = 26;
const LONGEST = 42;
const LEGACY = new RegExp(`^[13LMD]${BASE58}{25,34}$`);
/** What an address begins with. */
const FIRST = new Set([...'013LMD'].map((sign) => sign.charCodeAt(0)));
const MIXED_HEX = /^0x(?=[0-9a-f]{0,40}[A-F])(?=[0-9A-F]{0,40}[a-f])[0-9a-fA-F]{40}$/;

/** Addresses that check digits tell without a word: Bitcoin's and Litecoin's in Base58Check, Ethereum's in mixed case. */
export const walletAddress: RuleDefinition = {
  id: 'wallet-address',
  kinds: ['bitcoin-address', 'ethereum-address'],
  *find(content, { longWords }) {
    /** The last that was none: text that repeats one is not computed anew. */
    let wrong = '';
    for (let i = 0; i < longWords.length; i++) {
      const [start, end] = [longWords.first(i), longWords.second(i)];
      if (!mayBeAddress(content, start, end)) continue;
      const written = content.slice(start, end);
      if (written === wrong) continue;
      const kind = kindOfAddress(written);
      if (kind === undefined) wrong = written;
      else yield { kind, start, end, evidence: 'check' };
    }
  },
};

function mayBeAddress(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST || end - start > LONGEST || !FIRST.has(text.charCodeAt(start))) return false;
  return !'_+'.includes(text.charAt(start - 1) || ' ') && !'_+/='.includes(text.charAt(end) || ' ');
}

function kindOfAddress(written: string): string | undefined {
  if (MIXED_HEX.test(written)) return passesEip55(written.slice(2)) ? 'ethereum-address' : undefined;
  return LEGACY.test(written) && /\d/.test(written) && base58check(written) === 'verified'
    ? 'bitcoin-address'
    : undefined;
}
