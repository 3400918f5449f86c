import * as vscode from 'vscode';
import type { Fingerprint } from '../detect/allow.ts';
import { type Scan, ScanFailure } from '../detect/finding.ts';
import { scanFailureSentence } from '../sentences/fault.ts';
import { countsByKind } from '../sentences/finding.ts';
import type { Translate } from '../sentences/translate.ts';
import { SETTINGS } from './ids.ts';
import { sayIfLocked } from './say-if-locked.ts';
import { writeSetting } from './setting.ts';
import type { Settings } from './settings.ts';

/**
 * Puts what is found in the selection on the list of values that are always allowed: as keyed fingerprints, never as
 * the values.
 */
export async function allowSelected(
  scan: Scan,
  fingerprint: Fingerprint,
  settings: Pick<Settings, 'allowed' | 'locked'>,
  t: Translate,
): Promise<void> {
  if (sayIfLocked(SETTINGS.allowedValues, settings, t)) return;
  const editor = vscode.window.activeTextEditor;
  const texts =
    editor?.selections.filter((one) => !one.isEmpty).map((one) => editor.document.getText(one)) ?? [];
  if (texts.length === 0) {
    await vscode.window.showInformationMessage(t('Select the value to allow first.'));
    return;
  }
  try {
    const found = await scan(texts);
    const values = found.flatMap((list, i) =>
      list.map(({ start, end }) => (texts[i] ?? '').slice(start, end)),
    );
    if (values.length === 0) {
      await vscode.window.showInformationMessage(t('Nothing sensitive was found in the selection.'));
      return;
    }
    const prints = await Promise.all(values.map(fingerprint));
    await writeSetting(SETTINGS.allowedValues, [...new Set([...settings.allowed, ...prints])]);
    const kinds = found.flat().map(({ kind }) => kind);
    void vscode.window.showInformationMessage(t('Always allowed from now on: {0}.', countsByKind(kinds, t)));
  } catch (error) {
    await vscode.window.showErrorMessage(
      error instanceof ScanFailure
        ? scanFailureSentence(error, t)
        : t('Something went wrong; nothing was put on the list.'),
    );
  }
}
