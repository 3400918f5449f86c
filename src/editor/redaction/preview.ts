import * as vscode from 'vscode';
import { PREVIEW } from '../ids.ts';
import { orSay, type Redacting, sayIfDenied } from './redacting.ts';
import { activeSource, cellsAsText, nameOf, type Source, textsOf } from './sources.ts';

/** How long the original has to rest before what is shown follows it, in milliseconds. */
const REST = 400;

/** One side of a preview. */
interface Side {
  readonly source: Source;
  readonly isRedacted: boolean;
}

/**
 * *Preview Redacted File*: the original beside what would come of it, in the editor's diff. What it shows is made when
 * it is asked for and kept nowhere; which source it is of is forgotten when its tab is closed. It follows the original.
 */
export class Previews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #using: Redacting;
  readonly #sides = new Map<string, Side>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #resting = new Map<string, NodeJS.Timeout>();
  readonly #disposables: vscode.Disposable[];
  #count = 0;

  constructor(using: Redacting) {
    this.#using = using;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(PREVIEW, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document.uri)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => this.#follow(notebook.uri)),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some(isPreview)) this.#forgetClosed();
      }),
    ];
    closeOldTabs();
  }

  readonly onDidChange = (listener: (uri: vscode.Uri) => unknown): vscode.Disposable =>
    this.#changed.event(listener);

  /** What a document of a preview is made from. */
  readonly sourceOf = (uri: vscode.Uri): Source | undefined => this.#sides.get(uri.toString())?.source;

  /** Opens the preview of what is in front of the user; only says so where nothing would be redacted. */
  async show(): Promise<void> {
    const { airlock, conversation, t } = this.#using;
    const source = activeSource(this.sourceOf);
    if (!source) {
      void vscode.window.showInformationMessage(t('Open the file to redact first.'));
      return;
    }
    await orSay(async () => {
      const redacted = await airlock.redact(conversation, textsOf(source));
      sayIfDenied(this.#using, source.uri);
      if (redacted.every(({ replacements }) => replacements.length === 0)) {
        void vscode.window.showInformationMessage(t('Nothing sensitive was found in this file.'));
        return;
      }
      const isNotebook = 'notebookType' in source;
      const original = isNotebook ? this.#address(source, false) : source.uri;
      const result = this.#address(source, true);
      const title = t('{0} ↔ redacted (preview)', nameOf(source));
      await vscode.commands.executeCommand('vscode.diff', original, result, title, { preview: false });
      if (!isNotebook) await setLanguage(result, source.languageId);
    }, t);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { airlock, conversation, origins, t } = this.#using;
    const side = this.#sides.get(uri.toString());
    if (!side || isClosed(side.source)) return t('This preview is over. Open the file and preview it again.');
    const { source, isRedacted } = side;
    const texts = textsOf(source);
    if (!isRedacted) return asText(source, texts);
    const redacted = await orSay(() => airlock.redact(conversation, texts), t);
    if (!redacted) return t('This could not be looked through, so nothing of it is shown.');
    const standIns = redacted.flatMap(({ replacements }) => replacements.map(({ standIn }) => standIn));
    origins.add(standIns, source.uri.toString());
    return asText(
      source,
      redacted.map(({ text }) => text),
    );
  }

  dispose(): void {
    for (const timer of this.#resting.values()) clearTimeout(timer);
    this.#sides.clear();
    for (const one of this.#disposables) one.dispose();
  }

  /** A new address under which one side is to be seen. */
  #address(source: Source, isRedacted: boolean): vscode.Uri {
    this.#count += 1;
    const uri = vscode.Uri.from({
      scheme: PREVIEW,
      path: 'notebookType' in source ? `${source.uri.path}.txt` : source.uri.path,
      query: String(this.#count),
    });
    this.#sides.set(uri.toString(), { source, isRedacted });
    return uri;
  }

  #follow(changed: vscode.Uri): void {
    const written = changed.toString();
    for (const [key, { source }] of this.#sides) {
      if (source.uri.toString() !== written) continue;
      clearTimeout(this.#resting.get(key));
      const fire = (): void => this.#changed.fire(vscode.Uri.parse(key, true));
      this.#resting.set(key, setTimeout(fire, REST));
    }
  }

  #forgetClosed(): void {
    const shown = new Set(
      allTabs().flatMap(({ input }) =>
        input instanceof vscode.TabInputTextDiff
          ? [input.original.toString(), input.modified.toString()]
          : [],
      ),
    );
    for (const key of [...this.#sides.keys()].filter((one) => !shown.has(one))) {
      clearTimeout(this.#resting.get(key));
      this.#resting.delete(key);
      this.#sides.delete(key);
      // The editor may keep a document for a while after its tab: what is in it is to go as well.
      this.#changed.fire(vscode.Uri.parse(key, true));
    }
  }
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function isPreview({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputTextDiff && input.modified.scheme === PREVIEW;
}

/** A preview's language goes by the name of its file, which says less than the source does. */
async function setLanguage(uri: vscode.Uri, language: string): Promise<void> {
  const written = uri.toString();
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === written);
  if (document && document.languageId !== language)
    await vscode.languages.setTextDocumentLanguage(document, language);
}

/** A window that is loaded again brings tabs back, and with them previews of which nothing is known any more. */
function closeOldTabs(): void {
  const old = allTabs().filter(isPreview);
  if (old.length > 0) void vscode.window.tabGroups.close(old);
}

function isClosed({ isClosed: closed }: Source): boolean {
  return closed;
}

function asText(source: Source, texts: readonly string[]): string {
  if (!('notebookType' in source)) return texts[0] ?? '';
  const languages = source.getCells().map(({ document }) => document.languageId);
  return cellsAsText(languages, texts);
}
