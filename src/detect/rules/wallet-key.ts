import { base58check } from '../checks/base58.ts';
import { nkeyCrc16 } from '../checks/checksummed.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

/** The shortest and the longest key that is looked for, in UTF-16 code units. */
const SHORTEST = 51;
const LONGEST = 58;

/**
 * Keys of wallets and message brokers that their check tells without a word: Bitcoin's in wallet import format
 * (Base58Check), seeds of Stellar and NATS (base32 with CRC16).
 */
export const walletKey: RuleDefinition = {
  id: 'wallet-key',
  kinds: ['wallet-key'],
  *find(content, { longWords }) {
    for (let i = 0; i < longWords.length; i++) {
      const hit = keyIn(content, longWords.first(i), longWords.second(i));
      if (hit) yield hit;
    }
  },
};

function keyIn(text: string, start: number, end: number): RuleHit | undefined {
  if (end - start < SHORTEST || end - start > LONGEST || !'5KLS'.includes(text.charAt(start)))
    return undefined;
  if (/[_+/=-]/.test(text.charAt(start - 1)) || /[_+/=-]/.test(text.charAt(end))) return undefined;
  return isKey(text.slice(start, end)) ? { kind: 'wallet-key', start, end, evidence: 'check' } : undefined;
}

function isKey(key: string): boolean {
  if (key.length === 51 || key.length === 52) return /^[5KL]/.test(key) && base58check(key) === 'verified';
  if (key.length === 56) return /^S[A-Z2-7]{55}$/.test(key) && nkeyCrc16(key) === 'verified';
  return key.length === 58 && /^S[NACOUX][A-Z2-7]{56}$/.test(key) && nkeyCrc16(key) === 'verified';
}
