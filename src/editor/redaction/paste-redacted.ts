import * as vscode from 'vscode';
import { redactedSentence } from '../../sentences/redaction.ts';
import { countsByKind } from '../../sentences/finding.ts';
import { pastedAt } from './copied.ts';
import { change, lineEndOf, offsetsOf, orSay, type Redacting } from './redacting.ts';

/**
 * Inserts the text of the clipboard with stand-ins at every cursor, as one step of undo. The clipboard stays as it is.
 */
export async function pasteRedacted(using: Redacting): Promise<void> {
  const { airlock, conversation, t } = using;
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(t('Put the cursor where to paste first.'));
    return;
  }
  const { document } = editor;
  const selections = editor.selections
    .map((selection) => offsetsOf(document, selection))
    .sort((a, b) => a.start - b.start);
  const { version } = document;
  await orSay(
    async () => {
      const clipboard = await vscode.env.clipboard.readText();
      if (clipboard === '') {
        void vscode.window.showInformationMessage(t('There is no text on the clipboard.'));
        return;
      }
      const [redacted] = await airlock.redact(conversation, [clipboard]);
      if (redacted === undefined) return;
      const text = redacted.text.replaceAll(/\r\n|\r|\n/g, lineEndOf(document));
      const spreads =
        vscode.workspace.getConfiguration('editor', document).get('multiCursorPaste') !== 'full';
      const texts = pastedAt(text, selections.length, spreads);
      const changes = selections.map((range, i) => ({ ...range, text: texts[i] ?? text }));
      if (!(await change(editor, version, changes, t))) return;
      editor.selections = caretsBehind(document, changes);
      const kinds = redacted.replacements.map(({ standIn }) => standIn.kind);
      void vscode.window.showInformationMessage(
        kinds.length === 0
          ? t('Pasted as it is: nothing sensitive was found.')
          : t('Pasted. {0}', redactedSentence(kinds, t)),
      );
    },
    t,
    t('Something went wrong while redacting; nothing was pasted.'),
  );
}

/** Carets behind what was put in, as after any paste. */
function caretsBehind(
  document: vscode.TextDocument,
  changes: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): vscode.Selection[] {
  let grown = 0;
  return changes.map(({ start, end, text }) => {
    grown += text.length - (end - start);
    const behind = document.positionAt(end + grown);
    return new vscode.Selection(behind, behind);
  });
}

/**
 * What *Paste As…* offers where the clipboard holds something sensitive.
 * @param kind asked for by name, it is given where nothing was found too.
 */
export async function redactedPaste(
  { airlock, conversation, t }: Redacting,
  clipboard: string,
  kind: vscode.DocumentDropOrPasteEditKind,
  isAskedFor: boolean,
): Promise<vscode.DocumentPasteEdit | undefined> {
  return orSay(
    async () => {
      const [redacted] = await airlock.redact(conversation, [clipboard]);
      const kinds = redacted?.replacements.map(({ standIn }) => standIn.kind) ?? [];
      if (redacted === undefined || (kinds.length === 0 && !isAskedFor)) return undefined;
      const title =
        kinds.length === 0
          ? t('Paste Redacted (nothing sensitive was found)')
          : t('Paste Redacted ({0})', countsByKind(kinds, t));
      return new vscode.DocumentPasteEdit(redacted.text, title, kind);
    },
    t,
    t('Something went wrong while redacting; it cannot be pasted redacted.'),
  );
}
