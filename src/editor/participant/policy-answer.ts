import type { IsoDate } from '../../policy/dates.ts';
import { gradeOf } from '../../policy/grade.ts';
import { type Clauses, missesOf } from '../../policy/requirements.ts';
import { citationTexts } from '../../sentences/citation.ts';
import { demandsMet } from '../../sentences/demands.ts';
import { asOfText, gradeSentence, policyLine } from '../../sentences/policy.ts';
import type { Translate } from '../../sentences/translate.ts';
import { COMMANDS } from '../ids.ts';
import type { Chosen } from '../panel/panel-view.ts';
import { type Block, joined, type Piece } from './blocks.ts';
import { cited } from './cited.ts';
import { shortened } from './markdown.ts';

/** Which destination an answer is about, and how that came. */
export interface Target {
  readonly destination: Chosen;
  /** Whether it is that of the model picked in the Chat; otherwise the one chosen in Prompt Airlock. */
  readonly ofModel: boolean;
  /** The model picked in the Chat where it is somebody else's: what is asked of it passes no airlock. */
  readonly otherModel: string | undefined;
}

/** What is known of where a prompt would go. */
export interface PolicyKnown extends Target {
  readonly demands: Clauses;
  /** The day to judge the age of sources by. */
  readonly today: IsoDate;
  /** What the user can be asked about the account, in words. */
  readonly question: string | undefined;
}

/** Where a prompt would go, and what happens to it there. */
export function policyAnswer(known: PolicyKnown, t: Translate): readonly Block[] {
  const { destination, ofModel, demands, today, question } = known;
  if (!destination.ok) return [...bypassing(known, t), ...noDestination(destination, t)];
  const { name, policy } = destination;
  const demanded = demandsMet(demands, missesOf(policy, demands, today), t);
  const grade = gradeSentence(policy, t);
  const links: Piece[] = [
    { command: COMMANDS.compareProviders, label: t('Compare Providers') },
    ...(ofModel ? [] : [{ command: COMMANDS.chooseDestination, label: t('Choose Destination') } as const]),
  ];
  // The card is that of the destination chosen.
  const facts: Piece = ofModel ? t('Facts') : { command: COMMANDS.showPolicy, label: t('All facts') };
  return [
    ...bypassing(known, t),
    { heading: [t('{0}: grade {1}', shortened(name), gradeOf(policy).grade)] },
    { text: [grade] },
    // Where nothing is known, both would say so.
    {
      list: policyLine(policy, t)
        .filter(({ text }) => text !== grade)
        .map(({ text, cites }) => ({ line: cited(text, cites) })),
    },
    { text: [facts, `, ${asOfText(policy, t)}`] },
    ...(demanded.length === 0
      ? []
      : [
          { text: [{ strong: t('What you require') }] },
          {
            list: demanded.map(({ text, verdict, why, citations }) => ({
              line: [`${text}: `, { strong: verdict }],
              ...(why !== null && { under: [cited(why, citationTexts(citations, t))] }),
            })),
          },
        ]),
    ...(question === undefined || ofModel
      ? []
      : [
          {
            text: [
              t('One answer would settle most of what is not known: {0}', question),
              ' ',
              { command: COMMANDS.answerAboutAccount, label: t('Answer…') } as const,
            ],
          },
        ]),
    { text: joined(links, ' · ') },
  ];
}

/** That the model picked in the Chat is somebody else's. */
export function bypassing({ otherModel }: Target, t: Translate): readonly Block[] {
  if (otherModel === undefined) return [];
  return [
    {
      text: [
        { strong: t('What you ask the model picked here passes no airlock:') },
        ' ',
        t(
          '{0} is none of Prompt Airlock’s. This is about the destination chosen in Prompt Airlock.',
          shortened(otherModel, 60),
        ),
      ],
    },
  ];
}

/** Why nothing can be sent. */
export function noDestination(destination: Extract<Chosen, { ok: false }>, t: Translate): readonly Block[] {
  return [
    { heading: [destination.title ?? t('No destination')] },
    { text: [destination.text] },
    {
      text: [
        t('Nothing can be sent.'),
        ' ',
        { command: COMMANDS.chooseDestination, label: t('Choose Destination') },
      ],
    },
  ];
}
