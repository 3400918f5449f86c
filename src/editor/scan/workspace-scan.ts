import * as vscode from 'vscode';
import type { WorkspaceReport } from '../../airlock/scan/report.ts';
import { sarifOf } from '../../airlock/scan/sarif.ts';
import { type ScanProgress, scanTrees, type ScanTreesOptions } from '../../airlock/scan/scan-trees.ts';
import { FromScan } from '../../protocol/scan.ts';
import { numberText } from '../../sentences/locale.ts';
import { sarifWords } from '../../sentences/scan.ts';
import type { Translate } from '../../sentences/translate.ts';
import { SCAN } from '../ids.ts';
import { PageTab } from '../page-tab.ts';
import { rowsOf, shownName } from './scan-rows.ts';
import { scanView } from './scan-view.ts';
import { fileBelow, type RootAt, rootsOf } from './workspace-roots.ts';

/** What a scan asks of the rest of the editor. */
export interface WorkspaceScanOptions extends Pick<ScanTreesOptions, 'openScanner' | 'standingOf' | 'print'> {
  readonly extensionUri: vscode.Uri;
  readonly version: string | undefined;
  /** Whatever adds to the rules is read. */
  readonly ready: () => Promise<unknown>;
  readonly t: Translate;
}

/** How often it is said how far it has come, in milliseconds. */
const PAUSE = 100;

/** Scans folders with a notification that can be cancelled, and shows the last report in an editor tab. */
export class WorkspaceScan implements vscode.Disposable {
  readonly #options: WorkspaceScanOptions;
  readonly #tab: PageTab<FromScan>;
  #running: AbortController | undefined;
  #shown: { readonly report: WorkspaceReport; readonly roots: readonly RootAt[] } | undefined;

  constructor(options: WorkspaceScanOptions) {
    this.#options = options;
    this.#tab = new PageTab({
      extensionUri: options.extensionUri,
      id: SCAN,
      page: 'scan',
      schema: FromScan,
      receive: (message) => {
        switch (message.type) {
          case 'open':
            return void this.#open(message.row);
          case 'export':
            return void this.#export();
          case 'again':
            return void this.#scan(this.#shown?.roots.map(({ uri }) => uri) ?? []);
        }
      },
    });
  }

  /** All folders of the workspace. */
  async scanWorkspace(): Promise<WorkspaceReport | undefined> {
    const { t } = this.#options;
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length > 0) return this.#scan(folders.map(({ uri }) => uri));
    void vscode.window.showInformationMessage(
      t('No folder is open. Open the one that you would chat about, and scan again.'),
    );
    return undefined;
  }

  /** A folder with all that is in it. */
  scanFolder(folder: vscode.Uri): Promise<WorkspaceReport | undefined> {
    return this.#scan([folder]);
  }

  dispose(): void {
    this.#running?.abort();
    this.#tab.dispose();
  }

  /** @returns undefined where it was cancelled, or where another scan is going on. */
  async #scan(folders: readonly vscode.Uri[]): Promise<WorkspaceReport | undefined> {
    const { t } = this.#options;
    if (this.#running) {
      void vscode.window.showInformationMessage(
        t('A scan is going on. Wait for its report, or cancel it in its notification.'),
      );
      return undefined;
    }
    const abort = new AbortController();
    this.#running = abort;
    try {
      const roots = rootsOf(folders);
      const report = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: t('Scanning the workspace'),
          cancellable: true,
        },
        async (progress, token) => {
          token.onCancellationRequested(() => abort.abort());
          await Promise.race([this.#options.ready(), whenAborted(abort.signal)]);
          return this.#scanRoots(roots, progress, abort.signal);
        },
      );
      this.#shown = { report, roots };
      const view = scanView(report, t);
      this.#tab.show(view.title, { type: 'scan', scan: view });
      return report;
    } catch {
      // Cancelled: whoever did it knows, and the report before stays.
      if (!abort.signal.aborted)
        void vscode.window.showErrorMessage(
          t(
            'The scan failed inside; there is no report. Scan again, and if it fails again, scan single folders.',
          ),
        );
      return undefined;
    } finally {
      this.#running = undefined;
    }
  }

  #scanRoots(
    roots: readonly RootAt[],
    progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
    signal: AbortSignal,
  ): Promise<WorkspaceReport> {
    const { openScanner, standingOf, print, t } = this.#options;
    let saidAt = 0;
    let percent = 0;
    const onProgress = ({ done, known, isAll, root, path }: ScanProgress): void => {
      const now = Date.now();
      if (now - saidAt < PAUSE) return;
      saidAt = now;
      // Of how many is not known before all folders were listed.
      const reached = isAll ? Math.floor((100 * done) / known) : 0;
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : (roots[root]?.name ?? '');
      progress.report({
        message: t('{0} of {1} files · {2}', numberText(done, t), numberText(known, t), shownName(folder)),
        ...(reached > percent && { increment: reached - percent }),
      });
      percent = Math.max(percent, reached);
    };
    return scanTrees(
      roots,
      { openScanner, standingOf, now: Date.now, onProgress, ...(print && { print }) },
      signal,
    );
  }

  /** Shows the file of a row where the first finding of its kind stands. */
  async #open(row: number): Promise<void> {
    const { t } = this.#options;
    const { report, roots } = this.#shown ?? {};
    const found = report && rowsOf(report)[row];
    const root = found && roots?.[found.file.root];
    if (!found || !root) return;
    const [place] = found.of.places;
    const selection =
      place && new vscode.Range(place.line - 1, place.column - 1, place.endLine - 1, place.endColumn - 1);
    try {
      await vscode.window.showTextDocument(fileBelow(root.uri, found.file.path), {
        ...(selection && { selection }),
      });
    } catch {
      void vscode.window.showErrorMessage(
        t('{0} cannot be opened. It may have gone since; scan again.', shownName(found.file.path)),
      );
    }
  }

  async #export(): Promise<void> {
    const { version, t } = this.#options;
    if (!this.#shown) return;
    const { report, roots } = this.#shown;
    const day = new Date(report.startedAt).toISOString().slice(0, 10);
    const [root] = roots;
    const uri = await vscode.window.showSaveDialog({
      ...(root && { defaultUri: vscode.Uri.joinPath(root.uri, `prompt-airlock-scan-${day}.sarif`) }),
      filters: { SARIF: ['sarif', 'json'] },
      title: t('Export SARIF'),
    });
    if (!uri) return;
    const log = sarifOf(report, sarifWords(t), version);
    try {
      const bytes = new TextEncoder().encode(`${JSON.stringify(log, null, 2)}\n`);
      await vscode.workspace.fs.writeFile(uri, bytes);
      void vscode.window.showInformationMessage(
        t('{0} results written to {1}.', log.runs[0].results.length, uri.fsPath),
      );
    } catch {
      void vscode.window.showErrorMessage(
        t('{0} could not be written. Choose a folder that is yours to write to.', uri.fsPath),
      );
    }
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
