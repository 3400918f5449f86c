import type { WireImage } from '../message.ts';

/** A picture in the request itself. An address would have the host fetch it, past everything that was looked at here. */
export function dataUrlOf({ mediaType, base64 }: WireImage): string {
  return `data:${mediaType};base64,${base64}`;
}
