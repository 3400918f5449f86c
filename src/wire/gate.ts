import type { Finding, Scan } from '../detect/finding.ts';
import { parseAddress } from './address.ts';
import { isUsableKey } from './api-key.ts';
import type { Bodies, ReadBody } from './bodies.ts';
import { type ClearedRequest, isSealed, type Permits } from './cleared.ts';
import { faultOfStatus, WireFault } from './fault.ts';
import { FORMATS } from './format.ts';
import { ownWordsOf } from './own-words.ts';
import { PICTURE_TYPES } from './picture-types.ts';
import { stringsOf } from './strings.ts';
import type { WrittenBody } from './written-body.ts';

/** A request as it is about to leave, to the byte. */
export interface OutgoingRequest {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WrittenBody;
}

/** Sends the bytes; the only thing that does. Rejects with a `WireFault` when it could not. */
export type Transport = (request: OutgoingRequest, signal: AbortSignal | undefined) => Promise<Response>;

/** What a gate needs from outside. */
export interface GateOptions {
  readonly scan: Scan;
  readonly transport: Transport;
  /** Sent as a bearer token to the cleared host; without one no authorization is sent. */
  readonly key: string | undefined;
  /** Called with the request once it has passed, right before it is handed to the transport. */
  readonly onPassed?: (request: OutgoingRequest) => void;
}

/**
 * The `fetch` that every client is given: the last look, at the bytes.
 *
 * It takes a JSON string body and nothing else, scans every string, number and key in it once more that is not the
 * format's own, and lets pass only what was let through by the decision or is a stand-in. It sends its own
 * serialisation, so that a duplicate key hides nothing, with its own headers, to the cleared address only, and follows
 * no redirect.
 *
 * The function it returns rejects with a `WireFault`; one with `sent: 'no'` is thrown before a byte leaves.
 */
export function createGate(
  cleared: ClearedRequest,
  options: GateOptions,
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const request = await lastLook(cleared, options, input, init);
    options.onPassed?.(request);
    const response = await options.transport(request, init?.signal ?? undefined);
    if (!response.ok) {
      // Its text is not shown: an error page may quote the request.
      await response.body?.cancel();
      throw faultOfStatus(response.status, response.headers.get('retry-after'));
    }
    return response;
  };
}

async function lastLook(
  cleared: ClearedRequest,
  { scan, key }: GateOptions,
  input: string | URL | Request,
  init: RequestInit | undefined,
): Promise<OutgoingRequest> {
  if (!isSealed(cleared)) throw new WireFault('not-cleared', 'no');
  if (input instanceof Request || init?.method?.toUpperCase() !== 'POST')
    throw new WireFault('not-json-body', 'no');
  const url = parseAddress(String(input));
  const target = parseAddress(cleared.target.baseUrl);
  const format = FORMATS[cleared.target.format];
  if (url.origin !== target.origin || url.pathname !== target.pathname.replace(/\/$/, '') + format.path) {
    throw new WireFault('other-host', 'no');
  }
  if (key !== undefined && !isUsableKey(key)) throw new WireFault('malformed-key', 'no');
  const keyHeader = cleared.target.keyHeader ?? format.keyHeader;
  const { payload, written } = readBody(stringBody(init.body), cleared.bodies);
  assertAsCleared(payload, { ...cleared.fields, model: cleared.target.model });
  const strings = stringsOf(payload, cleared.texts, ownWordsOf(cleared));
  await assertClean(url.pathname, await withoutPictures(strings, cleared.permits), cleared.permits, scan);
  return {
    url: url.href,
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      'user-agent': 'prompt-airlock',
      ...format.headers,
      ...(key !== undefined && { [keyHeader]: keyHeader === 'authorization' ? `Bearer ${key}` : key }),
    },
    body: written,
  };
}

function stringBody(body: BodyInit | null | undefined): string {
  if (typeof body === 'string') return body;
  throw new WireFault('not-json-body', 'no');
}

function readBody(body: string, bodies: Bodies): ReadBody {
  try {
    return bodies.read(body);
  } catch {
    // Not JSON: refused below.
  }
  throw new WireFault('not-json-body', 'no');
}

/** The policy holds for a request to this model with these fields, so none leaves without them. */
function assertAsCleared(payload: unknown, fields: Readonly<Record<string, unknown>>): void {
  const body = new Map(typeof payload === 'object' && payload !== null ? Object.entries(payload) : []);
  for (const [name, value] of Object.entries(fields)) {
    if (JSON.stringify(body.get(name)) !== JSON.stringify(value)) throw new WireFault('not-cleared', 'no');
  }
}

/** The form of a picture in any format: base64, by itself or as an address, whose type could be text otherwise. */
const PICTURE = new RegExp(`^(?:data:(?:${PICTURE_TYPES.join('|')});base64,)?(?=[A-Za-z0-9+/]+={0,2}$)`);

/** The strings that can be looked into: all but the very pictures that were let through. */
async function withoutPictures(
  strings: readonly string[],
  { pictures, fingerprint }: Permits,
): Promise<string[]> {
  if (pictures.size === 0) return [...strings];
  const others: string[] = [];
  for (const text of strings) {
    const before = PICTURE.exec(text)?.[0];
    if (before === undefined || !pictures.has(await fingerprint(text.slice(before.length))))
      others.push(text);
  }
  return others;
}

/**
 * The address is the cleared one to the character, so nothing of a prompt can be in it, and what a host is called is no
 * leak to that host. But a key that was pasted into its path would stand in the records of every proxy.
 */
async function assertClean(
  path: string,
  texts: readonly string[],
  permits: Permits,
  scan: Scan,
): Promise<void> {
  if (texts.some(permits.holdsVaultValue)) throw new WireFault('vault-value', 'no');
  if (await permits.holdPackedVaultValue(texts)) throw new WireFault('vault-value', 'no');
  const [inPath = [], ...inTexts] = await scanAll([path, ...texts], scan);
  await assertLetThrough(path, inPath.filter(isSecret), permits);
  for (let i = 0; i < texts.length; i++) {
    const found = inTexts[i] ?? [];
    // Of a long conversation most texts have nothing any more, and none of those is waited for.
    if (found.length > 0) await assertLetThrough(texts[i] ?? '', found, permits);
  }
}

async function assertLetThrough(text: string, findings: readonly Finding[], permits: Permits): Promise<void> {
  for (const finding of findings) {
    if (permits.isStandIn(text, finding)) continue;
    const value = text.slice(finding.start, finding.end);
    if (permits.letThrough.has(await permits.fingerprint(value))) continue;
    throw new WireFault('unreviewed-finding', 'no');
  }
}

/** Whether a finding is a secret by its own look, and not since a file of the user's keeps the same. */
function isSecret({ class: className, evidence, covers = [] }: Finding): boolean {
  return (
    (className === 'secret' && evidence !== 'known') || covers.some((covered) => covered.class === 'secret')
  );
}

async function scanAll(texts: readonly string[], scan: Scan): Promise<readonly (readonly Finding[])[]> {
  try {
    const findings = await scan(texts);
    if (findings.length === texts.length) return findings;
  } catch {
    // Whatever it was, what was not looked at does not leave.
  }
  throw new WireFault('scan-failed', 'no');
}
