import { COMMANDS } from '../ids.ts';

/** The commands an answer may link to. Each only shows something or asks the user; none takes an argument. */
export const LINKED = [
  COMMANDS.showPolicy,
  COMMANDS.chooseDestination,
  COMMANDS.answerAboutAccount,
  COMMANDS.compareProviders,
  COMMANDS.showLedger,
  COMMANDS.copyRedacted,
  COMMANDS.previewRedacted,
] as const;

/** A piece of a line. All text is shown as it is written, whatever is in it. */
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly code: string }
  /** A source of the policy catalogue: the only thing that leads out of the editor. */
  | { readonly cite: string; readonly label: string }
  | { readonly command: (typeof LINKED)[number]; readonly label: string };

export type Line = readonly Piece[];

/** A part of an answer. */
export type Block =
  | { readonly heading: Line }
  | { readonly text: Line }
  | { readonly list: readonly Item[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly Line[])[] } };

/** A line of a list, with what stands under it. */
export interface Item {
  readonly line: Line;
  readonly under?: readonly Line[];
}

/** Pieces one after another with something between. */
export function joined(pieces: readonly Piece[], between: string): Line {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece]));
}
