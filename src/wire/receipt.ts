import type { FindingClass } from '../detect/finding.ts';
import type { FactRow } from '../policy/facts-in-force.ts';
import type { HeldByTerms } from '../policy/held.ts';
import type { OutgoingRequest } from './gate.ts';

/** How many findings of a class were in what left, and what was done with them. */
export interface FindingCount {
  readonly class: FindingClass;
  /** Replaced by stand-ins. */
  readonly redacted: number;
  /** Kinds of value that went as they are. */
  readonly letThrough: number;
}

/** What is known of a request before it is one of bytes. */
export interface About {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As the destination is written, without its model: `openai`, `custom/lab`; a host where it has no name. */
  readonly to: string;
  /** Catalogue id of whose policy was in force; null where nobody's is known. */
  readonly provider: string | null;
  readonly model: string;
  /** Id of the extension that asked for it; left out where the user did, in the panel. */
  readonly by?: string;
  readonly format: string;
  /** How many findings were replaced by stand-ins, and how many were let through. */
  readonly redacted: number;
  readonly letThrough: number;
  readonly findings: readonly FindingCount[];
  /** The policy that was in force, and until when it lets the destination hold what was sent. */
  readonly facts: readonly FactRow[];
  readonly held: HeldByTerms;
}

/** What left: numbers, names and a keyed digest. Never a value, and no text. */
export interface Receipt extends About {
  /** Random, 32 hex digits. */
  readonly id: string;
  readonly host: string;
  /** Path of the API. */
  readonly endpoint: string;
  /** Size of the body in bytes. */
  readonly bytes: number;
  /** HMAC-SHA-256 of the body in hex: a plain hash of a known template would give a short number away. */
  readonly digest: string;
}

/** Signs bodies for their receipts. */
export interface Signer {
  /** Begins to sign what will probably be asked for; the platform does that beside everything else. */
  begin(body: string): void;
  of(body: string): Promise<Mac>;
}

interface Mac {
  /** In bytes. */
  readonly size: number;
  readonly mac: Uint8Array;
}

/** Makes a signer. `key` is an HMAC-SHA-256 key kept in the editor's secret storage. */
export function signerWith(key: CryptoKey): Signer {
  let begun: { readonly body: string; readonly mac: Promise<Mac> } | undefined;
  return {
    begin(body) {
      const mac = macOf(body, key);
      // Where nobody asks for it, nobody needs to know.
      mac.catch(() => undefined);
      begun = { body, mac };
    },
    of(body) {
      const before = begun;
      begun = undefined;
      return before?.body === body ? before.mac : macOf(body, key);
    },
  };
}

/** Writes the receipt of a request. */
export async function writeReceipt(request: OutgoingRequest, about: About, signer: Signer): Promise<Receipt> {
  const { size, mac } = await signer.of(request.body);
  const { host, pathname } = new URL(request.url);
  return {
    ...about,
    id: toHex(crypto.getRandomValues(new Uint8Array(16))),
    host,
    endpoint: pathname,
    bytes: size,
    digest: toHex(mac),
  };
}

/** Room for the bytes of a body, kept for the next one, since to get new memory takes longer than to fill it. */
let room: Uint8Array<ArrayBuffer> | undefined;
const MOST_ROOM = 8 * 1024 * 1024;

/** The HMAC of a text's UTF-8, and how many bytes that is. */
async function macOf(text: string, key: CryptoKey): Promise<Mac> {
  const most = 3 * text.length;
  const bytes = room && room.length >= most ? room : new Uint8Array(most);
  // Nobody else gets it while it is in use.
  room = undefined;
  const { written } = new TextEncoder().encodeInto(text, bytes);
  const used = bytes.subarray(0, written);
  try {
    return { size: written, mac: new Uint8Array(await crypto.subtle.sign('HMAC', key, used)) };
  } finally {
    // Nothing of what left stays.
    used.fill(0);
    if (bytes.length <= MOST_ROOM) room = bytes;
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
