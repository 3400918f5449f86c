import type { Finding } from '../detect/finding.ts';
import { Bodies } from './bodies.ts';
import { BodyMacs } from './body-macs.ts';
import type { KeyHeader, WireFormat } from './format.ts';
import type { ToolDefinition, WireMessage } from './message.ts';
import { WrittenTexts } from './written-texts.ts';

/** Where a cleared request may go, and nowhere else. */
export interface Target {
  /** Scheme, host and path that the endpoint is appended to, without a slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  readonly format: WireFormat;
  /** The header a key goes in, where it is another than that of the format. */
  readonly keyHeader?: KeyHeader;
}

/** What a decision let through, as the gate can check it without keeping a value. */
export interface Permits {
  /** Keyed fingerprints of the values the decision or the user let through. */
  readonly letThrough: ReadonlySet<string>;
  /** Those of the pictures that the decision or the user let through, by their base64. */
  readonly pictures: ReadonlySet<string>;
  /** The keyed fingerprint of a value; the key is the session's and stays in memory. */
  readonly fingerprint: (value: string) => Promise<string>;
  /** Whether what was found in a text is a stand-in that was issued in this conversation, or part of one. */
  readonly isStandIn: (text: string, finding: Finding) => boolean;
  /** Whether a text holds a value of the vault that was not let through, in any encoding. */
  readonly holdsVaultValue: (text: string) => boolean;
  /** The same of what is packed in texts, which takes its time to unpack. */
  readonly holdPackedVaultValue: (texts: readonly string[]) => Promise<boolean>;
}

declare const sealed: unique symbol;

interface RequestFields {
  readonly target: Target;
  readonly messages: readonly WireMessage[];
  /** What the model may call. */
  readonly tools: readonly ToolDefinition[];
  /** Whether it has to call one of them. */
  readonly mustCall?: boolean;
  /** Further fields of the body, on which the policy was resolved. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly permits: Permits;
}

/** A request that `clear()` of the airlock let go. Nothing else can make one, and the wire takes nothing else. */
export interface ClearedRequest extends RequestFields {
  /** What is known of its longer texts from earlier requests of the conversation. */
  readonly texts: WrittenTexts;
  /** Its bodies, most of each of which was in the one before. */
  readonly bodies: Bodies;
  /** Makes the HMACs of those. */
  readonly macs: BodyMacs;
  readonly [sealed]: true;
}

const issued = new WeakSet<object>();

/** What is known of the requests of a conversation. */
export type Known = Pick<ClearedRequest, 'texts' | 'bodies' | 'macs'>;

/** Nothing yet, as for the first request. */
export function nothingKnown(): Known {
  const texts = new WrittenTexts();
  return { texts, bodies: new Bodies(texts), macs: new BodyMacs() };
}

/**
 * Marks a request as cleared. To be called by the airlock's `clear()` alone; a test holds that.
 * @param known what is known of the conversation's requests before.
 */
export function seal(fields: RequestFields, known = nothingKnown()): ClearedRequest {
  const request = Object.freeze({
    ...fields,
    ...known,
    target: Object.freeze({ ...fields.target }),
    messages: Object.freeze([...fields.messages]),
    tools: structuredClone(fields.tools),
    // A copy: whoever has the original cannot change what leaves.
    fields: structuredClone(fields.fields),
  });
  issued.add(request);
  // The brand exists in the types only; at run time it is the membership above.
  return request as RequestFields as ClearedRequest;
}

/** Whether the airlock made this request, whatever its type claims. */
export function isSealed(request: object): boolean {
  return issued.has(request);
}
