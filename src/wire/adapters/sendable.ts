import type { AdapterRequest } from '../adapter.ts';
import { WireFault } from '../fault.ts';

/**
 * What OpenAI and Anthropic take as the name of a tool
 * (https://platform.openai.com/docs/api-reference/chat/create, https://docs.anthropic.com/en/api/messages; OpenAI stops
 * at 64 characters and says so itself).
 */
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,128}$/;
const MEDIA_TYPE = /^image\/[a-z0-9][a-z0-9.+-]{0,40}$/;
const NO_BASE64 = /[^A-Za-z0-9+/=]/;

/**
 * Checks what would go into a part of the request that is more than text: names of tools and pictures.
 * @param pictures the media types the format takes; any where it names none.
 * @throws WireFault `unsendable`; nothing was sent.
 */
export function assertSendable({ messages, tools }: AdapterRequest, pictures?: ReadonlySet<string>): void {
  const names = [
    ...tools,
    ...messages.flatMap((message) => (message.role === 'assistant' ? (message.toolCalls ?? []) : [])),
  ].map(({ name }) => name);
  const images = messages.flatMap((message) => (message.role === 'user' ? (message.images ?? []) : []));
  const fine =
    names.every((name) => TOOL_NAME.test(name)) &&
    images.every(
      ({ mediaType, base64 }) =>
        MEDIA_TYPE.test(mediaType) &&
        (pictures === undefined || pictures.has(mediaType)) &&
        base64 !== '' &&
        !NO_BASE64.test(base64),
    );
  if (!fine) throw new WireFault('unsendable', 'no');
}
