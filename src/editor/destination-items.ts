import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import { gradeOf } from '../policy/grade.ts';
import type { OpenRouterLists } from '../policy/openrouter-lists.ts';
import type { Clauses } from '../policy/requirements.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import { fitBrief } from '../sentences/demands.ts';
import { forwardedBrief, unknownHereSentence } from '../sentences/local-server.ts';
import { gradeSentence, policyBrief } from '../sentences/policy.ts';
import { missSentence } from '../sentences/requirements.ts';
import { gravestChange } from '../sentences/switching.ts';
import type { Translate } from '../sentences/translate.ts';
import type { FoundServer } from '../wire/find-local.ts';
import type { LocalModel } from '../wire/local-kinds.ts';
import type { CustomDestination } from './custom-destination.ts';
import type { KeyOwner } from './key-owner.ts';
import type { LiveItem } from './live-pick.ts';
import type { ModelLists } from './model-lists.ts';
import { readRoute } from './settings.ts';

/** A row of the list of destinations. */
export interface DestinationItem extends LiveItem {
  /** What the setting is to hold; undefined for what does something else. */
  readonly written?: string;
  readonly act?: 'type' | 'models' | 'settings';
  /** What typing begins with, or whose models are listed. */
  readonly begin?: string;
}

/** What the choice is made from. */
export interface Choices {
  readonly airlock: Airlock;
  readonly custom: readonly CustomDestination[];
  /** The destination chosen now. */
  readonly current: string;
  /** Its policy, where it can be read. */
  readonly now: () => DataPolicy | undefined;
  /** Those that were chosen before, the last one first. */
  readonly recent: readonly string[];
  /** What is demanded of destinations. */
  readonly requirements: Clauses;
  /** The models that OpenRouter listed, where it was asked. */
  readonly lists: OpenRouterLists | undefined;
  readonly hasKey: (owner: KeyOwner) => Promise<boolean>;
  /** Whether the window is one onto another machine. */
  readonly isRemote: boolean;
  /** What hosts listed in this window. */
  readonly models: ModelLists;
  readonly t: Translate;
}

/**
 * A destination with its policy beside it, and whether it does what is demanded; none where it cannot be read. Under it
 * stands what it misses, or what gets worse by switching to it, or else what its grade is for.
 */
export function destinationItem(written: string, choices: Choices, section = ''): DestinationItem[] {
  const { airlock, custom, current, requirements, t } = choices;
  const result = readRoute(written, custom, t);
  if (!result.ok) return [];
  const { route, name } = result;
  const policy = airlock.policyFor(route.destination);
  const misses = airlock.missesOf(policy);
  const fit = policy.reason === 'dry-run' ? '' : fitBrief(requirements, misses, t);
  const missed = misses.map((miss) => missSentence(miss, t)).join(' ');
  const kept = route.rehearsal ? t('Shows the exact request that would leave') : worseOr(policy, choices);
  return [
    {
      key: `${section} ${written}`,
      written,
      label: `${written === current ? '$(check) ' : ''}${name}`,
      description: [gradeOf(policy).grade, policyBrief(policy, t), ...(fit === '' ? [] : [fit])].join(' · '),
      detail: missed === '' ? kept : missed,
      ...(fit !== '' && { iconPath: misses.length === 0 ? FITS : MISSES }),
      ...(!route.rehearsal && {
        buttons: [{ iconPath: new vscode.ThemeIcon('beaker'), tooltip: t('Dry run: nothing leaves') }],
      }),
    },
  ];
}

const FITS = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
const MISSES = new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));

/** What gets worse by switching there from the destination chosen now, or what the grade is for. */
function worseOr(policy: DataPolicy, choices: Choices): string {
  const now = choices.now();
  return (now && gravestChange(now, policy, choices.t)) ?? gradeSentence(policy, choices.t);
}

/** What the button of a row picks. */
export function rehearsed<Item extends { readonly written?: string }>(item: Item): Item {
  return { ...item, written: `dry-run:${item.written ?? ''}` };
}

/** A heading. */
export function separator(label: string): LiveItem {
  return { key: `- ${label}`, label, kind: vscode.QuickPickItemKind.Separator };
}

/** The servers on this machine that answered, each model with the policy that what it says leads to. */
export function foundItems(servers: readonly FoundServer[], choices: Choices): readonly DestinationItem[] {
  const { isRemote, t } = choices;
  const rows = servers.flatMap((server) => [
    ...server.models.flatMap((model) => foundItem(server, model, choices)),
    ...(server.more
      ? [
          {
            key: `found ${server.kind.alias}`,
            label: `$(edit) ${t('Another model of {0}…', server.kind.name)}`,
            act: 'type' as const,
            begin: `${server.kind.alias}/`,
          },
        ]
      : []),
  ]);
  const heading = isRemote ? t('Yours, by your settings') : t('Found on this machine');
  return rows.length === 0 ? [] : [separator(heading), ...rows];
}

function foundItem(
  { kind }: FoundServer,
  { id, forwardedTo }: LocalModel,
  choices: Choices,
): DestinationItem[] {
  const { airlock, custom, isRemote, t } = choices;
  const written = `${kind.alias}/${id}`;
  const result = readRoute(written, custom, t);
  if (!result.ok) return [];
  const policy = airlock.policyFor(result.route.destination);
  const brief = policyBrief(policy, t);
  const why = { isRemote, forwardedTo, tells: kind.tells };
  // What it misses says more.
  const isFree = airlock.missesOf(policy).length === 0;
  const forwarded = forwardedTo === undefined ? '' : `${forwardedBrief(forwardedTo, t)} · `;
  return destinationItem(written, choices, 'found').map(({ description = '', ...item }) => ({
    ...item,
    description: description.replace(brief, forwarded + brief),
    ...(!policy.known && isFree && { detail: unknownHereSentence(kind.name, why, t) }),
  }));
}
