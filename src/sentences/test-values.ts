/** What is said of values that a workspace declares to be made up. */
import { LONGEST_TEST_VALUE, SHORTEST_TEST_VALUE } from '../detect/test-values.ts';
import { kindCounted } from './finding.ts';
import type { Translate } from './translate.ts';

/** Why they go: `A GitHub token is declared as a test value by this workspace (.promptairlock.json).` */
export function declaredSentence(kind: string, count: number, file: string, t: Translate): string {
  const found = kindCounted(kind, count, t);
  return count === 1
    ? t('{0} is declared as a test value by this workspace ({1}).', found, file)
    : t('{0} are declared as test values by this workspace ({1}).', found, file);
}

/** The same of one finding, in its line. */
export function declaredText(file: string, t: Translate): string {
  return t('declared as a test value by this workspace ({0})', file);
}

/** Why a value cannot be declared. */
export type NotDeclarable = 'named' | 'opaque' | 'length';

/** Why nothing was declared of what is selected. */
export function refusedTestValue(why: NotDeclarable, t: Translate): string {
  switch (why) {
    case 'named':
      return t(
        'Your own rules name it, or a file of the workspace keeps it secret: such a value cannot be declared.',
      );
    case 'opaque':
      return t('It cannot be looked into, so it cannot be declared.');
    case 'length':
      return t(
        'A value that is declared has {0} characters or more, and {1} at most: a shorter one could be guessed from its hash.',
        SHORTEST_TEST_VALUE,
        LONGEST_TEST_VALUE,
      );
  }
}

/** Why a policy file is as it was. */
export function unchangedPolicySentence(
  why: 'faulty' | 'full' | 'there-already',
  file: string,
  t: Translate,
): string {
  switch (why) {
    case 'faulty':
      return t('{0} has to be mended first; nothing was declared.', file);
    case 'full':
      return t('There is no room for another test value in {0}.', file);
    case 'there-already':
      return t('It is declared as a test value in {0} already.', file);
  }
}
