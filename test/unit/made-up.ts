/** Values for tests: made up, valid in form, and of no use anywhere. */
import { crc32 } from 'node:zlib';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A GitHub token with its right check characters; another number gives another token. */
export function githubToken(number = 0): string {
  let state = number + 1;
  const body = Array.from({ length: 30 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return BASE62[(state >>> 8) % 62];
  }).join('');
  let check = '';
  for (let rest = crc32(body); check.length < 6; rest = Math.floor(rest / 62))
    check = BASE62[rest % 62] + check;
  return `ghp_${body}${check}`;
}

export const EMAIL = 'maria.lopez@brightparcel.io';
export const CARD = '4539 8544 0918 6709';
export const SSN = '518-91-8421';
export const AWS_SECRET = 'iEVq9yAfJBTQl0it3RPMGXllntwtX2SVxyozxE/k';
export const DATABASE_URL = 'postgres://orders:k7Vd-vY8QmdajZ8@db.orders.internal:5432/orders';
