import * as vscode from 'vscode';
import { localeOf } from '../sentences/locale.ts';
import { translator } from './translator.ts';
import { htmlOfPage, type Page } from './page-html.ts';

/** The HTML of a page of ours in a webview, which takes its files from the extension's folder. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, page: Page): string {
  return htmlOfPage(page, {
    language: localeOf(translator),
    source: webview.cspSource,
    file: (name) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString(),
  });
}

/** Where a page of ours may load files from. */
export function pageOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}
