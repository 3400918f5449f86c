import { excludedIssued, excludedPassword } from '../exclusions/exclusions.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { before, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const OTPAUTH = /otpauth(?:-migration)?:\/\/(?:totp|hotp|offline)[/?](?:\\u0026|[^\s"'`<>\\]){1,2048}/iy;

/** The secret behind a one-time password, as its QR code holds it: the whole address, which names the account too. */
export const otpauth: Structure = {
  id: 'otpauth-uri',
  literals: ['otpauth://', 'otpauth-migration://'],
  findAt(text, at, onPassed) {
    const uri = matchAt(OTPAUTH, text, at)?.[0].replace(/[.,;:!?)\]}]+$/, '');
    if (!uri) return NOTHING;
    const secret = /[?&](?:amp;)?secret=([A-Za-z2-7]{10,256})(?:[%=&\\]|$)/i.exec(
      uri.replace(/\\u0026/g, '&'),
    )?.[1];
    const migration = /[?&]data=([A-Za-z0-9%+/=_-]{20,})/.exec(uri)?.[1];
    if (secret === undefined && migration === undefined) return NOTHING;
    const why = secret === undefined ? undefined : excludedPassword(secret.replace(/base32/i, 'base'));
    return unlessExcluded(why, 'totp-secret', { start: at, end: at + uri.length }, 'shape', onPassed);
  },
};

const PART = String.raw`(?:\\u0026|[^\s"'\`<>\\])`;
const TAIL = new RegExp(String.raw`${PART}{1,2048}`, 'y');

/** What stands at a literal of a signature that is worth looking around for the rest. */
const SIGNATURE =
  /(?:x-(?:amz|goog)-signature=[0-9a-f]{64}|sig=[A-Za-z0-9%+/]{40}|signature=[A-Za-z0-9%+/~_-]{20})/iy;
const VENDORS: readonly { readonly signature: RegExp; readonly beside: readonly RegExp[] }[] = [
  { signature: /[?&;]X-Amz-Signature=([0-9a-f]{64})\b/i, beside: [/X-Amz-Credential=/i] },
  { signature: /[?&;]X-Goog-Signature=([0-9a-f]{64,1024})\b/i, beside: [/X-Goog-Credential=/i] },
  {
    signature: /(?:[?&;]|^)sig=([A-Za-z0-9%+/]{40,100}={0,2})/,
    beside: [/(?:^|[?&;])s[ei]=/, /(?:^|[?&;])(?:s[vrp]|skn)=/],
  },
  {
    signature: /[?&;]Signature=([A-Za-z0-9%+/~_-]{20,1024}={0,2})/,
    beside: [/Key-Pair-Id=|AWSAccessKeyId=|GoogleAccessId=|OSSAccessKeyId=/, /Expires=|Policy=/i],
  },
];

/** The unbroken run a stretch ends in. */
function runBefore(stretch: string): string {
  const plain = stretch.replaceAll('\\u0026', '&&&&&&');
  let from = plain.length;
  while (from > 0 && !/[\s"'`<>\\]/.test(plain[from - 1] ?? '')) from--;
  return stretch.slice(from);
}

/** Addresses that carry their own permission: presigned by AWS or Google, signed by CloudFront, Azure's SAS. */
export const signedUrl: Structure = {
  id: 'signed-url',
  literals: ['x-amz-signature=', 'x-goog-signature=', 'sig=', 'signature='],
  findAt(text, at, onPassed) {
    // A parameter begins behind a separator; `sig=` also begins a SAS token.
    if (!/(?:[?&;\s"'`=]|^|\\u0026|-)$/.test(before(text, at, 6))) return NOTHING;
    if (!matchAt(SIGNATURE, text, at)) return NOTHING;
    const lead = runBefore(before(text, at, 1536));
    const tail = matchAt(TAIL, text, at)?.[0] ?? '';
    const run = lead + tail;
    const plain = run.replace(/\\u0026/g, '&').replace(/&amp;/g, '&');
    const vendor = VENDORS.find(
      ({ signature, beside }) => signature.test(plain) && beside.every((other) => other.test(plain)),
    );
    const signature = vendor?.signature.exec(plain)?.[1];
    if (signature === undefined) return NOTHING;
    const scheme = /[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/(?!.*:\/\/)/.exec(run.slice(0, lead.length));
    // Without an address: the token, behind the name it is assigned to.
    const skipped =
      scheme?.index ?? /^.*?(?:^|[=:(])(?=(?:sv|sr|st|se|sp|ss|sig)=|\?)/.exec(run)?.[0].length ?? 0;
    const start = at - lead.length + skipped;
    const piece = { start, end: at + tail.replace(/[.,;:!?)\]}*]+$/, '').length };
    return unlessExcluded(excludedIssued(signature), 'signed-url', piece, 'shape', onPassed);
  },
};
