import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { EXTENSION } from '../ids.ts';
import { isChat } from './askers.ts';

const KEY = 'models.consent';

/** Who may use the guarded models: other extensions spend the user's keys by it, and are asked for once. */
export class Consent {
  readonly #memory: vscode.Memento;
  readonly #t: Translate;
  /** What was said in this window, of those too who are asked for each session. */
  readonly #said = new Map<string, Promise<boolean>>();

  constructor(memory: vscode.Memento, t: Translate) {
    this.#memory = memory;
    this.#t = t;
  }

  /** Whether a request of this asker may go on. Several requests at once ask one question. */
  async given(asker: string | undefined): Promise<boolean> {
    if (isChat(asker) || asker === EXTENSION) return true;
    const kept = this.#memory.get<readonly string[]>(KEY, []);
    if (asker !== undefined && kept.includes(asker)) return true;
    const who = asker ?? '';
    const saying = this.#said.get(who) ?? this.#ask(asker);
    this.#said.set(who, saying);
    return saying;
  }

  async #ask(asker: string | undefined): Promise<boolean> {
    const t = this.#t;
    const name =
      asker === undefined ? undefined : (vscode.extensions.getExtension(asker)?.packageJSON as unknown);
    const shown = nameIn(name) ?? asker;
    const allow = t('Allow');
    const question =
      shown === undefined
        ? t('Let an extension use your guarded models?')
        : t('Let {0} use your guarded models?', shown);
    const detail =
      asker === undefined
        ? t(
            'The editor does not say which one asks, so it holds for this session. Its requests spend your API keys; each is reviewed like your own, and the ledger lists it.',
          )
        : t(
            'Extension: {0}. Its requests spend your API keys; each is reviewed like your own, and the ledger names it.',
            asker,
          );
    const picked = await vscode.window.showWarningMessage(question, { modal: true, detail }, allow);
    if (picked !== allow) return false;
    if (asker !== undefined) {
      await this.#memory.update(KEY, [...new Set([...this.#memory.get<readonly string[]>(KEY, []), asker])]);
    }
    return true;
  }
}

function nameIn(manifest: unknown): string | undefined {
  if (typeof manifest !== 'object' || manifest === null || !('displayName' in manifest)) return undefined;
  const { displayName } = manifest;
  return typeof displayName === 'string' && displayName !== '' && !displayName.startsWith('%')
    ? displayName.slice(0, 80)
    : undefined;
}
