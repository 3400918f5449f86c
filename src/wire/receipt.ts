import type { FindingClass } from '../detect/finding.ts';
import type { FactRow } from '../policy/facts-in-force.ts';
import type { HeldByTerms } from '../policy/held.ts';
import type { BodyMac } from './body-macs.ts';
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

/** Writes the receipt of a request, with the HMAC of its body. */
export function writeReceipt(request: OutgoingRequest, about: About, { size, mac }: BodyMac): Receipt {
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

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
