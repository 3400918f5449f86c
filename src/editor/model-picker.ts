import { isWellFormedModel } from '../policy/destination.ts';
import { LISTED_PROVIDER, type OpenRouterLists } from '../policy/openrouter-lists.ts';
import { listedAgo, notListedSentence } from '../sentences/model-list.ts';
import type { NoList } from '../wire/list-models.ts';
import { type Preset, startingPoints, writtenModel } from '../wire/presets.ts';
import { type Choices, destinationItem, rehearsed, separator } from './destination-items.ts';
import { hostOfKey, type KeyOwner, ownerOfPreset } from './key-owner.ts';
import { type LiveItem, type LiveList, pickLive } from './live-pick.ts';

interface ModelItem extends LiveItem {
  readonly written?: string;
  readonly act?: 'ask' | 'key' | 'type';
}

/** What is needed to list the models of a host. */
export interface ModelChoices extends Choices {
  readonly askKey: (owner: KeyOwner) => Promise<unknown>;
}

/**
 * Lets the user choose among the models of a host, with the policy of each beside it. The host is asked for them when the
 * user says so, and of itself where its key is there and its list is older than a day; until it answers, and where it does
 * not, what is built in is shown.
 * @returns what the setting is to hold, or that a model is to be typed.
 */
export async function chooseModel(
  preset: Preset,
  choices: ModelChoices,
): Promise<{ readonly written: string } | 'type' | undefined> {
  const { models, askKey, t } = choices;
  const owner = ownerOfPreset(preset);
  let failed: NoList | undefined;
  let list: LiveList<ModelItem> | undefined;
  let rows: ModelRows | undefined;
  const show = (): void => list?.show(items(preset, choices, failed, rows));
  /** Thousands of policies take their time: the first are shown at once, the others when they are there. */
  const fill = async (): Promise<void> => {
    const { ids, since, read } = idsOf(preset, choices);
    const mine: ModelRows = { since, count: ids.length, shown: [] };
    rows = mine;
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const next = ids.slice(from, from + AT_ONCE).flatMap((id) => modelItem(id, preset, choices, read));
      mine.shown.push(...next);
      if (from === 0) show();
      await new Promise((resolve) => setTimeout(resolve));
      if (list?.closed.aborted || rows !== mine) return;
    }
    show();
  };
  const refresh = async (): Promise<void> => {
    list?.busy(true);
    const answer = await models.refresh(owner);
    failed = 'ok' in answer ? answer : undefined;
    if (failed) show();
    else await fill();
    list?.busy(false);
  };
  const picked = await pickLive<ModelItem>({
    title: t('Models of {0}', preset.name),
    placeholder: t('Choose a model; its policy stands beside it'),
    fill(opened) {
      list = opened;
      void fill();
      void models.isDue(owner).then((isDue) => (isDue ? refresh() : undefined));
    },
    stays({ act }) {
      if (act === 'ask') void refresh();
      return act === 'ask';
    },
    byButton: rehearsed,
  });
  if (picked?.act === 'key') {
    await askKey(owner);
    return chooseModel(preset, choices);
  }
  if (picked?.act === 'type') return 'type';
  return picked?.written === undefined ? undefined : { written: picked.written };
}

/** Which models are shown, and since when they are known. */
interface ModelRows {
  readonly since: string;
  readonly count: number;
  readonly shown: ModelItem[];
}

/** How many policies are worked out without a break. */
const AT_ONCE = 50;

function idsOf(
  preset: Preset,
  { lists, models, t }: Choices,
): { readonly ids: readonly string[]; readonly since: string; readonly read: OpenRouterLists | undefined } {
  const listed = models.listed(ownerOfPreset(preset));
  const read = preset.provider === LISTED_PROVIDER ? lists : undefined;
  const ids =
    listed?.models ?? (read ? Object.keys(read.models) : startingPoints(preset).map(({ model }) => model));
  const since = listed
    ? listedAgo(models.age(listed), t)
    : read
      ? t('Listed by OpenRouter on {0}', read.readOn)
      : t('Built in; there may be others');
  return { ids: ids.filter(isWellFormedModel), since, read };
}

function modelItem(
  id: string,
  preset: Preset,
  choices: Choices,
  read: OpenRouterLists | undefined,
): ModelItem[] {
  const { t } = choices;
  const keepsNothing = (read?.models[id]?.length ?? 0) > 0 ? ` · ${t('an endpoint keeps nothing')}` : '';
  return destinationItem(writtenModel(preset, id), choices).map(({ act: _act, begin: _begin, ...row }) => ({
    ...row,
    label: row.label.replace(`${preset.name} · `, ''),
    description: `${row.description ?? ''}${keepsNothing}`,
  }));
}

function items(
  preset: Preset,
  { recent, t }: Choices,
  failed: NoList | undefined,
  rows: ModelRows | undefined,
): ModelItem[] {
  const host = hostOfKey(ownerOfPreset(preset));
  const isUsed = ({ written = '' }: ModelItem): boolean => recent.includes(written);
  const used = rows?.shown.filter(isUsed) ?? [];
  const others = rows?.shown.filter((row) => !isUsed(row)) ?? [];
  return [
    ...(used.length > 0 ? [separator(t('Recently used')), ...used, separator('')] : []),
    {
      key: 'ask',
      label: `$(refresh) ${t('Ask {0} for its models', host)}`,
      ...(failed && { detail: notListedSentence(failed, host, t) }),
      act: 'ask',
      alwaysShow: true,
    },
    ...(failed?.reason === 'refused' || failed?.reason === 'not-sent'
      ? [
          {
            key: 'key',
            label: `$(key) ${t('Set the API key for {0}…', preset.name)}`,
            act: 'key' as const,
            alwaysShow: true,
          },
        ]
      : []),
    { key: 'type', label: `$(edit) ${t('Another model…')}`, act: 'type', alwaysShow: true },
    ...(rows ? [separator(`${t('{0} models', rows.count)} · ${rows.since}`), ...others] : []),
  ];
}
