import { endsInBase62, fromBase32 } from './alphabets.ts';
import { crc16, crc32 } from './crc32.ts';
import type { Verdict } from './verdict.ts';

const rightIf = (right: boolean): Verdict => (right ? 'verified' : 'refuted');

const WITH_CRC32 = /^[a-z]{3}_[A-Za-z0-9]{36}$/i;

/** GitHub's and npm's: 30 characters and their CRC32 in six of base 62. Longer tokens of theirs carry none. */
export function base62Crc32(secret: string): Verdict {
  if (!WITH_CRC32.test(secret)) return 'unknown';
  return rightIf(endsInBase62(secret, crc32(secret, 4, secret.length - 6), 6));
}

/** Grafana's service account tokens: CRC32 of all before the last underscore, lowest byte first, in hex. */
export function grafanaCrc32(secret: string): Verdict {
  const parts = /^(glsa_[A-Za-z0-9]{32})_([0-9a-f]{8})$/i.exec(secret);
  if (!parts) return 'unknown';
  const sum = crc32(parts[1] ?? '');
  const bytes = [0, 8, 16, 24].map((shift) => ((sum >>> shift) & 0xff).toString(16).padStart(2, '0'));
  return rightIf(bytes.join('') === parts[2]?.toLowerCase());
}

/** GitLab's routable tokens: payload, version, length of the payload in base 36, then the CRC32 of all that. */
export function gitlabCrc32(secret: string): Verdict {
  const parts = /^(?<head>[\w-]{1,512}(?:\.[0-9a-z]{2})?\.[0-9a-z]{2})(?<sum>[0-9a-z]{7})$/.exec(
    secret,
  )?.groups;
  if (!parts) return 'unknown';
  // The layout has changed between versions, so a sum that does not fit may belong to a layout not known here.
  return crc32(parts['head'] ?? '')
    .toString(36)
    .padStart(7, '0') === parts['sum']
    ? 'verified'
    : 'unknown';
}

/** Cloudflare's: 40 characters and eight hex digits, a checksum whose input is not published. */
export function cloudflareCrc32(secret: string): Verdict {
  const parts = /^([a-z]{3,4}_)([A-Za-z0-9]{40})([0-9a-f]{8})$/.exec(secret);
  if (!parts) return 'unknown';
  const [, prefix = '', body = '', sum] = parts;
  const fits = [body, prefix + body].some((input) => crc32(input).toString(16).padStart(8, '0') === sum);
  return fits ? 'verified' : 'unknown';
}

/** Seeds of NATS and Stellar: base32 of the key and its CRC16, lowest byte first. */
export function nkeyCrc16(secret: string): Verdict {
  const bytes = fromBase32(secret);
  if (!bytes || bytes.length < 3) return 'unknown';
  const body = bytes.subarray(0, -2);
  const [low = 0, high = 0] = bytes.subarray(-2);
  return rightIf(crc16(body) === ((high << 8) | low));
}
