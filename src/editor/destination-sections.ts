import { PRESETS, startingPoints } from '../wire/presets.ts';
import type { FoundServer } from '../wire/find-local.ts';
import { listedAgo } from '../sentences/model-list.ts';
import {
  type Choices,
  type DestinationItem,
  destinationItem,
  foundItems,
  separator,
} from './destination-items.ts';
import { keyOwner, ownerOfPreset } from './key-owner.ts';
import { readRoute } from './settings.ts';

/** How many destinations that fit are listed first. */
const MOST_FITTING = 5;

/** A destination that does what is demanded, and whether its key is there. */
interface Fitting {
  readonly id: string;
  readonly ready: boolean;
}

/**
 * All that can be chosen without searching, in its sections: the one chosen now, those used last, those that fit where the one chosen now does
 * not, those found on this machine, and everything else. But for what is found each stands there once.
 */
export function allItems(
  choices: Choices,
  fits: readonly Fitting[],
  servers: readonly FoundServer[],
): readonly DestinationItem[] {
  const { recent, current, t } = choices;
  const found = foundItems(servers, choices);
  const shown = new Set<string>();
  const once = (written: string, section: string): DestinationItem[] => {
    if (shown.has(written)) return [];
    shown.add(written);
    return destinationItem(written, choices, section);
  };
  const now = once(current, 'now').map((row) => asFound(row, found));
  const used = recent.flatMap((one) => once(one, 'recent')).map((row) => asFound(row, found));
  const nearest = fits.flatMap(({ id, ready }) =>
    once(id, 'fits').map((one) =>
      ready ? one : { ...one, description: `${t('needs a key')} · ${one.description ?? ''}` },
    ),
  );
  const written = writtenFirst(choices);
  return [
    ...headed(t('Chosen now'), now),
    ...headed(t('Recently used'), used),
    ...headed(t('Fits what you require, the nearest first'), nearest),
    ...found,
    ...headed(t('Nothing leaves'), [
      ...once('dry-run', ''),
      ...written.flatMap((id) => once(`dry-run:${id}`, '')),
    ]),
    ...headed(
      t('Sends'),
      written.flatMap((id) => once(id, '')),
    ),
    ...more(choices),
  ];
}

/** The nearest that fit, where the destination chosen misses a requirement; of a rehearsal, to be rehearsed. */
export async function fittingOnes(choices: Choices): Promise<readonly Fitting[]> {
  const { airlock, custom, current, hasKey, t } = choices;
  const now = readRoute(current, custom, t);
  if (!now.ok || airlock.missesOf(airlock.policyFor(now.route.destination)).length === 0) return [];
  const prefix = now.route.rehearsal ? 'dry-run:' : '';
  const others = await Promise.all(
    writtenFirst(choices).map(async (id) => {
      const [sent, other] = [readRoute(id, custom, t), readRoute(prefix + id, custom, t)];
      if (!sent.ok || !other.ok) return [];
      const owner = keyOwner(sent.route);
      const ready = owner === undefined || (await hasKey(owner));
      return [{ id: { id: prefix + id, ready }, destination: other.route.destination, ready }];
    }),
  );
  return airlock.fitting(now.route.destination, others.flat()).slice(0, MOST_FITTING);
}

/** A few models of each host, and the user's own destinations. */
function writtenFirst({ custom }: Choices): readonly string[] {
  return [
    ...PRESETS.flatMap((preset) => startingPoints(preset).map(({ alias, model }) => `${alias}/${model}`)),
    ...custom.map(({ name }) => `custom/${name}`),
  ];
}

function headed(heading: string, rows: readonly DestinationItem[]): DestinationItem[] {
  return rows.length === 0 ? [] : [separator(heading), ...rows];
}

/** A row as the server on this machine tells more of it. */
function asFound(row: DestinationItem, found: readonly DestinationItem[]): DestinationItem {
  const same = found.find(({ written }) => written !== undefined && written === row.written);
  return same ? { ...same, key: row.key } : row;
}

/** What leads to destinations that are not listed; always there, whatever is searched for. */
function more({ models, t }: Choices): DestinationItem[] {
  return [
    { ...separator(t('More')), alwaysShow: true },
    { key: 'type', label: `$(edit) ${t('Another model…')}`, act: 'type', alwaysShow: true },
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
}
