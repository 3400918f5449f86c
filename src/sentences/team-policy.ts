/** What is wrong with a policy file: each time what, what to write instead, and what holds until then. */
import type { Reading, TeamFault, TeamProblem } from '../decide/team/fault.ts';
import type { Clause } from '../policy/requirements.ts';
import { patternProblem } from './custom.ts';
import { jsonProblemText } from './json-problem.ts';
import { pathProblemText } from './path-problem.ts';
import type { Translate } from './translate.ts';

/** All of it, in sentences; no term and no pattern is in them. */
export function teamFaultText(
  { problem, reading }: Pick<TeamFault, 'problem' | 'reading'>,
  t: Translate,
): string {
  return t('{0} {1}', teamProblemText(problem, t), readingText(reading, t));
}

/** What holds until it is mended. */
export function readingText(reading: Reading, t: Translate): string {
  switch (reading) {
    case 'stops':
      return t('Nothing is sent until that is mended.');
    case 'strictest':
      return t('Until that is mended, the strictest it can mean holds.');
    case 'denied':
      return t('Until that is mended, these files do not leave.');
    case 'all-denied':
      return t('Until that is mended, no file below this folder leaves.');
    case 'stricter':
      return t('Until that is mended, the stricter holds.');
    case 'read-on':
      return t('The rest of the file holds.');
    case 'no-effect':
      return t('This has no effect.');
  }
}

/** What is wrong, and what to write instead. */
export function teamProblemText(problem: TeamProblem, t: Translate): string {
  switch (problem.id) {
    case 'too-large':
      return t('The file is longer than 256 KB: write patterns instead of long lists.');
    case 'not-utf-8':
      return t('The file is not UTF-8: save it with that encoding.');
    case 'unreadable':
      return t('The file is there and cannot be read: give the right to read it, or remove it.');
    case 'not-administrators':
      return t(
        'The file or its folder is not the administrator’s alone: let both belong to the administrator, with nobody else allowed to write to them.',
      );
    case 'not-an-object':
      return t('A policy file is an object: begin it with { and end it with }.');
    case 'unknown-field':
      return t(
        'There is no field {0}: it may be one of terms, domains, internalPatterns, secretPatterns, requirements, paths, kinds, destinations, testValues or settings.',
        problem.field,
      );
    case 'not-a-schema':
      return t('"$schema" is a text: write an address, or remove it.');
    case 'not-a-list':
      return t('The field {0} is a list: write it in square brackets.', problem.field);
    case 'too-many':
      return t('The field {0} can have {1} entries: remove those beyond.', problem.field, problem.most);
    case 'not-a-term':
      return t('A term is a text of 3 to 100 characters, with three letters or digits in it.');
    case 'not-a-domain':
      return t('This is no domain: write one such as "example.com", without https:// and without a path.');
    case 'not-a-pattern':
      return t(
        'A pattern is {"name": "…", "pattern": "…"}, with "severity" if wanted; nothing else, and nothing twice.',
      );
    case 'bad-pattern':
      return patternProblem(problem.name, problem.why, t);
    case 'not-requirements':
      return t('Requirements are an object: write {"training": "never"}, for instance.');
    case 'unknown-clause':
      return t(
        'There is no such requirement: write preset, training, retentionDays, humanReview, regions, passThrough, ownership or sourceAgeDays.',
      );
    case 'wrong-preset':
      return t('There is no such preset: write "client-nda", "health-data" or "open-source".');
    case 'wrong-clause':
      return clauseText(problem.clause, t);
    case 'bad-path':
      return pathProblemText(problem.why, t);
    case 'path-contradiction':
      return t(
        'Line {0} says something else of the same path: remove one of them, or write "!…" between them to allow it again.',
        problem.line,
      );
    case 'not-kinds':
      return t('Kinds are an object: write {"email": "high"}, for instance.');
    case 'not-a-kind':
      return t('There is no kind {0}: the setting promptAirlock.kinds has the same names.', problem.kind);
    case 'not-a-severity':
      return t('A kind has a severity: write "low", "medium", "high" or "critical".');
    case 'not-a-destination':
      return t('This is no destination: write one as in the settings, such as "openai/*".');
    case 'not-test-values':
      return t('Test values are {"salt": "…", "hashes": ["…"]}, and nothing else.');
    case 'not-a-salt':
      return t('A salt is 16 to 64 bytes in base64: write 24 characters of it or more.');
    case 'not-a-hash':
      return t('A hash is the 32 bytes of scrypt in base64: write 44 characters of it.');
    case 'test-values-not-here':
      return t('An organisation declares no test values: move them to the repository they are of.');
    case 'not-settings':
      return t('Settings are an object: write {"promptAirlock.chat.restore": false}, for instance.');
    case 'settings-not-here':
      return t(
        'A repository sets none of the settings: remove this; requirements, paths and kinds are fields of their own.',
      );
    case 'not-lockable':
      return t('{0} is no setting that can be locked: check its name, or remove it.', problem.setting);
    case 'has-own-field':
      return t('{0} is not locked but added to: write it as the field {1}.', problem.setting, problem.field);
    case 'wrong-setting':
      return t('{0} can be locked to this only: {1}.', problem.setting, problem.takes);
    case 'locked-setting':
      return t('{0} is locked by your organisation: remove it here.', problem.setting);
    case 'milder-clause':
      return t(
        '{0} A policy file only tightens: remove this, or demand more.',
        milderText(problem.clause, t),
      );
    case 'milder-kind':
      return t(
        'The kind {0} is at {1} without this file, which can only raise it: write that or more, or remove it.',
        problem.kind,
        problem.held,
      );
    case 'nothing-to-take-back':
      return t(
        'This allows again what no rule before it in this file denies: a file takes back its own rules only. Remove it.',
      );
    default:
      return jsonProblemText(problem.id, t);
  }
}

function clauseText(clause: Clause, t: Translate): string {
  switch (clause) {
    case 'training':
      return t('"training" can be "never" only.');
    case 'retentionDays':
    case 'sourceAgeDays':
      return t('"{0}" is a whole number of days from 0 to 3650, without quotes.', clause);
    case 'humanReview':
      return t('"humanReview" can be "never" or "flagged-only".');
    case 'regions':
      return t('"regions" is a list with one region or more, such as ["EU", "CH"].');
    case 'passThrough':
      return t('"passThrough" can be "none" only.');
    case 'ownership':
      return t('"ownership" can be "customer" only.');
  }
}

function milderText(clause: Clause, t: Translate): string {
  switch (clause) {
    case 'retentionDays':
      return t('Without this file, things may be kept for less time than it says.');
    case 'humanReview':
      return t('Without this file, nobody may look at it.');
    case 'regions':
      return t('Without this file, fewer regions are allowed than it says.');
    case 'sourceAgeDays':
      return t('Without this file, sources have to be newer than it says.');
    case 'training':
    case 'passThrough':
    case 'ownership':
      return t('Without this file, more is demanded than it says.');
  }
}
