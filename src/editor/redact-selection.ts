import * as vscode from 'vscode';
import type { Airlock, Conversation } from '../airlock.ts';
import type { FileName } from '../decide/files.ts';
import { ScanFailure } from '../detect/finding.ts';
import { deniedSentence } from '../sentences/decision.ts';
import { scanFailureSentence } from '../sentences/fault.ts';
import { countsByKind } from '../sentences/finding.ts';
import type { Translate } from '../sentences/translate.ts';

/**
 * Replaces what is sensitive in the selections by stand-ins, as one step of undo, and says how many of what. In a file
 * that a rule denies it does so too, as nothing leaves by that, and says that the file is denied all the same.
 *
 * @param conversation the vault of this window's commands.
 */
export async function redactSelection(
  airlock: Airlock,
  conversation: Conversation,
  t: Translate,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selections = editor?.selections.filter((selection) => !selection.isEmpty) ?? [];
  if (!editor || selections.length === 0) {
    void vscode.window.showInformationMessage(t('Select the text to redact first.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  try {
    const redacted = await airlock.redact(
      conversation,
      selections.map((selection) => document.getText(selection)),
    );
    const kinds = redacted.flatMap(({ replacements }) => replacements.map(({ standIn }) => standIn.kind));
    const file = fileOf(document);
    const denial = file && airlock.deniedAnywhere(file);
    if (file && denial) {
      const text = deniedSentence(file.path, denial.index, denial.rule.path ?? '', t);
      void vscode.window.showWarningMessage(text);
    }
    if (kinds.length === 0) {
      void vscode.window.showInformationMessage(t('Nothing sensitive was found in the selection.'));
      return;
    }
    const applied =
      document.version === version &&
      (await editor.edit((edit) => {
        for (const [i, selection] of selections.entries()) {
          const from = document.offsetAt(selection.start);
          for (const { start, end, standIn } of redacted[i]?.replacements ?? []) {
            const range = new vscode.Range(
              document.positionAt(from + start),
              document.positionAt(from + end),
            );
            edit.replace(range, standIn.name);
          }
        }
      }));
    if (!applied) {
      void vscode.window.showWarningMessage(
        t('The text changed while it was looked through, so nothing was redacted. Try again.'),
      );
      return;
    }
    void vscode.window.showInformationMessage(t('Redacted {0}: {1}.', kinds.length, countsByKind(kinds, t)));
  } catch (error) {
    const text =
      error instanceof ScanFailure
        ? scanFailureSentence(error, t)
        : t('Something went wrong while redacting; the text was not changed.');
    void vscode.window.showErrorMessage(text);
  }
}

/** What rules call the file of a document; undefined for one that is not saved anywhere. */
function fileOf({ uri, isUntitled }: vscode.TextDocument): FileName | undefined {
  if (isUntitled) return undefined;
  return { path: vscode.workspace.asRelativePath(uri, false), whole: [uri.path] };
}
