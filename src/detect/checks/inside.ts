import { fromBase64, toLatin1 } from './alphabets.ts';
import type { Verdict } from './verdict.ts';

/** The token that stands in every introduction to JWT. */
const INTRODUCTION = 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lI';

function decoded(part: string): string {
  const bytes = fromBase64(part);
  return bytes ? toLatin1(bytes) : '';
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A JWT or JWE: a header that decodes to JSON with an algorithm. Without a signature, or the well-known sample, it opens nothing. */
export function jwt(secret: string): Verdict {
  const [header = '', payload = ''] = secret.split('.');
  const alg = jsonObject(decoded(header))?.['alg'];
  if (typeof alg !== 'string') return 'unknown';
  return alg.toLowerCase() === 'none' || payload.startsWith(INTRODUCTION) ? 'refuted' : 'verified';
}

/** A token one of whose pieces is JSON in base64: `ops_eyJ…`, `sntrys_eyJ…_…`, `pk.eyJ….…`. */
export function base64Json(secret: string): Verdict {
  const start = secret.indexOf('eyJ');
  if (start === -1) return 'unknown';
  const piece = /^[A-Za-z0-9+/-]{4,8192}={0,2}/.exec(secret.slice(start))?.[0] ?? '';
  return jsonObject(decoded(piece)) ? 'verified' : 'unknown';
}

/** A macaroon in base64 that names where it is good for: PyPI's and Fly.io's. */
export function macaroon(secret: string): Verdict {
  const body = /^(?:pypi-|fm\d[ar]?_|FlyV1 fm\d[ar]?_)([\w+/-]{20,8192})/.exec(secret)?.[1];
  return body && /pypi\.org|fly\.io/.test(decoded(body)) ? 'verified' : 'unknown';
}

/** A Discord bot token: its first part is the number of the bot's account, in decimal, in base64. */
export function discordBot(secret: string): Verdict {
  return /^\d{17,20}$/.test(decoded(secret.split('.')[0] ?? '')) ? 'verified' : 'refuted';
}
