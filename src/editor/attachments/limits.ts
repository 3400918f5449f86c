/** How much is taken at once. What is more is left out, and that is said. */
export const LIMITS = {
  /** Of one file, in bytes: more than any model reads, and a second's work for the scanner. */
  file: 4 * 1024 * 1024,
  /** Of a picture, in bytes: what the strictest host takes. */
  image: 5 * 1024 * 1024,
  /** Of all files of a folder, in bytes. */
  folder: 2 * 1024 * 1024,
  /** Files of a folder that go. */
  files: 300,
  /** Names in folders that are looked at. */
  entries: 20_000,
  /** Folders within folders. */
  depth: 24,
  /** Problems that are listed. */
  problems: 500,
  /** Names that are looked through for what was typed behind `#`. */
  names: 20_000,
  /** Rows that are offered. */
  rows: 30,
} as const;
