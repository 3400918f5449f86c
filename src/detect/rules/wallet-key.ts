import { base58check } from '../checks/base58.ts';
import { nkeyCrc16 } from '../checks/checksummed.ts';
import type { RuleDefinition, RuleHit } from '../rule.ts';

/** The shortest and the longest key that is looked for, in UTF-16 code units. */
const SHORTEST = 51;
const LONGEST = 58;

/**
 * Keys of wallets and message brokers that their check tells without a word: Bitcoin's in wallet import format
 * (Base58Check), seeds of Stellar and NATS (base32 with CRC16). A step is nearly as long as the shortest of them.
 */
export const walletKey: RuleDefinition = {
  id: 'wallet-key',
  kinds: ['wallet-key'],
  *find(content) {
    for (let at = SHORTEST - 2; at < content.length; at += SHORTEST - 2) {
      if (!isAlphanumeric(content.charCodeAt(at))) continue;
      const hit = keyAround(content, at);
      if (!hit) continue;
      yield hit;
      at = hit.end;
    }
  },
};

function keyAround(text: string, at: number): RuleHit | undefined {
  let start = at;
  while (at - start <= LONGEST && isAlphanumeric(text.charCodeAt(start - 1))) start -= 1;
  if (!'5KLS'.includes(text.charAt(start)) || /[_+/=-]/.test(text.charAt(start - 1))) return undefined;
  let end = at + 1;
  while (end - start <= LONGEST && isAlphanumeric(text.charCodeAt(end))) end += 1;
  const key = text.slice(start, end);
  if (/[_+/=-]/.test(text.charAt(end)) || !isKey(key)) return undefined;
  return { kind: 'wallet-key', start, end, evidence: 'check' };
}

function isKey(key: string): boolean {
  if (key.length === 51 || key.length === 52) return /^[5KL]/.test(key) && base58check(key) === 'verified';
  if (key.length === 56) return /^S[A-Z2-7]{55}$/.test(key) && nkeyCrc16(key) === 'verified';
  return key.length === 58 && /^S[NACOUX][A-Z2-7]{56}$/.test(key) && nkeyCrc16(key) === 'verified';
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
