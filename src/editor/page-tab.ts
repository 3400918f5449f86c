import * as v from 'valibot';
import * as vscode from 'vscode';
import { pageHtml, pageOptions } from './html.ts';

/** What a page in an editor tab is made of. */
export interface PageTabOptions<From extends { readonly type: string }> {
  readonly extensionUri: vscode.Uri;
  /** The kind of webview it is. */
  readonly id: string;
  /** Name of its script and its style in dist/, without their ends. */
  readonly page: string;
  /** What it may say; anything else is dropped. */
  readonly schema: v.GenericSchema<unknown, From>;
  /** Called with all that it says but `ready`. */
  readonly receive: (message: From) => void;
}

/** A page of ours in an editor tab: one tab, brought up to date. */
export class PageTab<From extends { readonly type: string }> implements vscode.Disposable {
  readonly #options: PageTabOptions<From>;
  #tab: vscode.WebviewPanel | undefined;
  #message: object | undefined;

  constructor(options: PageTabOptions<From>) {
    this.#options = options;
  }

  /** Shows what the message holds; the tab is opened where there is none. */
  show(title: string, message: object): void {
    this.#tab ??= this.#open(title);
    this.update(title, message);
    this.#tab.reveal(undefined, false);
  }

  /** Brings an open tab up to date; opens none. */
  update(title: string, message: object): void {
    this.#message = message;
    if (!this.#tab) return;
    this.#tab.title = title;
    this.#post();
  }

  /** Whether there is a tab to bring up to date. */
  get isOpen(): boolean {
    return this.#tab !== undefined;
  }

  dispose(): void {
    this.#tab?.dispose();
  }

  #open(title: string): vscode.WebviewPanel {
    const { extensionUri, id, page, schema, receive } = this.#options;
    const tab = vscode.window.createWebviewPanel(
      id,
      title,
      vscode.ViewColumn.Active,
      pageOptions(extensionUri),
    );
    tab.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    tab.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = v.safeParse(schema, message);
      if (!parsed.success) return;
      if (parsed.output.type === 'ready') this.#post();
      else receive(parsed.output);
    });
    tab.onDidDispose(() => (this.#tab = undefined));
    tab.webview.html = pageHtml(tab.webview, extensionUri, {
      script: `${page}.js`,
      style: `${page}.css`,
      title,
    });
    return tab;
  }

  #post(): void {
    if (this.#message) void this.#tab?.webview.postMessage(this.#message);
  }
}
