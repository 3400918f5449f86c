import * as vscode from 'vscode';
import type { Translate } from '../sentences/translate.ts';

/** Messages in the language of the editor, where there is a bundle for it in `l10n/`. */
export const translator: Translate = (message, ...args) => vscode.l10n.t(message, ...args);
