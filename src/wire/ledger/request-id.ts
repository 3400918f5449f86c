import type { OutgoingRequest } from '../gate.ts';

/** Headers by which a host names the request it answered, for its support; the host's own before those of what stands before it. */
const NAMES = [
  // OpenAI, Azure OpenAI, Groq, Mistral, Fireworks, Hugging Face and most who follow them.
  'x-request-id',
  // Anthropic.
  'request-id',
  // Azure's API management.
  'apim-request-id',
  // NVIDIA Cloud Functions.
  'nvcf-reqid',
  'x-generation-id',
  'x-vercel-id',
  'x-amzn-requestid',
  // Cloudflare, which stands before many.
  'cf-ray',
] as const;

/** A host writes what it likes: only what can be nothing but an id is taken. */
const ID = /^[A-Za-z0-9][A-Za-z0-9:._-]{5,99}$/;

/**
 * The id by which the host knows a request, or undefined. One that is a part of what was sent, such as the key, or
 * that holds one, is an echo and not taken.
 * @param isKept whether a text holds a value that was redacted, in any encoding.
 */
export function requestIdOf(
  headers: Headers,
  request: OutgoingRequest,
  isKept: (text: string) => boolean,
): string | undefined {
  return NAMES.map((name) => headers.get(name)).find(
    (id): id is string => id !== null && ID.test(id) && !isEcho(id, request) && !isKept(id),
  );
}

/** Words of a header that are too short to be told from a part of an id by chance are no key. */
const SHORTEST_KEY = 6;

function isEcho(id: string, { body, headers }: OutgoingRequest): boolean {
  if (body.text.includes(id)) return true;
  return Object.values(headers)
    .flatMap((value) => [value, ...value.split(/[\s,;]{1,8}/)])
    .some((part) => part.length >= SHORTEST_KEY && (part.includes(id) || id.includes(part)));
}
