import { LONGEST_GLOB } from '../decide/paths/glob.ts';
import { MOST_PATH_RULES, type PathProblem } from '../decide/paths/path-rule.ts';
import type { Translate } from './translate.ts';

/** What is wrong with a rule about paths, and what to write instead. */
export function pathProblemText(problem: PathProblem, t: Translate): string {
  switch (problem) {
    case 'empty':
      return t('A path rule needs a path: write one, such as "secrets/**".');
    case 'too-long':
      return t('A path can have {0} characters: write a shorter one.', LONGEST_GLOB);
    case 'unclosed-brace':
      return t('A brace is not closed: write {a,b}, or \\{ for the sign itself.');
    case 'unclosed-set':
      return t('A set is not closed: write [a-z], or \\[ for the sign itself.');
    case 'unclosed-group':
      return t('A group is not closed: write @(a|b), or {a,b}.');
    case 'bad-set':
      return t('There is no such set of characters: write one such as [a-z] or [!0-9].');
    case 'repeated-group':
      return t('+(…) and *(…) are not understood: write *, or the alternatives in braces, {a,b}.');
    case 'negated-group':
      return t(
        '!(…) is not understood: write a rule for all, and behind it one with ! for what is allowed again.',
      );
    case 'too-many-alternatives':
      return t('The braces make too many alternatives: write several rules.');
    case 'not-a-list':
      return t('Path rules are a list: write ["secrets/**"].');
    case 'too-many':
      return t('There can be {0} path rules: write fewer, with ** for whole folders.', MOST_PATH_RULES);
    case 'not-a-rule':
      return t(
        'This is no path rule: write "secrets/**" to deny, "!secrets/README.md" to allow again, or an object with "path" and "rule".',
      );
    case 'unknown-field':
      return t('A path rule has no such field: write "path", and "rule" or "destinations".');
    case 'no-effect':
      return t('This says nothing of what happens to the files: write "rule": "deny", "redact" or "local".');
    case 'two-effects':
      return t('A path rule has either "rule" or "destinations": remove one of them.');
    case 'not-destinations':
      return t('Destinations are a list of texts: write ["ollama/*"].');
    case 'exception-with-effect':
      return t('A path with ! allows again and does nothing else: write it as a text, "!secrets/README.md".');
  }
}
