import * as vscode from 'vscode';
import { listsOf, type OpenRouterLists, parseLists, writeLists } from '../policy/openrouter-lists.ts';
import { notRefreshedSentence, refreshedSentence } from '../sentences/openrouter.ts';
import type { Translate } from '../sentences/translate.ts';
import { readOpenRouter } from '../wire/openrouter.ts';

/** What the lists are kept in, and what is told when there are others. */
export interface OpenRouterOptions {
  /** The folder of the extension on this machine; nothing of it is synced. */
  readonly folder: vscode.Uri;
  readonly onChange: () => void;
  readonly t: Translate;
}

/** OpenRouter's lists of models, kept on this machine with the day they were read. They are read when asked for only. */
export class OpenRouter {
  readonly #options: OpenRouterOptions;
  readonly #file: vscode.Uri;
  #lists: OpenRouterLists | undefined;
  #isAsking = false;

  constructor(options: OpenRouterOptions) {
    this.#options = options;
    this.#file = vscode.Uri.joinPath(options.folder, 'openrouter-lists.json');
    void this.#load();
  }

  /** What was read last; undefined where nothing was. */
  get lists(): OpenRouterLists | undefined {
    return this.#lists;
  }

  /** Asks OpenRouter, and says what came of it. Where it fails, what was there stays. */
  async refresh(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { t, onChange } = this.#options;
    try {
      const result = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: t('Asking OpenRouter for its lists of models…'),
        },
        // Looked up at each call: the editor puts its proxy support into the global one.
        () => readOpenRouter((input, init) => globalThis.fetch(input, init)),
      );
      if (!result.ok) {
        void vscode.window.showErrorMessage(notRefreshedSentence(result, t));
        return;
      }
      const lists = listsOf(result.answer, new Date().toISOString().slice(0, 10));
      try {
        await vscode.workspace.fs.createDirectory(this.#options.folder);
        await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(writeLists(lists)));
      } catch {
        void vscode.window.showErrorMessage(
          t('The lists could not be kept on this machine; they are as they were.'),
        );
        return;
      }
      this.#lists = lists;
      onChange();
      void vscode.window.showInformationMessage(refreshedSentence(lists, t));
    } finally {
      this.#isAsking = false;
    }
  }

  /** A file that is not there, or not ours, is no lists. */
  async #load(): Promise<void> {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
      this.#lists ??= parseLists(text);
    } catch {
      return;
    }
    if (this.#lists !== undefined) this.#options.onChange();
  }
}
