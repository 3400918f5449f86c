import * as vscode from 'vscode';
import type { Range } from '../../redact/origin.ts';
import { restoredSentence } from '../../sentences/redaction.ts';
import { askAboutSecrets } from './ask-about-secrets.ts';
import { touching } from './findings-around.ts';
import { change, fileOf, offsetsOf, orSay, type Redacting } from './redacting.ts';
import { lostNames, type StandInPlace, standInsIn } from './stand-ins.ts';

/**
 * Puts values back for the stand-ins in the selections, or in the whole document where nothing is selected, as one step
 * of undo. One that a selection holds only a part of is restored whole. What this window has no value for stays, and is
 * named.
 */
export async function restoreSelection(using: Redacting): Promise<void> {
  const { conversation, t } = using;
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(t('Open the file to restore first.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  await orSay(
    async () => {
      const text = document.getText();
      const isWithin = touching(piecesOf(editor, text));
      const found = standInsIn(text, conversation.vault).filter(isWithin);
      const places = await allowedPlaces(using, document, found);
      const lost = new Set(
        lostNames(text, conversation.vault)
          .filter(isWithin)
          .map(({ name }) => name),
      );
      if (places === undefined) return;
      const changes = places.map(({ start, end, standIn }) => ({ start, end, text: standIn.value }));
      if (changes.length > 0 && !(await change(editor, version, changes, t))) return;
      const sentence = restoredSentence(changes.length, [...lost], t);
      if (lost.size > 0) void vscode.window.showWarningMessage(sentence);
      else if (found.length === places.length) void vscode.window.showInformationMessage(sentence);
    },
    t,
    t('Something went wrong while restoring; the text was not changed.'),
  );
}

function piecesOf({ document, selections }: vscode.TextEditor, text: string): readonly Range[] {
  const selected = selections.filter((selection) => !selection.isEmpty);
  return selected.length === 0
    ? [{ start: 0, end: text.length }]
    : selected.map((selection) => offsetsOf(document, selection));
}

/**
 * Which stand-ins may be put back in a document. A secret goes back into the file it came from; for any other file the
 * user is asked, once.
 * @returns undefined where they gave up.
 */
async function allowedPlaces(
  { origins, t }: Redacting,
  document: vscode.TextDocument,
  places: readonly StandInPlace[],
): Promise<readonly StandInPlace[] | undefined> {
  const file = fileOf(document);
  if (file.scheme === 'untitled') return places;
  const kept = await askAboutSecrets(
    origins,
    places.map(({ standIn }) => standIn),
    file,
    t,
  );
  return kept && places.filter(({ standIn }) => !kept.has(standIn.name));
}
