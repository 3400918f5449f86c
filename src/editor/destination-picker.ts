import * as vscode from 'vscode';
import type { Airlock } from '../airlock.ts';
import { gradeOf } from '../policy/grade.ts';
import { parseDestination } from '../policy/destination.ts';
import { gradeSentence, policyBrief } from '../sentences/policy.ts';
import { destinationProblem } from '../sentences/destination.ts';
import type { Translate } from '../sentences/translate.ts';
import { PRESETS } from '../wire/presets.ts';
import { canBeSentTo } from '../wire/route.ts';
import type { CustomDestination } from './custom-destination.ts';
import { SETTINGS } from './ids.ts';
import { readRoute } from './settings.ts';

interface Item extends vscode.QuickPickItem {
  /** What the setting is to hold; undefined for what does something else. */
  readonly written?: string;
  readonly act?: 'type' | 'settings';
  /** What typing begins with. */
  readonly begin?: string;
}

/** How many destinations that fit are listed first. */
const MOST_FITTING = 5;

/**
 * Lets the user choose where prompts go, with the policy beside every destination, and writes it into the user
 * settings. What is chosen for rehearsal sends nothing.
 * @returns what was chosen; undefined where nothing was.
 */
export async function chooseDestination(
  airlock: Airlock,
  custom: readonly CustomDestination[],
  current: string,
  t: Translate,
): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(items(airlock, custom, current, t), {
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
  const written = picked?.act === 'type' ? await typeDestination(t, picked.begin) : picked?.written;
  if (written === undefined) return undefined;
  await vscode.workspace
    .getConfiguration(SETTINGS.section)
    .update(SETTINGS.destination, written, vscode.ConfigurationTarget.Global);
  return written;
}

function items(
  airlock: Airlock,
  custom: readonly CustomDestination[],
  current: string,
  t: Translate,
): Item[] {
  const written = [
    ...PRESETS.flatMap(({ alias, models }) => models.map((model) => `${alias}/${model}`)),
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
  const fits = fitting(airlock, custom, written, current, t);
  return [
    ...(fits.length > 0 ? [separator(t('Fits what you require, the nearest first'))] : []),
    ...fits.flatMap(item),
    separator(t('Nothing leaves')),
    ...item('dry-run'),
    ...written.flatMap((id) => item(`dry-run:${id}`)),
    separator(t('Sends')),
    ...written.flatMap(item),
    separator(t('More')),
    ...PRESETS.filter(({ models }) => models.length === 0).map(({ alias, name }) => ({
      label: `$(edit) ${t('A model of {0}…', name)}`,
      act: 'type' as const,
      begin: `${alias}/`,
    })),
    { label: `$(edit) ${t('Another model…')}`, act: 'type' },
    { label: `$(server) ${t('A server of your own…')}`, act: 'settings' },
  ];
}

/** The nearest that fit, where the destination chosen misses a requirement; of a rehearsal, to be rehearsed. */
function fitting(
  airlock: Airlock,
  custom: readonly CustomDestination[],
  written: readonly string[],
  current: string,
  t: Translate,
): readonly string[] {
  const now = readRoute(current, custom, t);
  if (!now.ok || airlock.missesOf(airlock.policyFor(now.route.destination)).length === 0) return [];
  const prefix = now.route.rehearsal ? 'dry-run:' : '';
  const others = written.flatMap((id) => {
    const other = readRoute(prefix + id, custom, t);
    return other.ok ? [[prefix + id, other.route.destination] as const] : [];
  });
  return airlock.fitting(now.route.destination, others).slice(0, MOST_FITTING);
}

async function typeDestination(t: Translate, begin = ''): Promise<string | undefined> {
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
      return canBeSentTo(destination.rehearses ?? destination)
        ? undefined
        : t('{0} cannot be sent to yet; add it as a destination of your own.', value.trim());
    },
  });
  return written?.trim();
}
