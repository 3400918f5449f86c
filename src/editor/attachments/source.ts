/** What can be attached to a prompt: it is named, and can be read again at any time. */
import type { FileName, FilePart } from '../../decide/files.ts';
import type { WireImage } from '../../wire/message.ts';

/** Why something is not in what goes. */
export type Why =
  /** A path rule of the user's keeps it on this machine. */
  | 'denied'
  /** It was there and is not any more. */
  | 'gone'
  | 'too-large'
  /** Neither text nor a picture that hosts take. */
  | 'binary'
  | 'empty'
  /** Left out by `files.exclude`, `search.exclude` or a `.gitignore`. */
  | 'excluded'
  /** A link that leads out of the folder. */
  | 'outside'
  /** More than is taken at once, by count or by size. */
  | 'too-many'
  /** It cannot be read: no permission, no connection. */
  | 'unreadable'
  /** There is no Git repository, or no Git. */
  | 'no-git'
  /** Nobody could look through it, so nothing of it goes. */
  | 'unscanned';

/** What is not in what goes, and why. */
export interface LeftOut {
  readonly why: Why;
  /** How many files. */
  readonly count: number;
  /** One of them, as people read it. */
  readonly name?: string;
  /** The glob of the rule that denies it. */
  readonly glob?: string;
}

/** A text or a picture that goes, with the file it came from. */
export type Piece = {
  /** As people and models read it: the path in the workspace where it has one. */
  readonly name: string;
  readonly file?: FileName;
} & (
  | {
      readonly text: string;
      readonly language?: string;
      /** Which line of its file the first one is, from 1. */
      readonly firstLine?: number;
      /** What of it a text says is from files of which a rule says something. */
      readonly quotes?: readonly FilePart[];
    }
  | { readonly image: WireImage }
);

/** What a source holds at the moment. */
export interface Content {
  readonly pieces: readonly Piece[];
  readonly leftOut: readonly LeftOut[];
  /** What else is to be said of it: a link that leads out of the workspace. */
  readonly remark?: 'link-outside';
}

/** What a source is read with. */
export interface Reading {
  /** The glob of the rule that denies a file where this prompt would go: it is not even read. */
  readonly deniedBy: (file: FileName) => string | undefined;
  /** Whether a rule about paths says anything of a file. */
  readonly isRuled: (file: FileName) => boolean;
  readonly signal: AbortSignal;
  /** How many files have been read so far. */
  readonly progress: (files: number) => void;
}

/** What kind of thing a source is, in the words of `ways.ts`. */
export type SourceKind =
  'file' | 'folder' | 'selection' | 'editor' | 'problems' | 'terminal' | 'diff' | 'clipboard' | 'image';

/** Something that was attached. */
export interface Source {
  /** Two of the same key are the same attachment. */
  readonly key: string;
  readonly kind: SourceKind;
  /** As people read it. */
  readonly name: string;
  /** Where it is, where it can be opened in the editor: a URI. */
  readonly uri?: string;
  /** Reads what it holds now. Whatever cannot be read is in `leftOut`; it rejects where it was aborted. */
  read(reading: Reading): Promise<Content>;
  /** Lets go of what it follows. */
  dispose?(): void;
}

/** Nothing goes, for one reason. */
export function nothing(why: Why, more: Omit<LeftOut, 'why' | 'count'> = {}): Content {
  return { pieces: [], leftOut: [{ why, count: 1, ...more }] };
}

/** Whether two contents would leave as the same. */
export function isSame(a: Content, b: Content): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, i) => {
      const other = b.pieces[i];
      if (other === undefined || piece.name !== other.name) return false;
      if ('text' in piece) return 'text' in other && piece.text === other.text;
      return 'image' in other && piece.image.base64 === other.image.base64;
    })
  );
}

/** How much of it goes, in bytes. */
export function bytesOf({ pieces }: Content): number {
  return pieces.reduce((sum, piece) => sum + bytesOfPiece(piece), 0);
}

function bytesOfPiece(piece: Piece): number {
  return 'text' in piece ? utf8Length(piece.text) : Math.floor((piece.image.base64.length * 3) / 4);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
