import * as vscode from 'vscode';
import type { Range } from '../../redact/origin.ts';
import { redactedSentence } from '../../sentences/redaction.ts';
import { reached } from '../first-steps/reached.ts';
import { chooseAmong } from './choose-among.ts';
import { findingRows } from './finding-rows.ts';
import { carryOut, optional, planFor } from './plan.ts';
import { change, fileOf, offsetsOf, orSay, type Redacting, sayIfDenied } from './redacting.ts';

/**
 * Replaces what is sensitive in the selections by stand-ins, as one step of undo, and says how many of what. In a file
 * that a rule denies it does so too, as nothing leaves by that, and says that the file is denied all the same.
 */
export function redactSelection(using: Redacting): Promise<void> {
  return redactSelected(using, false);
}

/** The same, once the user has seen what would be replaced and left out what they like. */
export function redactSelectionChoosing(using: Redacting): Promise<void> {
  return redactSelected(using, true);
}

async function redactSelected(using: Redacting, asks: boolean): Promise<void> {
  const { t } = using;
  const editor = vscode.window.activeTextEditor;
  const selections = editor?.selections.filter((selection) => !selection.isEmpty) ?? [];
  if (!editor || selections.length === 0) {
    void vscode.window.showInformationMessage(t('Select the text to redact first.'));
    return;
  }
  const pieces = selections.map((selection) => offsetsOf(editor.document, selection));
  await redactPieces(using, editor, pieces, asks);
}

/**
 * The same for pieces of a document that nobody selected, as offsets in UTF-16 code units into its text as it is now.
 * @param asks whether the user may leave some out.
 */
export async function redactPieces(
  using: Redacting,
  editor: vscode.TextEditor,
  pieces: readonly Range[],
  asks: boolean,
): Promise<void> {
  const { origins, t } = using;
  const { document } = editor;
  const { version } = document;
  await orSay(async () => {
    const plan = await planFor(using, document.getText(), pieces);
    sayIfDenied(using, fileOf(document));
    if (plan.replacements.length === 0) {
      void vscode.window.showInformationMessage(t('Nothing sensitive was found in the selection.'));
      return;
    }
    const leftOut = asks
      ? await chooseAmong(editor, findingRows(plan, t), optional(plan).length, t)
      : new Set<never>();
    if (leftOut === undefined) return;
    if (leftOut.size === plan.replacements.length) {
      void vscode.window.showInformationMessage(t('Nothing was picked, so nothing was redacted.'));
      return;
    }
    const replacements = await carryOut(using, plan, leftOut);
    const standIns = replacements.map(({ standIn }) => standIn);
    const changes = replacements.map(({ start, end, standIn }) => ({ start, end, text: standIn.name }));
    if (!(await change(editor, version, changes, t))) return;
    reached('redaction');
    origins.add(standIns, fileOf(document).toString());
    const kinds = standIns.map(({ kind }) => kind);
    void vscode.window.showInformationMessage(redactedSentence(kinds, t));
  }, t);
}
