import * as vscode from 'vscode';
import { redactedSentence } from '../../sentences/redaction.ts';
import { orSay, type Redacting, sayIfDenied } from './redacting.ts';
import { activeSource, type Source, textsOf } from './sources.ts';

/**
 * Opens what is in front of the user, with stand-ins, in a new tab beside it, and says how many of what. It keeps its
 * language; a notebook becomes a notebook of the same kind, without outputs and metadata, as nobody looked at those.
 */
export async function redactFile(
  using: Redacting,
  sourceOf: (uri: vscode.Uri) => Source | undefined,
): Promise<void> {
  const { airlock, conversation, origins, t } = using;
  const source = activeSource(sourceOf);
  if (!source) {
    void vscode.window.showInformationMessage(t('Open the file to redact first.'));
    return;
  }
  await orSay(async () => {
    const redacted = await airlock.redact(conversation, textsOf(source));
    const standIns = redacted.flatMap(({ replacements }) => replacements.map(({ standIn }) => standIn));
    sayIfDenied(using, source.uri);
    if (standIns.length === 0) {
      void vscode.window.showInformationMessage(t('Nothing sensitive was found in this file.'));
      return;
    }
    origins.add(standIns, source.uri.toString());
    const texts = redacted.map(({ text }) => text);
    const leavesOut = 'notebookType' in source && source.getCells().some(({ outputs }) => outputs.length > 0);
    if ('notebookType' in source) await openNotebook(source, texts);
    else await openText(texts[0] ?? '', source.languageId, vscode.ViewColumn.Beside);
    const sentence = redactedSentence(
      standIns.map(({ kind }) => kind),
      t,
    );
    void vscode.window.showInformationMessage(
      leavesOut ? t('{0} Outputs were left out.', sentence) : sentence,
    );
  }, t);
}

/** Opens a text in a tab that is saved nowhere. */
export async function openText(content: string, language: string, column: vscode.ViewColumn): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
}

async function openNotebook(source: vscode.NotebookDocument, texts: readonly string[]): Promise<void> {
  const cells = source
    .getCells()
    .map(({ kind, document }, i) => new vscode.NotebookCellData(kind, texts[i] ?? '', document.languageId));
  const document = await vscode.workspace.openNotebookDocument(
    source.notebookType,
    new vscode.NotebookData(cells),
  );
  await vscode.window.showNotebookDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}
