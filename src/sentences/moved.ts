import type { Translate } from './translate.ts';

/** A value that a source reads from a file of variables now. */
export interface Moved {
  /** The file, as people read its path. */
  readonly file: string;
  readonly variable: string;
  /** Whether the file has got the value just now. */
  readonly isNew: boolean;
  /** `theirs`: the user had changed it before, and saving is theirs to do. */
  readonly saved: 'saved' | 'theirs' | 'failed';
}

/** What was done with a value, and what is left to do: a program reads the file from the disk. */
export function movedSentence({ file, variable, isNew, saved }: Moved, t: Translate): string {
  if (!isNew)
    return saved === 'saved'
      ? t('{0} has the value already, as {1}; it is read from there now.', file, variable)
      : t(
          '{0} has the value already, as {1}; it is read from there now. The file has changes that are not saved: save it.',
          file,
          variable,
        );
  switch (saved) {
    case 'saved':
      return t(
        'Moved to {0} as {1}. The program has to be started with the variables of that file.',
        file,
        variable,
      );
    case 'theirs':
      return t(
        'Moved to {0} as {1}. You had changed that file before, so it is not saved yet: save it, and start the program with its variables.',
        file,
        variable,
      );
    case 'failed':
      return t(
        'Moved to {0} as {1}, but the file could not be saved: save it yourself, and start the program with its variables.',
        file,
        variable,
      );
  }
}
