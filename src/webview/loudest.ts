import type { Tone } from '../protocol/atoms.ts';

/** From loud to quiet. */
export const TONES = ['bad', 'caution', 'unknown', 'info', 'good'] as const satisfies readonly Tone[];

/** How loud several things are together: as the loudest of them; good where there is none. */
export function loudestOf(all: readonly { readonly tone: Tone }[]): Tone {
  return TONES.find((tone) => all.some((one) => one.tone === tone)) ?? 'good';
}
