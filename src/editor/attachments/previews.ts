import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import { ATTACHMENT } from '../ids.ts';
import type { Attached } from '../panel/attached.ts';
import type { PendingPart } from '../panel/pending.ts';
import type { Item } from './item.ts';
import { bytesOfBase64 } from './content.ts';

/** What previews are made with. */
export interface PreviewOptions {
  /** What goes of an attachment; none where it is gone. */
  readonly attachedOf: (item: Item) => readonly Attached[];
  /** The prompt as it would leave now, part by part. */
  readonly leaving: () => Promise<readonly PendingPart[]>;
  readonly t: Translate;
}

interface Shown {
  readonly item: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

/**
 * What would leave of an attachment, beside what it is, in the editor's own diff; a picture by itself. It is kept in
 * memory for as long as it is shown, as files that cannot be written.
 */
export class AttachmentPreviews implements vscode.FileSystemProvider {
  readonly #options: PreviewOptions;
  readonly #shown = new Map<string, Shown>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #disposables: vscode.Disposable[];

  readonly onDidChangeFile = this.#changed.event;

  constructor(options: PreviewOptions) {
    this.#options = options;
    this.#disposables = [
      this.#changed,
      vscode.workspace.registerFileSystemProvider(ATTACHMENT, this, {
        isReadonly: true,
        isCaseSensitive: true,
      }),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.some((tab) => addressesOf(tab).some(({ scheme }) => scheme === ATTACHMENT)))
          this.#forgetClosed();
      }),
    ];
    closeOldTabs();
  }

  /** Shows what would leave of an attachment. */
  async open(item: Item): Promise<void> {
    const { t } = this.#options;
    const attached = this.#options.attachedOf(item);
    const name = item.source.name.slice(item.source.name.lastIndexOf('/', item.source.name.length - 2) + 1);
    const image = attached.length === 1 ? attached[0]?.image : undefined;
    if (image) {
      const ending = image.mediaType.slice(image.mediaType.indexOf('/') + 1);
      const uri = addressOf(item, 'picture', name.includes('.') ? name : `${name}.${ending}`);
      this.#put(uri, item.id, bytesOfBase64(image.base64) ?? new Uint8Array());
      await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
      return;
    }
    const safe = name.replaceAll('/', '');
    const [original, leaving] = [addressOf(item, 'original', safe), addressOf(item, 'leaving', safe)];
    await this.#fill(item, original, leaving);
    const title = t('{0} ↔ as it leaves', name);
    await vscode.commands.executeCommand('vscode.diff', original, leaving, title, { preview: true });
  }

  /** Follows an attachment that changed while it is shown. */
  async update(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      const uris = [...this.#shown]
        .filter(([, { item: id }]) => id === item.id)
        .map(([uri]) => vscode.Uri.parse(uri));
      const [original, leaving] = uris;
      if (original && leaving && item.state === 'done') await this.#fill(item, original, leaving);
    }
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const shown = this.#shown.get(uri.toString());
    if (!shown) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.File, ctime: shown.at, mtime: shown.at, size: shown.bytes.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const shown = this.#shown.get(uri.toString());
    if (!shown) throw vscode.FileSystemError.FileNotFound(uri);
    return shown.bytes;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  readDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#shown.clear();
    for (const one of this.#disposables) one.dispose();
  }

  async #fill(item: Item, original: vscode.Uri, leaving: vscode.Uri): Promise<void> {
    const { t } = this.#options;
    const attached = this.#options.attachedOf(item);
    const texts = attached.map(({ text, image, name }) => (image ? `${name}\n${t('[a picture]')}\n` : text));
    this.#put(original, item.id, bytesOf(texts));
    let redacted: readonly string[];
    try {
      const parts = new Map((await this.#options.leaving()).map((part) => [part.attached?.id, part]));
      redacted = attached.map(({ id, image }, i) =>
        image
          ? (texts[i] ?? '')
          : (parts.get(id)?.leaving.text ?? t('Nothing of it can be sent as things are.')),
      );
    } catch {
      redacted = [t('This could not be looked through, so nothing of it is shown.')];
    }
    this.#put(leaving, item.id, bytesOf(redacted));
  }

  #put(uri: vscode.Uri, item: string, bytes: Uint8Array): void {
    const written = uri.toString();
    const before = this.#shown.get(written);
    this.#shown.set(written, { item, bytes, at: Math.max(Date.now(), (before?.at ?? 0) + 1) });
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  #forgetClosed(): void {
    const open = new Set(allTabs().flatMap((tab) => addressesOf(tab).map((uri) => uri.toString())));
    for (const key of this.#shown.keys()) if (!open.has(key)) this.#shown.delete(key);
  }
}

function bytesOf(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.join('\n'));
}

function addressOf({ id }: Item, side: 'original' | 'leaving' | 'picture', name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: ATTACHMENT, path: `/${side}/${name}`, query: id });
}

function allTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
}

function addressesOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputTextDiff) return [input.original, input.modified];
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? [input.uri] : [];
}

/** A window that is loaded again brings tabs back, of which nothing is known any more. */
function closeOldTabs(): void {
  const old = allTabs().filter((tab) => addressesOf(tab).some(({ scheme }) => scheme === ATTACHMENT));
  if (old.length > 0) void vscode.window.tabGroups.close(old);
}
