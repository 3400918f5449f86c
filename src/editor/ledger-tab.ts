import * as vscode from 'vscode';
import type { Catalogue } from '../policy/catalogue.ts';
import { FromLedger, type LedgerView, type ToLedger } from '../protocol/ledger.ts';
import { ledgerProblemText } from '../sentences/ledger.ts';
import type { Translate } from '../sentences/translate.ts';
import { type ExportFormat, exportEntries } from '../wire/ledger/export.ts';
import { deletionRequest } from './deletion-request.ts';
import { LEDGER } from './ids.ts';
import { lanesOf } from './ledger-lanes.ts';
import { ledgerView, type LedgerToShow, nameOf } from './ledger-view.ts';
import { PageTab } from './page-tab.ts';
import { problemOf, type WindowLedger } from './window-ledger.ts';

/** What the tab asks of the rest of the editor. */
export interface LedgerTabOptions {
  readonly extensionUri: vscode.Uri;
  readonly ledger: WindowLedger;
  readonly catalogue: () => Catalogue;
  readonly openLink: (url: string) => Promise<void>;
  readonly t: Translate;
}

/** Several lines come at once; the page is brought up to date after the last. */
const PAUSE = 300;

/** What left, and who may hold it until when, in an editor tab. */
export class LedgerTab implements vscode.Disposable {
  readonly #options: LedgerTabOptions;
  readonly #tab: PageTab<FromLedger>;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** What was read last. */
  #shown: LedgerToShow | undefined;

  constructor(options: LedgerTabOptions) {
    const { extensionUri, openLink } = options;
    this.#options = options;
    this.#tab = new PageTab({
      extensionUri,
      id: LEDGER,
      page: 'ledger',
      schema: FromLedger,
      receive: (message) => {
        switch (message.type) {
          case 'open-link':
            return void openLink(message.url);
          case 'export':
            return void this.#export(message.format, new Set(message.ids));
          case 'copy-request':
            return void this.#copyRequest(message.to);
          case 'delete':
            return void this.#delete();
          case 'reveal':
            return void this.#reveal();
        }
      },
    });
  }

  /** @param id of a request that is to be looked at; all are shown where it is left out. */
  async show(id?: string): Promise<void> {
    const [title, message] = await this.#message();
    this.#tab.show(title, id === undefined ? message : { ...message, find: id });
  }

  /** What the page shows, as it is now. */
  async view(): Promise<LedgerView> {
    const { catalogue, t } = this.#options;
    return ledgerView(await this.#read(), catalogue(), Date.now(), t);
  }

  /** A line was added, or other terms hold: what is open is brought up to date. */
  update(): void {
    if (!this.#tab.isOpen) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#message().then((now) => this.#tab.update(...now)), PAUSE);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#tab.dispose();
  }

  async #message(): Promise<[title: string, message: ToLedger]> {
    const { catalogue, t } = this.#options;
    this.#shown = await this.#read();
    const view = ledgerView(this.#shown, catalogue(), Date.now(), t);
    return [view.title, { type: 'ledger', ledger: view }];
  }

  async #read(): Promise<LedgerToShow> {
    const { ledger, t } = this.#options;
    const { folder, isKept } = ledger;
    try {
      return { ...(await ledger.read()), problem: '', folder, isKept };
    } catch (error) {
      const nothing = { entries: [], damaged: 0, newer: 0, leftOut: 0, unreadable: 0 };
      return { ...nothing, problem: ledgerProblemText(problemOf(error), folder, t), folder, isKept };
    }
  }

  async #export(format: ExportFormat, ids: ReadonlySet<string>): Promise<void> {
    const { t } = this.#options;
    const entries = (this.#shown?.entries ?? []).filter(({ sent }) => ids.has(sent.id));
    const day = new Date().toISOString().slice(0, 10);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = `prompt-airlock-ledger-${day}.${format}`;
    const uri = await vscode.window.showSaveDialog({
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
      filters: format === 'csv' ? { CSV: ['csv'] } : { JSON: ['json'] },
      title: t('Export Ledger'),
    });
    if (!uri) return;
    try {
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(exportEntries(entries, format)));
      void vscode.window.showInformationMessage(t('{0} entries written to {1}.', entries.length, uri.fsPath));
    } catch {
      void vscode.window.showErrorMessage(
        t('{0} could not be written. Choose a folder that is yours to write to.', uri.fsPath),
      );
    }
  }

  async #copyRequest(to: string): Promise<void> {
    const { catalogue, t } = this.#options;
    const today = new Date().toISOString().slice(0, 10);
    const lane = lanesOf(this.#shown?.entries ?? [], today).find((one) => one.to === to);
    if (!lane) return;
    const name = nameOf(to, lane.entries[0]?.sent, catalogue());
    await vscode.env.clipboard.writeText(deletionRequest(lane, name, t));
    void vscode.window.showInformationMessage(
      t('A deletion request with {0} requests is in the clipboard.', lane.held.length),
    );
  }

  async #delete(): Promise<void> {
    const { ledger, t } = this.#options;
    const yes = t('Delete Ledger');
    const answer = await vscode.window.showWarningMessage(
      t('Delete the ledger?'),
      {
        modal: true,
        detail: t(
          'All entries go for good, those of other windows too. What destinations hold is not changed by it, and you can no longer see until when.',
        ),
      },
      yes,
    );
    if (answer !== yes) return;
    try {
      await ledger.remove();
    } catch (error) {
      void vscode.window.showErrorMessage(ledgerProblemText(problemOf(error), ledger.folder, t));
    }
    this.update();
  }

  /** Where there is no desktop to show a folder on, its path is copied. */
  async #reveal(): Promise<void> {
    const { ledger, t } = this.#options;
    if (vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined) {
      await vscode.commands.executeCommand('revealFileInOS', vscode.Uri.file(ledger.folder));
      return;
    }
    await vscode.env.clipboard.writeText(ledger.folder);
    void vscode.window.showInformationMessage(
      t('The path of the ledger is in the clipboard: {0}', ledger.folder),
    );
  }
}
