import type { AnswerEvent } from '../../../../src/wire/answer-event.ts';
import { type ClearedRequest, seal, type Target } from '../../../../src/wire/cleared.ts';
import { createFingerprint } from '../../../../src/wire/fingerprint.ts';
import type { WireFormat } from '../../../../src/wire/format.ts';
import type { ToolDefinition, WireMessage } from '../../../../src/wire/message.ts';

/** What is asked; a single word from the user where it is left out. */
export interface Asked {
  readonly model?: string;
  readonly messages?: readonly WireMessage[];
  readonly tools?: readonly ToolDefinition[];
  readonly mustCall?: boolean;
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** A request that the airlock would have let go as it is, with its pictures. */
export async function clearedFor(
  format: WireFormat,
  baseUrl: string,
  {
    model = 'some-model',
    messages = [{ role: 'user', content: 'hello' }],
    tools = [],
    mustCall = false,
    fields = {},
  }: Asked = {},
  target: Partial<Target> = {},
): Promise<ClearedRequest> {
  const fingerprint = createFingerprint();
  const images = messages.flatMap((message) => (message.role === 'user' ? (message.images ?? []) : []));
  return seal({
    target: { baseUrl, model, format, ...target },
    messages,
    tools,
    mustCall,
    fields,
    permits: {
      fingerprint,
      letThrough: new Set(),
      pictures: new Set(await Promise.all(images.map(({ base64 }) => fingerprint(base64)))),
      isStandIn: () => false,
      holdsVaultValue: () => false,
      holdPackedVaultValue: () => Promise.resolve(false),
    },
  });
}

/** What came back: events, with pieces of the same kind that follow each other as one. */
export async function collect(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const all: AnswerEvent[] = [];
  for await (const event of events) {
    const last = all.at(-1);
    if (
      last !== undefined &&
      'text' in last &&
      'text' in event &&
      JSON.stringify({ ...last, text: '' }) === JSON.stringify({ ...event, text: '' })
    )
      all[all.length - 1] = { ...last, text: last.text + event.text };
    else all.push(event);
  }
  return all;
}
