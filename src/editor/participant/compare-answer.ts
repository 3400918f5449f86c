import type { Compared } from '../../airlock/compare.ts';
import type { Clauses } from '../../policy/requirements.ts';
import { demandTexts } from '../../sentences/demands.ts';
import { policyBrief } from '../../sentences/policy.ts';
import { missSentence } from '../../sentences/requirements.ts';
import type { Translate } from '../../sentences/translate.ts';
import { COMMANDS, SETTINGS } from '../ids.ts';
import type { Block, Line } from './blocks.ts';
import { shortened } from './markdown.ts';

/** What is known of all destinations, those that fit best first. */
export interface CompareKnown {
  readonly rows: readonly Compared[];
  readonly demands: Clauses;
  /** Whether a destination is the one a prompt would go to now. */
  readonly isChosen: (row: Compared) => boolean;
  /** Why what is shown is not what is in force; undefined where it is. */
  readonly problem: string | undefined;
}

/** So many are shown, besides the one that is chosen. */
const MOST_ROWS = 6;

/** Destinations beside each other, weighed against what is required, and the way to all of them. */
export function compareAnswer(
  { rows, demands, isChosen, problem }: CompareKnown,
  t: Translate,
): readonly Block[] {
  const required = demandTexts(demands, t);
  const fitting = rows.filter(({ misses }) => misses.length === 0).length;
  const shown = rows.filter((row, i) => i < MOST_ROWS || isChosen(row));
  const judged = required.length > 0;
  return [
    ...(problem === undefined ? [] : [{ text: [{ strong: problem }] }]),
    {
      text: judged
        ? [
            t('You require: {0}.', required.join(' · ')),
            ' ',
            t('{0} of {1} destinations fit', fitting, rows.length),
            '.',
          ]
        : [
            t('You require nothing of a destination yet.'),
            ' ',
            t('The setting {0} says what; destinations are weighed against it.', REQUIREMENTS),
          ],
    },
    {
      table: {
        head: [t('Destination'), ...(judged ? [t('Your requirements')] : []), t('Grade')],
        rows: shown.map((row) => [
          nameLine(row, isChosen(row), t),
          ...(judged ? [fitLine(row, t)] : []),
          [{ strong: row.grading.grade }, ` · ${policyBrief(row.policy, t)}`],
        ]),
      },
    },
    {
      text: [
        ...(rows.length > shown.length
          ? [t('{0} more are on the whole page:', rows.length - shown.length), ' ']
          : []),
        { command: COMMANDS.compareProviders, label: t('Compare Providers') },
      ],
    },
  ];
}

const REQUIREMENTS = `${SETTINGS.section}.${SETTINGS.requirements}`;

function nameLine({ name, models, policy }: Compared, chosen: boolean, t: Translate): Line {
  const detail = policy.local
    ? t('once its server is recognised on this machine')
    : shortened(models.join(', '), 40);
  return [
    chosen ? { strong: shortened(name) } : shortened(name),
    ...(detail === '' ? [] : [` · ${detail}`]),
    ...(chosen ? [` (${t('chosen now')})`] : []),
  ];
}

function fitLine({ misses: [first, ...more] }: Compared, t: Translate): Line {
  if (first === undefined) return [t('Fits')];
  const sentence = missSentence(first, t);
  return [more.length === 0 ? sentence : `${sentence} ${t('({0} more)', more.length)}`];
}
