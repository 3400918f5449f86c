import { isAscii } from '../detect/layers/base64.ts';
import { isPlainText } from '../detect/layers/plain-text.ts';
import { decodePiece } from './encoded-piece.ts';

/** What is shorter is part of too much else to be looked for by itself, in UTF-16 code units. */
const LEAST = 8;
/** A longer secret is a file of its own. */
const LONGEST = 4_096;

/** An address up to its password, which reaches to the last sign before the host, or before what follows it. */
const UP_TO_PASSWORD = /[A-Za-z][A-Za-z0-9+.-]{1,40}:\/\/[^\s:/?#@]{0,256}:/y;
/** A password among the parameters of an address, or among the parts of a connection string. */
const PARAMETER =
  /(?:^|[?&;])\s{0,4}(?:password|passwd|pwd|accountkey|sharedaccesskey|secret|sslpassword)\s{0,4}=\s{0,4}([^&;\s]{8,256})/gi;
/** A login as a header and a file of Docker have it. */
const LOGIN = /^[^\s:]{1,256}:(\S{8,512})$/;

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;
const HEX = /^(?:[0-9a-f]{2})+$/i;

/**
 * The secrets that stand within one that is redacted as a whole: the password of an address or of a connection string, what base64 or
 * hex stands for, and the password of a login in that. Whoever has it writes it by itself next.
 *
 * @returns those of eight UTF-16 code units and more, each once, without the secret itself.
 */
export function innerSecrets(secret: string): readonly string[] {
  if (secret.length < LEAST || secret.length > LONGEST) return NONE;
  const found = ofAddress(secret);
  if (secret.includes('=')) for (const [, value = ''] of secret.matchAll(PARAMETER)) found.push(value);
  const decoded = decodedText(secret)?.trim();
  if (decoded !== undefined) found.push(...ofDecoded(decoded));
  const isInner = (value: string): boolean => value.length >= LEAST && value !== secret;
  // Most have one at most.
  if (found.length <= 1) return found.every(isInner) ? found : NONE;
  return [...new Set(found.filter(isInner))];
}

/** What base64 or hex stands for, where it is more than words, and the password in it. */
function ofDecoded(text: string): string[] {
  const found = isGiven(text) ? [text] : [];
  const password = LOGIN.exec(text)?.[1];
  if (password !== undefined) found.push(password);
  return [...found, ...ofAddress(text)];
}

/** Whether a text is more than words: a manifest has the names of things in base64 as well. */
function isGiven(text: string): boolean {
  return /\d/.test(text) || (/[A-Z]/.test(text) && /[a-z]/.test(text) && /[^\w\s]/.test(text));
}

const NONE: readonly string[] = [];

/** The password of an address, as it is written and as it is. */
function ofAddress(address: string): string[] {
  if (!address.includes('://')) return [];
  UP_TO_PASSWORD.lastIndex = 0;
  if (!UP_TO_PASSWORD.test(address)) return [];
  const rest = address.slice(UP_TO_PASSWORD.lastIndex);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const sign = authority.includes('@') ? authority.lastIndexOf('@') : rest.lastIndexOf('@');
  if (sign <= 0) return [];
  const password = rest.slice(0, sign);
  if (!password.includes('%')) return [password];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    // No percent of an address: it is what it is.
    return [password];
  }
}

/** What a secret stands for that is base64 or hex of text as a whole. */
function decodedText(secret: string): string | undefined {
  // The first characters tell nearly all keys and tokens from the base64 of text.
  if (isAscii(secret, 0, 4) && BASE64.test(secret)) return textOf(secret, 'base64') ?? inHex(secret);
  return inHex(secret);
}

function inHex(secret: string): string | undefined {
  return HEX.test(secret) ? textOf(secret, 'hex') : undefined;
}

function textOf(secret: string, layer: 'base64' | 'hex'): string | undefined {
  const text = decodePiece(secret, [layer])?.text;
  return text !== undefined && isPlainText(text) ? text : undefined;
}
