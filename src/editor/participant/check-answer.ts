import type { Decision } from '../../decide/decision.ts';
import type { FindingClass, ScanFailure } from '../../detect/finding.ts';
import type { DataPolicy } from '../../policy/resolve.ts';
import { decisionTitle } from '../../sentences/decision.ts';
import { className, countedSummary, kindName } from '../../sentences/finding.ts';
import { notCheckedSentence } from '../../sentences/not-checked.ts';
import type { Translate } from '../../sentences/translate.ts';
import { wayOnSentence } from '../../sentences/way-on.ts';
import { COMMANDS } from '../ids.ts';
import { type Block, type Item, joined, type Line, type Piece } from './blocks.ts';
import { reasonBlocks } from './decision-blocks.ts';
import { shortened } from './markdown.ts';
import { bypassing, noDestination, type Target } from './policy-answer.ts';

/** Findings of one kind in one text, by one rule. */
export interface FoundKind {
  readonly class: FindingClass;
  readonly kind: string;
  readonly rule: string;
  readonly count: number;
  /** The lines they begin in, from 1, each once and in order. */
  readonly lines: readonly number[];
}

/** A text that was looked at: what is in it, and no piece of it. */
export interface Looked {
  readonly name: string;
  /** First and last line where it is a part of something, from 1. */
  readonly part: { readonly first: number; readonly last: number } | undefined;
  readonly found: readonly FoundKind[];
  /** What was found in tables, a line for each. */
  readonly tables: readonly string[];
  readonly counts: ReadonlyMap<FindingClass, number>;
}

/** Why something was not looked at. */
export type NotLooked = 'folder' | 'not-there' | 'no-text' | 'too-many' | ScanFailure;

/** What is known of what was attached, selected or open. */
export interface CheckKnown extends Target {
  readonly looked: readonly Looked[];
  readonly notLooked: readonly { readonly name: string; readonly why: NotLooked }[];
  /** What would be decided of all that was looked at; undefined where there is no destination to decide for. */
  readonly weighed: { readonly decision: Decision; readonly policy: DataPolicy } | undefined;
  /** Whether it is what is open in the editor, which commands can do something about. */
  readonly inEditor: boolean;
}

/** More lines than these are only counted. */
const MOST_LINES = 12;

/** What is sensitive in what was looked at, and what would be decided of it; never a value. */
export function checkAnswer(known: CheckKnown, t: Translate): readonly Block[] {
  const { looked, notLooked, destination } = known;
  if (looked.length + notLooked.length === 0) {
    return [
      {
        text: [
          t(
            'There is nothing to look at: attach files, select something in the editor or open a file, and ask again.',
          ),
        ],
      },
    ];
  }
  return [
    ...bypassing(known, t),
    ...looked.flatMap((one) => lookedBlocks(one, t)),
    ...(notLooked.length === 0
      ? []
      : [
          { heading: [t('Not looked at')] },
          {
            list: notLooked.map(({ name, why }) => ({
              line: [{ strong: shortened(name) }, ': ', notCheckedSentence(why, t)],
            })),
          },
        ]),
    ...(destination.ok ? weighedBlocks(known, destination.name, t) : noDestination(destination, t)),
  ];
}

function lookedBlocks({ name, part, found, tables, counts }: Looked, t: Translate): readonly Block[] {
  const where =
    part === undefined
      ? shortened(name)
      : part.first === part.last
        ? t('{0}, line {1}', shortened(name), part.first)
        : t('{0}, lines {1} to {2}', shortened(name), part.first, part.last);
  const classes = [...new Set(found.map((one) => one.class))];
  return [
    { heading: [where] },
    { text: [countedSummary(counts, t)] },
    {
      list: [
        ...tables.map((line): Item => ({ line: [line] })),
        ...classes.map((of) => ({
          line: [{ strong: className(of, t) }],
          under: found.filter((one) => one.class === of).map((one) => foundLine(one, t)),
        })),
      ],
    },
  ];
}

function foundLine({ kind, rule, count, lines }: FoundKind, t: Translate): Line {
  const name = kindName(kind, t);
  return [
    count === 1 ? name : t('{0} × {1}', count, name),
    ...(kind === 'denied-file' ? [] : [`, ${linesText(lines, t)}`]),
    ' ',
    { code: rule },
  ];
}

function linesText(lines: readonly number[], t: Translate): string {
  if (lines.length === 1) return t('line {0}', lines[0] ?? 0);
  const listed = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length - MOST_LINES;
  return more > 0 ? t('lines {0} and {1} more', listed, more) : t('lines {0}', listed);
}

function weighedBlocks(
  { weighed, notLooked, inEditor }: CheckKnown,
  name: string,
  t: Translate,
): readonly Block[] {
  if (weighed === undefined) return [];
  const { decision, policy } = weighed;
  const links: Piece[] = [
    ...(inEditor && decision.reasons.length > 0
      ? [
          { command: COMMANDS.copyRedacted, label: t('Copy Redacted') } as const,
          { command: COMMANDS.previewRedacted, label: t('Preview Redacted File') } as const,
        ]
      : []),
    ...(decision.action === 'block'
      ? [{ command: COMMANDS.compareProviders, label: t('Compare Providers') } as const]
      : []),
  ];
  return [
    { heading: [t('At {0}: {1}', shortened(name), decisionTitle(decision, t))] },
    ...reasonBlocks(decision, policy, t),
    { text: [wayOnSentence(decision, t)] },
    ...(notLooked.length === 0
      ? []
      : [{ text: [t('This says nothing of what was not looked at: nothing is sent unseen.')] }]),
    ...(links.length === 0 ? [] : [{ text: joined(links, ' · ') }]),
  ];
}
