import { judge, type Terms } from '../decide/decide.ts';
import { type Action, isHeldBack } from '../decide/decision.ts';
import type { MatrixRow } from '../detect/kind.ts';
import { KIND_IDS, kindOf } from '../detect/kinds.ts';
import { gradeOf, GRADES } from '../policy/grade.ts';
import type { Miss } from '../policy/requirements.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { assumptionText, inSeries } from './policy-words.ts';
import { missSentence } from './requirements.ts';
import type { Translate } from './translate.ts';
import { NOTHING_LEAVES, type Worse, worseFacts } from './worse-facts.ts';

/** A destination, with what is decided by there. */
export interface Standing {
  readonly policy: DataPolicy;
  readonly terms: Terms;
  /** The globs of the files that the user's rules deny there. */
  readonly denied: readonly string[];
}

/**
 * What gets worse when one destination takes the place of another, a sentence each, the gravest first; none where nothing
 * does. Nothing gets worse where nothing leaves, or where it stays on this machine.
 */
export function whatGetsWorse(last: Standing, here: Standing, t: Translate): readonly string[] {
  if (staysHere(here.policy)) return [];
  return [
    ...leaves(last.policy, here.policy, t),
    ...missed(last, here, t),
    ...decidedElse(last, here, t),
    ...worsePolicy(last.policy, here.policy, t, newMisses(last, here)),
    ...worseGrade(last.policy, here.policy, t),
  ];
}

/** The same of the policies alone, the gravest of it; undefined where nothing gets worse, or nothing left before. */
export function gravestChange(last: DataPolicy, here: DataPolicy, t: Translate): string | undefined {
  if (staysHere(here) || last.rehearsal) return undefined;
  return worsePolicy(last, here, t)[0];
}

function staysHere({ rehearsal, local }: DataPolicy): boolean {
  return rehearsal || local;
}

function leaves(last: DataPolicy, here: DataPolicy, t: Translate): string[] {
  const { host } = here.destination;
  if (last.rehearsal) return [t('Prompts leave for {0}; with the dry run nothing left.', host)];
  return last.local ? [t('Prompts leave for {0}; with the last they stayed on this machine.', host)] : [];
}

function newMisses(last: Standing, here: Standing): readonly Miss[] {
  const before = new Set(last.terms.misses.map(({ clause }) => clause));
  return here.terms.misses.filter(({ clause }) => !before.has(clause));
}

function missed(last: Standing, here: Standing, t: Translate): string[] {
  const added = newMisses(last, here);
  const blocks = last.terms.misses.length === 0 && added.length > 0;
  return [
    ...(blocks ? [t('It misses what you require: every prompt is blocked here.')] : []),
    ...added.map((miss) => missSentence(miss, t)),
  ];
}

/** @param missed of which it is said already what the destination does instead. */
function worsePolicy(
  last: DataPolicy,
  here: DataPolicy,
  t: Translate,
  missed: readonly Miss[] = [],
): string[] {
  if (!here.known) {
    if (!last.known && !last.rehearsal) return [];
    return [
      t(
        '{0} It is taken as the worst case: may be kept, read, passed on and used for training.',
        assumptionText(here.reason ?? 'unknown-provider', t),
      ),
    ];
  }
  const before = last.rehearsal ? NOTHING_LEAVES : last.facts;
  const said = ({ here: is, last: was }: Worse): string =>
    last.rehearsal ? t('{0}.', is) : t('{0}; {1}.', is, was);
  return worseFacts(before, here.facts, t)
    .filter(({ clause }) => !missed.some((miss) => miss.clause === clause))
    .map(said);
}

function worseGrade(last: DataPolicy, here: DataPolicy, t: Translate): string[] {
  const [was, is] = [gradeOf(last).grade, gradeOf(here).grade];
  if (last.rehearsal || GRADES.indexOf(is) <= GRADES.indexOf(was)) return [];
  return [t('Its grade is {0}; that of the last was {1}.', is, was)];
}

/** Kinds of findings of which it is said by their row, where the whole row is decided alike. */
const ROWS: readonly Exclude<MatrixRow, 'path'>[] = ['secret', 'regulated', 'contact', 'internal', 'opaque'];
/** So many kinds are named. */
const MOST_NAMED = 3;

/** What blocks a prompt here and did not at the last, and what goes as it is here and was held back at the last. */
function decidedElse(last: Standing, here: Standing, t: Translate): string[] {
  // Where every prompt is blocked nothing else is decided.
  if (here.terms.misses.length > 0) return [];
  const opened = last.policy.rehearsal ? [] : undeniedGlobs(last, here);
  const blocked = kindsWhere(last, here, (was, is) => is === 'block' && was !== 'block', t);
  const open = last.policy.rehearsal
    ? []
    : kindsWhere(last, here, (was, is) => !isHeldBack(is) && isHeldBack(was), t);
  return [
    ...(open.length === 0
      ? []
      : [t('What goes as it is here, and was held back at the last: {0}.', inSeries(open, t))]),
    ...(opened.length === 0
      ? []
      : [t('Your rules denied these files to the last, and not to this one: {0}.', opened.join(', '))]),
    ...(blocked.length === 0
      ? []
      : [t('What blocks a prompt here, and did not at the last: {0}.', inSeries(blocked, t))]),
  ];
}

function undeniedGlobs(last: Standing, here: Standing): readonly string[] {
  const still = new Set(here.denied);
  return [...new Set(last.denied)].filter((glob) => !still.has(glob));
}

function kindsWhere(
  last: Standing,
  here: Standing,
  isSo: (was: Action, is: Action) => boolean,
  t: Translate,
): string[] {
  const names: string[] = [];
  const single: string[] = [];
  for (const row of ROWS) {
    const kinds = KIND_IDS.filter((kind) => kindOf(kind).row === row);
    const so = kinds.filter((kind) => {
      const finding = { ...kindOf(kind), kind };
      return isSo(judge(finding, last.terms), judge(finding, here.terms));
    });
    if (so.length === kinds.length) names.push(rowText(row, t));
    else single.push(...so.map((kind) => t(kindOf(kind).name)));
  }
  const named = single.slice(0, MOST_NAMED);
  const more = single.length - named.length;
  return [...names, ...named, ...(more === 0 ? [] : [t('{0} more kinds', more)])];
}

function rowText(row: (typeof ROWS)[number], t: Translate): string {
  switch (row) {
    case 'secret':
      return t('secrets');
    case 'regulated':
      return t('numbers that identify people and accounts');
    case 'contact':
      return t('contact data');
    case 'internal':
      return t('what is internal');
    case 'opaque':
      return t('what cannot be looked into');
  }
}
