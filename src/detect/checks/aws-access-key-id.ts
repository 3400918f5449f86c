import { fromBase32 } from './alphabets.ts';
import type { Verdict } from './verdict.ts';

/** Ids made since 2019 begin with a letter from Q on, or a digit, behind the type; older ones name no account. */
const NAMES_AN_ACCOUNT = /^[A-Z0-9]{4}[Q-Z2-7]/;

/** An AWS access key id holds the number of its account, in twelve decimal digits; those of AWS's documentation end in EXAMPLE. */
export function awsAccessKeyId(secret: string): Verdict {
  if (secret.endsWith('EXAMPLE')) return 'refuted';
  const bytes = fromBase32(secret.slice(4));
  if (!bytes || bytes.length < 6 || !NAMES_AN_ACCOUNT.test(secret)) return 'unknown';
  let number = 0;
  for (const byte of bytes.subarray(0, 6)) number = number * 256 + byte;
  // The highest bit says that there is an account, the lowest seven belong to what follows it.
  const account = Math.floor((number % 2 ** 47) / 2 ** 7);
  return account > 0 && account < 1e12 ? 'verified' : 'unknown';
}
