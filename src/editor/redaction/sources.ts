import * as vscode from 'vscode';

/** What can be redacted as a whole. */
export type Source = vscode.TextDocument | vscode.NotebookDocument;

/**
 * What is in front of the user: the notebook, the document, or what the preview in front shows.
 * @param previewed what a document of a preview is made from.
 */
export function activeSource(previewed: (uri: vscode.Uri) => Source | undefined): Source | undefined {
  const notebook = vscode.window.activeNotebookEditor?.notebook;
  if (notebook) return notebook;
  const document = vscode.window.activeTextEditor?.document;
  return document && (previewed(document.uri) ?? document);
}

/** The texts of a source: one of a document, one a cell of a notebook. */
export function textsOf(source: Source): readonly string[] {
  return 'notebookType' in source
    ? source.getCells().map(({ document }) => document.getText())
    : [source.getText()];
}

/** The last part of a source's path, as its tab is called. */
export function nameOf({ uri }: Source): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Cells as one text, each below a line that says which it is. */
export function cellsAsText(languages: readonly string[], texts: readonly string[]): string {
  return texts.map((text, i) => `── ${i + 1} · ${languages[i] ?? ''} ──\n${text}\n`).join('\n');
}
