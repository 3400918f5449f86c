/**
 * The disguises that are looked through. `base64`, `hex`, `gzip` and `utf-16` are undone as a whole piece; of the others only
 * the characters that a value is made of are part of its finding.
 */
export const LAYERS = [
  'base64',
  'hex',
  'gzip',
  'utf-16',
  'percent',
  'entities',
  'escapes',
  'quoted-printable',
  'invisible',
  'look-alikes',
  'joined',
  'line-starts',
] as const;

export type LayerName = (typeof LAYERS)[number];

/**
 * How many layers deep a text is looked into. A Helm release is base64 of base64 of gzip of JSON with escapes; what is
 * still encoded below that was made to hide something.
 */
export const MAX_DEPTH = 6;

/** All that is undone, of one piece and of the whole text, is at most so many times its size. */
export const MAX_GROWTH = 4;

/** How much more may be undone, in UTF-16 code units; shared by all levels of one text. */
export interface Budget {
  left: number;
}
