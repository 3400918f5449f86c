/** What rules about paths say, for people. */
import type { AllowedDestinations } from '../decide/decision.ts';
import type { Ruling, RuleSource } from '../decide/paths/verdict.ts';
import type { Translate } from './translate.ts';

/** Where a rule stands: `built in`, `your settings`, `.gitignore, line 3`. */
export function sourceText({ layer, file, line }: RuleSource, t: Translate): string {
  if (layer === 'built-in') return t('built in');
  if (layer === 'user' || file === undefined)
    return layer === 'organisation' ? t('your organisation') : t('your settings');
  return line === undefined ? file : t('{0}, line {1}', file, line);
}

/** What a rule does with the files it is about. */
export function effectText(
  { effect, isTooCostly }: Pick<Ruling, 'effect' | 'isTooCostly'>,
  t: Translate,
): string {
  if (isTooCostly) return t('never leaves, as the rule takes too long to compare with its path');
  switch (effect.does) {
    case 'deny':
      return t('never leaves');
    case 'redact':
      return t('leaves with all that is found in it redacted');
    case 'local':
      return t('goes to destinations on this machine only');
    case 'destinations':
      return effect.destinations.length === 0
        ? t('goes to no destination')
        : t('goes to these destinations only: {0}', effect.destinations.join(', '));
    case 'allow':
      return t('is allowed again');
  }
}

/** That a file stays here by a rule about paths, and which: `.env: never leaves, by `.env` (built in); leave it out.` */
export function keptBackSentence(file: string, ruling: Ruling, t: Translate): string {
  const { glob, source } = ruling;
  return t(
    '{0} {1}, by the path rule `{2}` ({3}); leave it out.',
    file,
    effectText(ruling, t),
    glob,
    sourceText(source, t),
  );
}

/** That findings are redacted since a rule about paths says so of their file. */
export function redactedByPathSentence(
  found: string,
  file: string,
  { glob, source }: Ruling,
  t: Translate,
): string {
  return t(
    '{0} in {1}: the path rule `{2}` ({3}) has it redacted.',
    found,
    file,
    glob,
    sourceText(source, t),
  );
}

/** That a destination is not among those that are allowed. */
export function notAllowedSentence({ globs, source }: AllowedDestinations, t: Translate): string {
  const from = sourceText(source, t);
  return globs.length === 0
    ? t('No destination is allowed here, by {0}.', from)
    : t('It is none of the destinations that are allowed here: {0} ({1}).', globs.join(', '), from);
}
