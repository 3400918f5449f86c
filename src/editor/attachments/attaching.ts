import * as vscode from 'vscode';
import type { FromPanel } from '../../protocol.ts';
import type { SuggestionView, Suggestions } from '../../protocol/attachments.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Problem } from '../panel/chat-options.ts';
import { attachedOf } from './as-message.ts';
import { Attachments, type AttachmentsOptions } from './attachments.ts';
import type { Item } from './item.ts';
import { bytesSource } from './bytes-source.ts';
import { surpriseSentence } from './chip-view.ts';
import { addressesIn } from './dropped.ts';
import { sourceAt } from './file-source.ts';
import { gather } from './gather.ts';
import { LIMITS } from './limits.ts';
import { bestNames } from './names.ts';
import { pastedSource } from './pasted-source.ts';
import { pickWay } from './pick.ts';
import { AttachmentPreviews, type PreviewOptions } from './previews.ts';
import type { Source, SourceKind } from './source.ts';
import { type Way, WAYS } from './ways.ts';
import { WorkspaceNames } from './workspace-names.ts';

/** How long what is attached has to rest before it is read again, in milliseconds. */
const REST = 300;

/** What attaching is done with. */
export interface AttachingOptions extends AttachmentsOptions {
  readonly leaving: PreviewOptions['leaving'];
  readonly suggest: (suggestions: Suggestions) => void;
  /** Shows the panel, with the focus in its composer. */
  readonly reveal: () => Promise<void>;
  readonly t: Translate;
}

/** Attachments as the window has them: how they get in, what is offered, and what becomes of them where files change. */
export class Attaching implements vscode.Disposable {
  readonly #options: AttachingOptions;
  readonly #all: Attachments;
  readonly #names = new WorkspaceNames(() => void this.#suggestAgain());
  readonly #previews: AttachmentPreviews;
  readonly #disposables: vscode.Disposable[];
  readonly #touched = new Set<string>();
  /** What was typed behind `#` last. */
  #asked: { readonly asked: number; readonly text: string } | undefined;
  #resting: NodeJS.Timeout | undefined;
  #isFollowing = false;

  constructor(options: AttachingOptions) {
    this.#options = options;
    this.#all = new Attachments({
      ...options,
      onChange: () => {
        options.onChange();
        void this.#previews.update(this.#all.items);
      },
    });
    this.#previews = new AttachmentPreviews({
      attachedOf: (item) => (item.content ? attachedOf(item.id, item.source, item.content) : []),
      leaving: options.leaving,
      t: options.t,
    });
    this.#disposables = [this.#names, this.#previews];
  }

  get items(): readonly Item[] {
    return this.#all.items;
  }

  /** Reads everything once more, before it leaves; a problem where something is not any more what was shown. */
  async freshen(): Promise<Problem | undefined> {
    const surprises = await this.#all.fresh();
    if (surprises.length === 0) return undefined;
    return { kind: 'attachments', text: surpriseSentence(surprises, this.#options.t) };
  }

  /** Shows the panel, with the focus in its composer. */
  reveal(): Promise<void> {
    return this.#options.reveal();
  }

  /** The conversation has changed. */
  sync(): void {
    this.#all.sync();
  }

  /** Another destination or other rules. */
  reconsider(): Promise<void> {
    return this.#all.reconsider();
  }

  /** Does what the panel asks for, where it is about attachments. */
  receive(event: FromPanel): void {
    switch (event.type) {
      case 'attach':
        void this.pick();
        break;
      case 'detach':
        this.#all.remove(event.id);
        break;
      case 'open-attachment':
        void this.#open(event.id);
        break;
      case 'suggest':
        this.#asked = event;
        void this.#suggest(event);
        break;
      case 'attach-suggested':
        void this.#attachSuggested(event.key);
        break;
      case 'attach-dropped':
        void this.attachAt(addressesIn(event.lists).map((address) => vscode.Uri.parse(address)));
        break;
      case 'attach-bytes':
        this.#add([bytesSource(event.name, event.base64, this.#options.t('Pasted picture'))]);
        break;
      case 'attach-text':
        this.#all.add([pastedSource(this.#options.t('Pasted text'), event.text)]);
        break;
      default:
    }
  }

  /** Lets the user pick what to attach. */
  async pick(): Promise<void> {
    const picked = await pickWay(await this.#names.all(), this.#options.t);
    if (picked === undefined) return;
    if ('uri' in picked) await this.attachAt([picked.uri]);
    else await this.attach(picked.kind);
    await this.reveal();
  }

  /** Attaches what there is of a kind, and says so where there is nothing. */
  async attach(kind: SourceKind): Promise<boolean> {
    const gathered = await gather(kind, this.#options.t);
    if ('why' in gathered) {
      void vscode.window.showInformationMessage(gathered.why);
      return false;
    }
    this.#add(gathered.sources);
    return gathered.sources.length > 0;
  }

  /** Attaches what lies at addresses. */
  async attachAt(uris: readonly vscode.Uri[]): Promise<void> {
    this.#add(await Promise.all(uris.map(sourceAt)));
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#all.clear();
    for (const one of this.#disposables) one.dispose();
  }

  #add(sources: readonly Source[]): void {
    if (sources.length === 0) return;
    this.#follow();
    this.#all.add(sources);
  }

  /** Follows what is attached, once something is. */
  #follow(): void {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', true, false, false);
    const touch = (uri: vscode.Uri): void => this.#touch(uri);
    this.#disposables.push(
      watcher,
      watcher.onDidChange(touch),
      watcher.onDidDelete(touch),
      vscode.workspace.onDidChangeTextDocument(({ document }) => touch(document.uri)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => touch(notebook.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => touch(uri)),
    );
  }

  async #open(id: string): Promise<void> {
    const item = this.#all.find(id);
    if (!item?.content || item.state !== 'done') return;
    await this.#previews.open(item);
    this.#all.opened(id);
  }

  /** Files came or went while a list of them may be shown. */
  async #suggestAgain(): Promise<void> {
    if (this.#asked) await this.#suggest(this.#asked);
  }

  async #suggest({ asked, text }: { readonly asked: number; readonly text: string }): Promise<void> {
    const { t } = this.#options;
    const fixed = WAYS.filter(({ word }) => word !== undefined).map((way) => ({
      label: way.label(t),
      path: way.word ?? '',
      way,
    }));
    const names = (await this.#names.all()).map((one) => ({ ...one, way: undefined }));
    const best = bestNames(text, [...fixed, ...names], LIMITS.rows);
    const rows = best.map((one): SuggestionView => {
      if (one.way) return fixedRow(one.way, t);
      const { uri, path, label, isFolder } = one;
      return {
        key: uri.toString(),
        icon: isFolder ? 'folder' : 'file',
        label,
        detail: path === label ? '' : path.slice(0, -label.length - 1),
        insert: isFolder ? `${path}/` : path,
      };
    });
    const status =
      rows.length === 0
        ? t('Nothing of that name')
        : t('{0} to choose from, with the arrow keys', rows.length);
    this.#options.suggest({ type: 'suggestions', asked, rows, status });
  }

  async #attachSuggested(key: string): Promise<void> {
    const way = WAYS.find(({ kind, word }) => kind === key && word !== undefined);
    if (way) await this.attach(way.kind);
    else if (key.includes(':')) await this.attachAt([vscode.Uri.parse(key)]);
  }

  #touch(uri: vscode.Uri): void {
    const written = uri.toString();
    // Most of what changes is not attached.
    if (!this.#all.items.some(({ source }) => isAbout(source, written))) return;
    this.#touched.add(written);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      const touched = [...this.#touched];
      this.#touched.clear();
      void this.#all.touched((source) => touched.some((one) => isAbout(source, one)));
    }, REST);
  }
}

function isAbout({ kind, uri }: Source, touched: string): boolean {
  if (uri === undefined) return false;
  return touched === uri || (kind === 'folder' && touched.startsWith(`${uri}/`));
}

function fixedRow(way: Way, t: Translate): SuggestionView {
  return { key: way.kind, icon: way.icon, label: way.label(t), detail: way.detail(t), insert: '' };
}
