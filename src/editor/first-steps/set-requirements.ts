import * as v from 'valibot';
import * as vscode from 'vscode';
import { REQUIREMENT_PRESETS } from '../../policy/requirements.ts';
import { demandTexts } from '../../sentences/demands.ts';
import type { Translate } from '../../sentences/translate.ts';
import { SETTINGS } from '../ids.ts';
import { writeSetting } from '../setting.ts';
import { reached } from './reached.ts';

type PresetId = keyof typeof REQUIREMENT_PRESETS;

interface Item extends vscode.QuickPickItem {
  readonly choice: PresetId | 'nothing' | 'settings';
}

const Written = v.fallback(v.record(v.string(), v.unknown()), {});

/** Lets the user say what is required of a destination: by a set of clauses, or one by one in the settings. */
export async function setRequirements(t: Translate): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SETTINGS.section);
  const { preset, ...own } = v.parse(
    Written,
    configuration.inspect(SETTINGS.requirements)?.globalValue ?? {},
  );
  const picked = await vscode.window.showQuickPick(items(preset, Object.keys(own).length > 0, t), {
    title: t('What do you require of a destination?'),
    placeHolder: t('One that misses any of it is blocked, with the clause and its source'),
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  if (picked.choice === 'settings') {
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `${SETTINGS.section}.${SETTINGS.requirements}`,
    );
    return;
  }
  const written = picked.choice === 'nothing' ? own : { ...own, preset: picked.choice };
  try {
    await writeSetting(SETTINGS.requirements, Object.keys(written).length === 0 ? undefined : written);
  } catch {
    void vscode.window.showErrorMessage(
      t('The settings could not be written; what you require is as it was.'),
    );
    return;
  }
  reached('requirements');
}

function items(preset: unknown, hasOwn: boolean, t: Translate): readonly Item[] {
  const keeps = hasOwn ? [t('clauses of your own stay')] : [];
  const one = (choice: PresetId, label: string): Item => {
    const demands = demandTexts(REQUIREMENT_PRESETS[choice], t);
    return {
      choice,
      label,
      description: preset === choice ? t('in force now') : '',
      detail: [...(demands.length === 0 ? [t('No clause')] : demands), ...keeps].join(' · '),
    };
  };
  return [
    one('client-nda', t('Work for clients, under an NDA')),
    one('health-data', t('Health data')),
    one('open-source', t('Open source')),
    { choice: 'nothing', label: t('Nothing'), detail: keeps.join(' · ') },
    { choice: 'settings', label: t('Clause by clause, in the settings…'), alwaysShow: true },
  ];
}
