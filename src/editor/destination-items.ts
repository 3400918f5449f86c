import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import { gradeOf } from '../policy/grade.ts';
import type { OpenRouterLists } from '../policy/openrouter-lists.ts';
import { gradeSentence, policyBrief } from '../sentences/policy.ts';
import { forwardedBrief, unknownHereSentence } from '../sentences/local-server.ts';
import { listedAgo } from '../sentences/model-list.ts';
import type { Translate } from '../sentences/translate.ts';
import type { FoundServer } from '../wire/find-local.ts';
import type { LocalModel } from '../wire/local-kinds.ts';
import { PRESETS, startingPoints } from '../wire/presets.ts';
import type { CustomDestination } from './custom-destination.ts';
import { type KeyOwner, keyOwner, ownerOfPreset } from './key-owner.ts';
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
  /** The models that OpenRouter listed, where it was asked. */
  readonly lists: OpenRouterLists | undefined;
  readonly hasKey: (owner: KeyOwner) => Promise<boolean>;
  /** Whether the window is one onto another machine. */
  readonly isRemote: boolean;
  /** What hosts listed in this window. */
  readonly models: ModelLists;
  readonly t: Translate;
}

/** How many destinations that fit are listed first. */
const MOST_FITTING = 5;

/** A destination with its policy beside it; none where it cannot be read. */
export function destinationItem(
  written: string,
  { airlock, custom, current, t }: Choices,
  section = '',
): DestinationItem[] {
  const result = readRoute(written, custom, t);
  if (!result.ok) return [];
  const policy = airlock.policyFor(result.route.destination);
  return [
    {
      key: `${section} ${written}`,
      written,
      label: `${written === current ? '$(check) ' : ''}${result.name}`,
      description: `${gradeOf(policy).grade} · ${policyBrief(policy, t)}`,
      detail: result.route.rehearsal
        ? t('Shows the exact request that would leave')
        : gradeSentence(policy, t),
    },
  ];
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
  const brief = [
    gradeOf(policy).grade,
    ...(forwardedTo === undefined ? [] : [forwardedBrief(forwardedTo, t)]),
    policyBrief(policy, t),
  ];
  const why = { isRemote, forwardedTo, tells: kind.tells };
  return destinationItem(written, choices, 'found').map((item) => ({
    ...item,
    description: brief.join(' · '),
    ...(!policy.known && { detail: unknownHereSentence(kind.name, why, t) }),
  }));
}

/** Everything else that can be chosen: what stands before the servers that are found, and what stands behind. */
export async function fixedItems(
  choices: Choices,
): Promise<{ readonly before: readonly DestinationItem[]; readonly after: readonly DestinationItem[] }> {
  const { custom, models, t } = choices;
  const written = [
    ...PRESETS.flatMap((preset) => startingPoints(preset).map(({ alias, model }) => `${alias}/${model}`)),
    ...custom.map(({ name }) => `custom/${name}`),
  ];
  const fits = await fitting(choices, written);
  const before = [
    ...(fits.length > 0 ? [separator(t('Fits what you require, the nearest first'))] : []),
    ...fits.flatMap(({ id, ready }) =>
      destinationItem(id, choices, 'fits').map((one) =>
        ready ? one : { ...one, description: `${t('needs a key')} · ${one.description ?? ''}` },
      ),
    ),
  ];
  const after: DestinationItem[] = [
    separator(t('Nothing leaves')),
    ...destinationItem('dry-run', choices),
    ...written.flatMap((id) => destinationItem(`dry-run:${id}`, choices)),
    separator(t('Sends')),
    ...written.flatMap((id) => destinationItem(id, choices)),
    separator(t('More')),
    { key: 'type', label: `$(edit) ${t('Another model…')}`, act: 'type' },
    { key: 'settings', label: `$(server) ${t('A server of your own…')}`, act: 'settings' },
    ...PRESETS.map((preset): DestinationItem => {
      const listed = models.listed(ownerOfPreset(preset));
      return {
        key: `models ${preset.alias}`,
        label: `$(list-unordered) ${t('List the models of {0}…', preset.name)}`,
        ...(listed && {
          description: `${t('{0} models', listed.models.length)} · ${listedAgo(models.age(listed), t)}`,
        }),
        act: 'models',
        begin: preset.provider,
      };
    }),
  ];
  return { before, after };
}

/** The nearest that fit, where the destination chosen misses a requirement; of a rehearsal, to be rehearsed. */
async function fitting(
  { airlock, custom, current, hasKey, t }: Choices,
  written: readonly string[],
): Promise<readonly { readonly id: string; readonly ready: boolean }[]> {
  const now = readRoute(current, custom, t);
  if (!now.ok || airlock.missesOf(airlock.policyFor(now.route.destination)).length === 0) return [];
  const prefix = now.route.rehearsal ? 'dry-run:' : '';
  const others = await Promise.all(
    written.map(async (id) => {
      const [sent, other] = [readRoute(id, custom, t), readRoute(prefix + id, custom, t)];
      if (!sent.ok || !other.ok) return [];
      const owner = keyOwner(sent.route);
      const ready = owner === undefined || (await hasKey(owner));
      return [{ id: { id: prefix + id, ready }, destination: other.route.destination, ready }];
    }),
  );
  return airlock.fitting(now.route.destination, others.flat()).slice(0, MOST_FITTING);
}
