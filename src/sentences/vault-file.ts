import { inSeries } from './policy-words.ts';
import type { Translate } from './translate.ts';

/** Why a vault file is not used. */
export type VaultFileProblem =
  | 'not-found'
  | 'unreadable'
  | 'unwritable'
  | 'link'
  | 'no-file'
  | 'not-yours'
  | 'open-to-others'
  | 'too-large'
  | 'not-whole'
  | 'newer'
  | 'no-vault'
  | 'in-use'
  | 'changed';

/** Why a vault file is not used, and what to do. */
export function vaultFileSentence(problem: VaultFileProblem, file: string, t: Translate): string {
  switch (problem) {
    case 'not-found':
      return t('There is no vault {0}.', file);
    case 'unreadable':
      return t('The vault {0} cannot be read.', file);
    case 'unwritable':
      return t('The vault {0} cannot be written; nothing was printed.', file);
    case 'link':
      return t('{0} is a link; name the vault itself.', file);
    case 'no-file':
      return t('{0} is no file.', file);
    case 'not-yours':
      return t('The vault {0} belongs to another user.', file);
    case 'open-to-others':
      return t('Others may read or change the vault {0}; take that from them first: chmod 600.', file);
    case 'too-large':
      return t('The vault {0} is too large to be one.', file);
    case 'not-whole':
      return t('The vault {0} is damaged or not whole; it is left as it is.', file);
    case 'newer':
      return t('The vault {0} was written by a newer version of Prompt Airlock.', file);
    case 'no-vault':
      return t('{0} is no vault of Prompt Airlock; it is left as it is.', file);
    case 'in-use':
      return t(
        'Another call is using the vault {0}. If none is, one ended early: delete {1}.',
        file,
        `${file}.lock`,
      );
    case 'changed':
      return t('The vault {0} was changed meanwhile; nothing was printed. Do it again.', file);
  }
}

/** What somebody who keeps a vault in a file has to know. */
export function vaultWarning(file: string, t: Translate): string {
  return t(
    '{0} holds the values in plain text: whoever can read it can undo the redaction. Delete it when you are done.',
    file,
  );
}

/** A text was not restored whole; `printed` says whether it was printed all the same. */
export function leftSentence(left: readonly string[], file: string, printed: boolean, t: Translate): string {
  const named = left.slice(0, MOST_NAMED);
  const names = left.length > named.length ? [...named, t('{0} more', left.length - named.length)] : named;
  const what = t('{0} has no value for {1}.', file, inSeries([...names], t));
  return printed
    ? t('{0} They were printed as they are, since the text is too long to be kept back.', what)
    : t('{0} Nothing was printed.', what);
}

const MOST_NAMED = 20;
