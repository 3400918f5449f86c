import * as vscode from 'vscode';
import { redactedSentence } from '../../sentences/redaction.ts';
import { clippedTo, findingsAround } from './findings-around.ts';
import { type Copied, copied } from './copied.ts';
import { fileOf, lineEndOf, offsetsOf, orSay, type Redacting, sayIfDenied } from './redacting.ts';

/**
 * Puts on the clipboard what the editor's Copy would, with stand-ins. In a notebook that is the text selected in a cell,
 * or else the cells selected. The clipboard is not touched where the text could not be looked at.
 */
export async function copyRedacted(using: Redacting): Promise<void> {
  const { t } = using;
  const notebook = vscode.window.activeNotebookEditor;
  const editor = notebook && !isTextSelected(notebook) ? undefined : vscode.window.activeTextEditor;
  if (!editor && !notebook) {
    void vscode.window.showInformationMessage(t('Open a file and select what to copy first.'));
    return;
  }
  await orSay(
    async () => {
      const result = editor
        ? await selectedText(using, editor)
        : notebook && (await selectedCells(using, notebook));
      if (result === undefined) {
        void vscode.window.showInformationMessage(t('Select what to copy first.'));
        return;
      }
      await vscode.env.clipboard.writeText(result.text);
      sayIfDenied(using, editor ? fileOf(editor.document) : notebook?.notebook.uri);
      void vscode.window.showInformationMessage(
        result.kinds.length === 0
          ? t('Copied as it is: nothing sensitive was found.')
          : t('Copied. {0}', redactedSentence(result.kinds, t)),
      );
    },
    t,
    t('Something went wrong while redacting; the clipboard was not changed.'),
  );
}

/** Whether it is text in a cell that is selected: the cell's editor stays the active one where cells are selected. */
function isTextSelected({ notebook, selections }: vscode.NotebookEditor): boolean {
  const editor = vscode.window.activeTextEditor;
  const cells = selections.flatMap((range) => notebook.getCells(range));
  return (
    cells.length <= 1 && editor !== undefined && editor.selections.some((selection) => !selection.isEmpty)
  );
}

/** A text with stand-ins, and the kind of each. */
interface Result {
  readonly text: string;
  readonly kinds: readonly string[];
}

async function selectedText(using: Redacting, editor: vscode.TextEditor): Promise<Result | undefined> {
  const { airlock, conversation, origins } = using;
  const { document } = editor;
  const { pieces, between, behind } = copiedFrom(editor);
  if (pieces.length === 0) return undefined;
  const whole = document.getText();
  const findings = await findingsAround(airlock.find, whole, pieces);
  const texts = pieces.map(({ start, end }) => whole.slice(start, end));
  const redacted = await airlock.redact(
    conversation,
    texts,
    pieces.map((piece) => clippedTo(findings, piece)),
  );
  const standIns = redacted.flatMap(({ replacements }) => replacements.map(({ standIn }) => standIn));
  origins.add(standIns, fileOf(document).toString());
  const text = redacted.map((one) => one.text).join(between) + behind;
  return { text, kinds: standIns.map(({ kind }) => kind) };
}

async function selectedCells(
  using: Redacting,
  { notebook, selections }: vscode.NotebookEditor,
): Promise<Result | undefined> {
  const { airlock, conversation, origins } = using;
  const cells = selections.flatMap((range) => notebook.getCells(range));
  if (cells.length === 0) return undefined;
  const redacted = await airlock.redact(
    conversation,
    cells.map(({ document }) => document.getText()),
  );
  const standIns = redacted.flatMap(({ replacements }) => replacements.map(({ standIn }) => standIn));
  origins.add(standIns, notebook.uri.toString());
  return { text: redacted.map(({ text }) => text).join('\n'), kinds: standIns.map(({ kind }) => kind) };
}

function copiedFrom({ document, selections }: vscode.TextEditor): Copied {
  const settings = vscode.workspace.getConfiguration('editor', document);
  return copied(
    selections.map((selection) => ({
      ...offsetsOf(document, selection),
      line: offsetsOf(document, document.lineAt(selection.start.line).range),
    })),
    lineEndOf(document),
    settings.get('emptySelectionClipboard', true),
  );
}
