import * as vscode from 'vscode';
import { MOST_RULES, type UserRule } from '../decide/user-rules.ts';
import type { Fingerprint } from '../detect/allow.ts';
import { kindName } from '../sentences/finding.ts';
import type { Translate } from '../sentences/translate.ts';
import { ruleForFile } from './diagnostics/rule-for-file.ts';
import { SETTINGS } from './ids.ts';
import { sayIfLocked } from './say-if-locked.ts';
import { writeSetting } from './setting.ts';
import { MOST_ALLOWED, type Settings } from './settings.ts';

/** What the panel's reviews put into the user's settings. */
export interface Allowances {
  readonly allowValue: (value: string) => Promise<void>;
  /** @param path of a file from the folder that is worked in, as a person reads it. */
  readonly allowKindIn: (kind: string, path: string) => Promise<void>;
  readonly allowKind: (placed: { readonly rule: UserRule; readonly at: number } | undefined) => Promise<void>;
}

/**
 * Writes what is to be allowed from now on into the user's settings, where no workspace reaches.
 *
 * @param settings those in force; they are parsed, and nothing is written while they cannot be.
 */
export function allowances(settings: () => Settings, fingerprint: Fingerprint, t: Translate): Allowances {
  async function write(key: string, value: unknown, said: string): Promise<void> {
    if (sayIfLocked(key, settings(), t)) return;
    try {
      await writeSetting(key, value);
    } catch {
      void vscode.window.showErrorMessage(t('The settings could not be written; nothing was allowed.'));
      return;
    }
    const open = t('Open Settings');
    // Not waited for: the review goes on while it is there.
    void vscode.window.showInformationMessage(said, open).then((picked) => {
      if (picked === open)
        void vscode.commands.executeCommand('workbench.action.openSettings', `${SETTINGS.section}.${key}`);
    });
  }

  return {
    async allowKindIn(kind, path) {
      const { rules } = settings().demands;
      const rule = ruleForFile(kind, path);
      if (rule === undefined) {
        void vscode.window.showErrorMessage(
          t('No rule can name this file alone, so nothing was allowed: {0}', path),
        );
        return;
      }
      if (rules.length >= MOST_RULES) {
        void vscode.window.showErrorMessage(t('There is no room for another rule in your settings.'));
        return;
      }
      const said = t(
        '{0} in {1}: goes anywhere as it is from now on, by rule {2} of yours.',
        kindName(kind, t),
        path,
        rules.length + 1,
      );
      await write(SETTINGS.rules, [...rules, rule], said);
    },
    async allowValue(value) {
      const { allowed } = settings();
      const list = [...new Set([...allowed, await fingerprint(value)])];
      if (list.length > MOST_ALLOWED) {
        void vscode.window.showErrorMessage(t('The list of values that are always allowed is full.'));
        return;
      }
      await write(
        SETTINGS.allowedValues,
        list,
        t('The value is always allowed from now on. It is kept as a keyed hash.'),
      );
    },
    async allowKind(placed) {
      const { rules } = settings().demands;
      if (placed === undefined || rules.length >= MOST_RULES) {
        void vscode.window.showErrorMessage(t('There is no room for another rule in your settings.'));
        return;
      }
      const { rule, at } = placed;
      await write(
        SETTINGS.rules,
        rules.toSpliced(at, 0, rule),
        t(
          '{0}: goes to {1} as it is from now on, by rule {2} of yours.',
          kindName(rule.kind ?? '', t),
          rule.destination ?? '',
          at + 1,
        ),
      );
    },
  };
}
