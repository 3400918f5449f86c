import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import { gradeOf } from '../policy/grade.ts';
import { parseDestination } from '../policy/destination.ts';
import { LISTED_PROVIDER, listingOf, type OpenRouterLists } from '../policy/openrouter-lists.ts';
import { gradeSentence, policyBrief } from '../sentences/policy.ts';
import { destinationProblem } from '../sentences/destination.ts';
import type { Translate } from '../sentences/translate.ts';
import { PRESETS, startingPoints } from '../wire/presets.ts';
import { canBeSentTo } from '../wire/route.ts';
import type { CustomDestination } from './custom-destination.ts';
import { SETTINGS } from './ids.ts';
import { type KeyOwner, keyOwner } from './keys.ts';
import { readRoute } from './settings.ts';

interface Item extends vscode.QuickPickItem {
  /** What the setting is to hold; undefined for what does something else. */
  readonly written?: string;
  readonly act?: 'type' | 'list' | 'settings';
  /** What typing begins with. */
  readonly begin?: string;
}

/** How many destinations that fit are listed first. */
const MOST_FITTING = 5;

/** What the choice is made from. */
export interface Choices {
  readonly airlock: Airlock;
  readonly custom: readonly CustomDestination[];
  /** The destination chosen now. */
  readonly current: string;
  /** The models that OpenRouter listed, where it was asked. */
  readonly lists: OpenRouterLists | undefined;
  readonly hasKey: (owner: KeyOwner) => Promise<boolean>;
  readonly t: Translate;
}

/**
 * Lets the user choose where prompts go, with the policy beside every destination, and writes it into the user
 * settings. What is chosen for rehearsal sends nothing.
 * @returns what was chosen; undefined where nothing was.
 */
export async function chooseDestination(choices: Choices): Promise<string | undefined> {
  const { lists, t } = choices;
  const picked = await vscode.window.showQuickPick(items(choices), {
    title: t('Where do prompts go?'),
    placeHolder: t('Choose a destination; its policy stands beside it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.act === 'settings') {
    const setting = `${SETTINGS.section}.${SETTINGS.customDestinations}`;
    await vscode.commands.executeCommand('workbench.action.openSettings', setting);
    return undefined;
  }
  const written =
    picked?.act === 'type'
      ? await typeDestination(lists, t, picked.begin)
      : picked?.act === 'list' && lists !== undefined
        ? await chooseListed(lists, picked.begin ?? '', t)
        : picked?.written;
  if (written === undefined) return undefined;
  await vscode.workspace
    .getConfiguration(SETTINGS.section)
    .update(SETTINGS.destination, written, vscode.ConfigurationTarget.Global);
  return written;
}

async function items(choices: Choices): Promise<Item[]> {
  const { airlock, custom, current, lists, t } = choices;
  const written = [
    ...PRESETS.flatMap((preset) => startingPoints(preset).map(({ alias, model }) => `${alias}/${model}`)),
    ...custom.map(({ name }) => `custom/${name}`),
  ];
  const item = (id: string): Item[] => {
    const result = readRoute(id, custom, t);
    if (!result.ok) return [];
    const policy = airlock.policyFor(result.route.destination);
    return [
      {
        written: id,
        label: `${id === current ? '$(check) ' : ''}${result.name}`,
        description: `${gradeOf(policy).grade} · ${policyBrief(policy, t)}`,
        detail: result.route.rehearsal
          ? t('Shows the exact request that would leave')
          : gradeSentence(policy, t),
      },
    ];
  };
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const fits = await fitting(choices, written);
  return [
    ...(fits.length > 0 ? [separator(t('Fits what you require, the nearest first'))] : []),
    ...fits.flatMap(({ id, ready }) =>
      item(id).map((one) =>
        ready ? one : { ...one, description: `${t('needs a key')} · ${one.description ?? ''}` },
      ),
    ),
    separator(t('Nothing leaves')),
    ...item('dry-run'),
    ...written.flatMap((id) => item(`dry-run:${id}`)),
    separator(t('Sends')),
    ...written.flatMap(item),
    separator(t('More')),
    ...PRESETS.filter(({ models }) => models.length === 0).map(({ provider, alias, name }) => ({
      label: `$(edit) ${t('A model of {0}…', name)}`,
      act: provider === LISTED_PROVIDER && lists !== undefined ? ('list' as const) : ('type' as const),
      begin: `${alias}/`,
    })),
    { label: `$(edit) ${t('Another model…')}`, act: 'type' },
    { label: `$(server) ${t('A server of your own…')}`, act: 'settings' },
  ];
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

/** The models that OpenRouter listed, and any other to be typed. */
async function chooseListed(
  lists: OpenRouterLists,
  begin: string,
  t: Translate,
): Promise<string | undefined> {
  const listed = Object.entries(lists.models).map(([id, at]): Item => ({
    written: `${begin}${id}`,
    label: id,
    ...(at.length > 0 && { description: t('an endpoint keeps nothing') }),
  }));
  const other: Item = { label: `$(edit) ${t('Another model…')}`, act: 'type' };
  const picked = await vscode.window.showQuickPick([other, ...listed], {
    title: t('Listed by OpenRouter on {0}', lists.readOn),
    matchOnDescription: true,
  });
  return picked?.act === 'type' ? typeDestination(lists, t, begin) : picked?.written;
}

async function typeDestination(
  lists: OpenRouterLists | undefined,
  t: Translate,
  begin = '',
): Promise<string | undefined> {
  const written = await vscode.window.showInputBox({
    value: begin,
    valueSelection: [begin.length, begin.length],
    title: t('Destination'),
    prompt: t('provider/model, with a provider of {0}', PRESETS.map(({ alias }) => alias).join(', ')),
    placeHolder: 'openai/gpt-5',
    ignoreFocusOut: true,
    validateInput: (value) => {
      const parsed = parseDestination(value.trim());
      if (!parsed.ok) return destinationProblem(parsed, t);
      const { destination } = parsed;
      if (!canBeSentTo(destination.rehearses ?? destination))
        return t('{0} cannot be sent to yet; add it as a destination of your own.', value.trim());
      const listing = listingOf(lists, destination, new Date().toISOString().slice(0, 10));
      // There may be a newer one, so it is said and not refused.
      return listing === undefined || listing.isListed
        ? undefined
        : {
            message: t('OpenRouter did not list it on {0}.', listing.readOn),
            severity: vscode.InputBoxValidationSeverity.Info,
          };
    },
  });
  return written?.trim();
}
