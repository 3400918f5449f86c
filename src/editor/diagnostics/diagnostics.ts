import * as vscode from 'vscode';
import type { Airlock } from '../../airlock.ts';
import { type Judged, judge } from '../../decide/decide.ts';
import type { FileName } from '../../decide/files.ts';
import { type Finding, ScanFailure } from '../../detect/finding.ts';
import { revokedAt } from '../../detect/kinds.ts';
import { diagnosticMessage } from '../../sentences/diagnostic.ts';
import type { Translate } from '../../sentences/translate.ts';
import { DIAGNOSTICS } from '../ids.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import type { RouteResult } from '../panel/chat-options.ts';
import { fileOf } from '../redaction/redacting.ts';
import type { Settings } from '../settings.ts';
import { DocumentLooks, type Look } from './document-looks.ts';
import { keepsVariables, type Level, loudestFirst } from './levels.ts';

/** What findings of open files are found and told with. */
export interface DiagnosticsOptions {
  readonly airlock: Pick<Airlock, 'find' | 'standingAt' | 'deniedAnywhere'>;
  readonly settings: () => Pick<Settings, 'diagnostics'>;
  readonly route: () => RouteResult;
  readonly log: (line: string) => void;
  readonly t: Translate;
}

/** A finding as the editor shows it. */
export interface Shown {
  readonly finding: Finding;
  readonly diagnostic: vscode.Diagnostic;
}

/** What is shown of a document, as it was in that version. */
interface ShownIn {
  readonly version: number;
  readonly all: readonly Shown[];
}

/** A pause in typing; shorter ones are within a word. */
const PAUSE_MS = 400;
/** In UTF-16 code units. Longer documents are looked through when they are to leave, and not as they are typed. */
const LONGEST = 1_000_000;
/** The editor shows no more of a file than that. */
const MOST_SHOWN = 1_000;
/** Documents that somebody works on. What Git, an output or a page of ours shows is none, and nobody mends it there. */
const SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled']);
const SEVERITY: Readonly<Record<Level, vscode.DiagnosticSeverity>> = {
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/**
 * Shows what is found in open files as diagnostics. They are looked through in the scanner's own thread, after a pause in
 * typing. What may go as it is, by the matrix or by a rule of the user's, is not told.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #options: DiagnosticsOptions;
  readonly #collection = vscode.languages.createDiagnosticCollection(DIAGNOSTICS.collection);
  readonly #looks: DocumentLooks<vscode.TextDocument>;
  readonly #shown = new Map<vscode.TextDocument, ShownIn>();
  readonly #listening: readonly vscode.Disposable[];

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
    this.#looks = new DocumentLooks({
      scan: options.airlock.find,
      wait: (work) => {
        const timer = setTimeout(work, PAUSE_MS);
        return { cancel: () => clearTimeout(timer) };
      },
      longest: LONGEST,
      onLook: (document, look) => this.#took(document, look),
      onFailure: (error) =>
        options.log(`open files: ${error instanceof ScanFailure ? error.reason : 'not looked through'}`),
    });
    this.#listening = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.#watchVisible()),
      vscode.window.onDidChangeVisibleNotebookEditors(() => this.#watchVisible()),
      // One that gets another language is closed and opened without going out of view.
      vscode.workspace.onDidOpenTextDocument(() => this.#watchVisible()),
      vscode.workspace.onDidChangeNotebookDocument(() => this.#watchVisible()),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#looks.isWatched(document)) this.#looks.changed(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    ];
    this.#watchVisible();
  }

  /** What is shown in a range of a document; nothing where the document has changed since it was looked through. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly Shown[] {
    const shown = this.#shown.get(document);
    if (shown?.version !== document.version) return [];
    return shown.all.filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined);
  }

  /** Other rules hold, or another destination: all is looked through again, if it is to be. */
  reconsider(): void {
    if (this.#options.settings().diagnostics === 'off') {
      this.#looks.clear();
      this.#shown.clear();
      this.#collection.clear();
      return;
    }
    this.#watchVisible();
    this.#looks.again();
  }

  dispose(): void {
    for (const one of this.#listening) one.dispose();
    this.#looks.clear();
    this.#collection.dispose();
  }

  /** A file stays watched for as long as it is open, also behind another tab. */
  #watchVisible(): void {
    if (this.#options.settings().diagnostics === 'off') return;
    const documents = [
      ...vscode.window.visibleTextEditors.map(({ document }) => document),
      ...vscode.window.visibleNotebookEditors.flatMap(({ notebook }) =>
        notebook.getCells().map(({ document }) => document),
      ),
    ];
    for (const document of new Set(documents))
      if (!this.#looks.isWatched(document) && isWorkedOn(document)) this.#looks.changed(document);
  }

  #forget(document: vscode.TextDocument): void {
    if (!this.#looks.isWatched(document)) return;
    this.#looks.forget(document);
    this.#shown.delete(document);
    this.#collection.delete(document.uri);
  }

  #took(document: vscode.TextDocument, look: Look): void {
    switch (look.is) {
      case 'failed':
        this.#show(document, { version: document.version, all: [] });
        return;
      case 'too-long':
        this.#shown.delete(document);
        this.#collection.set(document.uri, [this.#tooLong()]);
        return;
      case 'found':
        this.#show(document, { version: look.version, all: this.#diagnosticsOf(document, look.findings) });
    }
  }

  #show(document: vscode.TextDocument, shown: ShownIn): void {
    this.#shown.set(document, shown);
    this.#collection.set(
      document.uri,
      shown.all.map(({ diagnostic }) => diagnostic),
    );
  }

  #diagnosticsOf(document: vscode.TextDocument, findings: readonly Finding[]): readonly Shown[] {
    const { airlock, route, settings, t } = this.#options;
    const now = route();
    const terms = now.ok ? airlock.standingAt(now.route.destination).terms : undefined;
    const file = savedFileOf(document);
    const isKept =
      file !== undefined && (keepsVariables(file.path) || airlock.deniedAnywhere(file) !== undefined);
    const shown: Shown[] = [];
    for (const [level, finding] of loudestFirst(findings, settings().diagnostics, isKept)) {
      if (shown.length >= MOST_SHOWN) break;
      const judged: Judged = file ? { ...finding, from: { within: [file], touched: [file] } } : finding;
      const action = terms && judge(judged, terms);
      if (action === 'allow') continue;
      const range = new vscode.Range(document.positionAt(finding.start), document.positionAt(finding.end));
      const message = diagnosticMessage(finding.kind, action, now.ok ? now.name : '', t);
      const diagnostic = new vscode.Diagnostic(range, message, SEVERITY[level]);
      diagnostic.source = DIAGNOSTICS.source;
      const page = revokedAt(finding.kind);
      diagnostic.code =
        page === undefined ? finding.kind : { value: finding.kind, target: vscode.Uri.parse(page, true) };
      shown.push({ finding, diagnostic });
    }
    return shown;
  }

  /** Said once in a document: that there is nothing in it may not be read out of nothing being shown. */
  #tooLong(): vscode.Diagnostic {
    const { t } = this.#options;
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(0, 0, 0, 0),
      t('This file is too long to be looked through as it is typed; it is when it is to leave.'),
      vscode.DiagnosticSeverity.Information,
    );
    diagnostic.source = DIAGNOSTICS.source;
    return diagnostic;
  }
}

function isWorkedOn(document: vscode.TextDocument): boolean {
  const uri = fileOf(document);
  return SCHEMES.has(uri.scheme) || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** What the file of a document is called; undefined where it is saved nowhere. */
export function savedFileOf(document: vscode.TextDocument): FileName | undefined {
  const uri = fileOf(document);
  return uri.scheme === 'untitled' ? undefined : fileNameOf(uri);
}
