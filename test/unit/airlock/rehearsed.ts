import {
  createAirlock,
  type Airlock,
  type Conversation,
  type Demands,
  type OutgoingMessage,
} from '../../../src/airlock.ts';
import type { Way } from '../../../src/airlock/review.ts';
import { rememberScans } from '../../../src/detect/remember.ts';
import type { Style } from '../../../src/redact/stand-in.ts';
import type { Route } from '../../../src/wire/route.ts';
import { catalogue, catalogued, plainScan } from './opened.ts';

export const CHAT = catalogued('dry-run:openai/gpt-5');
/** Takes the arguments of a call as an object, so that the texts in them leave decoded. */
export const ANTHROPIC = catalogued('dry-run:anthropic/claude-sonnet-4-5');

const scan = rememberScans(plainScan);

/** An airlock that sends nothing. */
export function openInStyle(style: Style = 'placeholder', demands?: Demands): Airlock {
  return createAirlock({
    scan,
    catalogue,
    transport: () => Promise.reject(new Error('nothing is sent here')),
    styleOf: () => style,
    ...(demands && { demands: () => demands }),
    now: () => new Date('2026-11-21T12:00:00Z'),
    receiptKey: () => crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  });
}

export const says = (role: 'user' | 'assistant', text: string): OutgoingMessage => ({ role, text });

export const attached = (text: string): OutgoingMessage => ({
  role: 'user',
  text,
  part: { type: 'attachment' },
});

/** A tool that the model may call. */
export const tool = (definition: object): OutgoingMessage => ({
  role: 'system',
  text: JSON.stringify(definition),
  part: { type: 'tool', name: 'create_file' },
});

/** A turn in which the model called a tool with these arguments, which are the second message. */
export const called = (args: object): readonly OutgoingMessage[] => [
  says('user', 'x'),
  {
    role: 'assistant',
    text: JSON.stringify(args),
    part: { type: 'tool-call', id: 'call_1', name: 'create_file' },
  },
  { role: 'tool', text: 'ok', part: { type: 'tool-result', callId: 'call_1' } },
  says('user', 'go'),
];

/** Reviews, clears and rehearses messages: their texts as they leave, and the body. Throws what any of it throws. */
export async function rehearsed(
  airlock: Airlock,
  conversation: Conversation,
  route: Route,
  messages: readonly OutgoingMessage[],
  way: Way = 'redacted',
): Promise<{ readonly texts: readonly string[]; readonly body: string }> {
  const cleared = await airlock.clear(await airlock.review(conversation, route, messages), way);
  let body = '';
  for await (const event of airlock.send(cleared, { key: undefined, signal: new AbortController().signal })) {
    if (event.type === 'rehearsed') body = event.request.body;
  }
  return { texts: cleared.texts.map(({ text }) => text), body };
}
