/**
 * What the editor hands to a language model, as far as its parts can be told by their shape. The classes of the API are not
 * used for that: some parts come in ones that are not in the stable API, and what is no instance of any must not be overlooked.
 */

/** A part of a message, or of what a tool answered. */
export type IncomingPart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'call'; readonly id: string; readonly name: string; readonly input: unknown }
  | {
      readonly is: 'result';
      readonly callId: string;
      readonly parts: readonly IncomingPart[];
      readonly failed: boolean;
    }
  | { readonly is: 'data'; readonly mediaType: string; readonly bytes: Uint8Array }
  /** What the model thought aloud, or a mark of the editor's for another host; no part of the conversation. */
  | { readonly is: 'aside' }
  /** Of a type that is not known here: nobody could look into it. */
  | { readonly is: 'unknown' };

/** A message of a request. */
export interface IncomingMessage {
  readonly role: 'system' | 'user' | 'assistant';
  /** Who wrote it, where the caller says so. */
  readonly name: string | undefined;
  readonly parts: readonly IncomingPart[];
}

/** A tool that the model may call. */
export interface IncomingTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object | undefined;
}

/** A message as the API has it; the role is a number: 1 is the user's, 2 the model's, and 3 stands for the system's text. */
export interface EditorMessage {
  readonly role: number;
  readonly content: readonly unknown[];
  readonly name?: string | undefined;
}

/** Media types by which callers carry marks between turns; their hosts alone know what to make of them. */
const ASIDES: ReadonlySet<string> = new Set([
  'cache_control',
  'stateful_marker',
  'thinking',
  'context_management',
  'phase_data',
  'usage',
]);

/** Reads a message. A role that is not known counts as the user's, whose text is reviewed like any other. */
export function readMessage({ role, content, name }: EditorMessage): IncomingMessage {
  return {
    role: role === 2 ? 'assistant' : role === 3 ? 'system' : 'user',
    name: typeof name === 'string' && name !== '' ? name : undefined,
    parts: content.map(readPart),
  };
}

function readPart(part: unknown): IncomingPart {
  if (typeof part === 'string') return { is: 'text', text: part };
  if (typeof part !== 'object' || part === null) return { is: 'unknown' };
  const { callId, name, input, content, value, mimeType, data, isError } = { ...part } as Record<
    string,
    unknown
  >;
  if (typeof callId === 'string') {
    if (typeof name === 'string') return { is: 'call', id: callId, name, input };
    const parts = Array.isArray(content) ? content.map(readPart) : [{ is: 'unknown' } as const];
    return { is: 'result', callId, parts, failed: isError === true };
  }
  if (typeof mimeType === 'string' && data instanceof Uint8Array) {
    const mediaType = mimeType.toLowerCase().split(';', 1)[0]?.trim() ?? '';
    return ASIDES.has(mediaType) ? { is: 'aside' } : { is: 'data', mediaType, bytes: data };
  }
  if ('value' in part) {
    // Only a thought has an id or metadata beside its text.
    if ('id' in part || 'metadata' in part) return { is: 'aside' };
    if (typeof value === 'string') return { is: 'text', text: value };
    // A prompt as a tree, such as tools answer with; its JSON holds all of its text.
    if (typeof value === 'object' && value !== null) return { is: 'text', text: JSON.stringify(value) };
  }
  return { is: 'unknown' };
}
