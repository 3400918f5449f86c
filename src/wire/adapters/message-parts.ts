import type { WireImage, WireMessage } from '../message.ts';

/** A picture in the request itself. An address would have the host fetch it, past everything that was looked at here. */
export function dataUrlOf({ mediaType, base64 }: WireImage): string {
  return `data:${mediaType};base64,${base64}`;
}

/** All that the system says, in its order; undefined where it says nothing. */
export function systemTextOf(messages: readonly WireMessage[]): string | undefined {
  const texts = messages.flatMap(({ role, content }) =>
    role === 'system' && content !== '' ? [content] : [],
  );
  return texts.length > 0 ? texts.join('\n\n') : undefined;
}
