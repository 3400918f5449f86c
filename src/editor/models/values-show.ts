import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { SETTINGS } from '../ids.ts';
import { writeSetting } from '../setting.ts';

const KEY = 'models.valuesShow';

/** Says, the first time, that answers in the built-in Chat show values and that it keeps what it shows. */
export function sayOnceThatValuesShow(memory: vscode.Memento, t: Translate): void {
  if (memory.get(KEY, false)) return;
  void memory.update(KEY, true);
  const off = t('Show Stand-Ins');
  // Not waited for: the answer is there.
  void vscode.window
    .showInformationMessage(
      t(
        'Answers in the editor’s Chat show your values in place of their stand-ins. The Chat keeps what it shows on this machine; the model saw stand-ins only.',
      ),
      t('OK'),
      off,
    )
    .then((picked) => {
      if (picked === off) void writeSetting(SETTINGS.chatRestore, false);
    });
}
