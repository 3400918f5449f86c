import type { JsonProblem, JsonSlip } from '../policy/tolerant-json.ts';
import type { Translate } from './translate.ts';

/** Why a text is no JSON, and what to write instead. */
export function jsonProblemText(problem: JsonProblem | JsonSlip['problem'], t: Translate): string {
  switch (problem) {
    case 'empty':
      return t('The file is empty: write {}, or remove it.');
    case 'needs-value':
      return t(
        'A value is needed here: a text in double quotes, a number, true, false, a list or an object.',
      );
    case 'needs-name':
      return t('A name in double quotes is needed here.');
    case 'needs-colon':
      return t('A colon is needed here, between the name and its value.');
    case 'needs-comma':
      return t('A comma is needed here, or the bracket that closes.');
    case 'needs-end':
      return t('The file has to end here: remove what follows.');
    case 'unclosed-text':
      return t(
        'This text does not end, or has a character in it that JSON writes as \\n, \\t, \\\\ or \\u….',
      );
    case 'unclosed-comment':
      return t('This comment does not end; JSON has none: remove it.');
    case 'not-unicode':
      return t('Half of a character stands here: write it anew.');
    case 'too-deep':
      return t('This is nested too deeply: nothing in such a file is.');
    case 'comment':
      return t('JSON has no comments: remove this one.');
    case 'trailing-comma':
      return t('No value follows this comma: remove it.');
    case 'twice':
      return t('This name is there twice in the same object: remove one of them.');
  }
}
