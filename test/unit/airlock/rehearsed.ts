import {
  type Airlock,
  type Conversation,
  createAirlock,
  type Demands,
  type Left,
  type OutgoingMessage,
  type Way,
} from '../../../src/airlock.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import type { Route } from '../../../src/wire/route.ts';
import { catalogue, catalogued, plainScan } from './opened.ts';
import { freshReceiptKey } from '../../../src/host/receipt-key.ts';

export const CHAT = catalogued('dry-run:openai/gpt-5');
/** Takes the arguments of a call as an object, so that the texts in them leave decoded. */
export const ANTHROPIC = catalogued('dry-run:anthropic/claude-sonnet-4-5');

const scan = rememberScans(plainScan);

/** An airlock of one style of stand-ins that can only rehearse. */
export function openIn(style: Style = 'placeholder', demands?: Demands): Airlock {
  return createAirlock({
    scan,
    catalogue,
    transport: () => Promise.reject(new Error('nothing is sent here')),
    styleOf: () => style,
    ...(demands && { demands: () => demands }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: freshReceiptKey,
  });
}

/** A message of somebody. */
export function says(
  role: 'system' | 'user' | 'assistant',
  text: string,
  more: Partial<OutgoingMessage> = {},
): OutgoingMessage {
  return { role, text, ...more };
}

export function attached(text: string): OutgoingMessage {
  return says('user', text, { part: { type: 'attachment' } });
}

/** A tool that the model may call. */
export function tool(definition: object): OutgoingMessage {
  return says('system', JSON.stringify(definition), { part: { type: 'tool', name: 'create_file' } });
}

/** A conversation in which a tool was called with some arguments, which are the second text: JSON, or what it is made of. */
export function called(args: string | object): OutgoingMessage[] {
  const text = typeof args === 'string' ? args : JSON.stringify(args);
  return [
    says('user', 'x'),
    { role: 'assistant', text, part: { type: 'tool-call', id: 'call_1', name: 'create_file' } },
    { role: 'tool', text: 'ok', part: { type: 'tool-result', callId: 'call_1' } },
    says('user', 'go'),
  ];
}

/** Reviews, clears and rehearses it: the texts as they leave, and the body. Throws what any of it throws. */
export async function rehearsed(
  airlock: Airlock,
  conversation: Conversation,
  messages: readonly OutgoingMessage[],
  { route = CHAT, way = 'redacted', left }: { route?: Route; way?: Way; left?: Left } = {},
): Promise<{ readonly texts: readonly string[]; readonly body: string }> {
  const cleared = await airlock.clear(await airlock.review(conversation, route, messages), way, left);
  let body = '';
  for await (const event of airlock.send(cleared, { key: undefined, signal: new AbortController().signal }))
    if (event.type === 'rehearsed') body = event.request.body.text;
  return { texts: cleared.texts.map(({ text }) => text), body };
}
