import * as vscode from 'vscode';
import type { Finding } from '../../detect/finding.ts';
import { movedSentence } from '../../sentences/moved.ts';
import type { Translate } from '../../sentences/translate.ts';
import { fileOf } from '../redaction/redacting.ts';
import { addVariable } from './environment/dotenv.ts';
import { placeIn } from './environment/place.ts';
import { variableNameFor } from './environment/variable-name.ts';
import { offerToIgnore } from './offer-to-ignore.ts';
import { type EnvironmentFile, environmentFileFor } from './environment-file.ts';

/**
 * Moves a value out of a source into the nearest `.env` and has the source read it from there: one edit, which
 * the editor undoes as one or file by file, as the user likes. What cannot be done is said, and then nothing was changed.
 */
export async function moveToEnvironment(
  document: vscode.TextDocument,
  finding: Finding,
  t: Translate,
): Promise<void> {
  const warn = (text: string): void => void vscode.window.showWarningMessage(text);
  const { version } = document;
  const text = document.getText();
  const value = text.slice(finding.start, finding.end);
  const uri = fileOf(document);
  const place = placeIn(document.languageId, uri.path, text, finding);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!place || !folder)
    return warn(t('The value cannot be read from the environment at this place; nothing was changed.'));
  let file: EnvironmentFile | undefined;
  try {
    file = await environmentFileFor(uri, folder.uri, place.beside === true);
  } catch {
    return warn(t('The .env file cannot be read; nothing was changed.'));
  }
  if (!file) return warn(t('The .env file is a link to another one, so nothing was written there.'));
  const added = addVariable(file.text, variableNameFor(place.before, finding.kind), value);
  if (!added)
    return warn(
      t('The value has characters that programs read differently in a .env file; nothing was changed.'),
    );

  const edit = new vscode.WorkspaceEdit();
  const rangeOf = (start: number, end: number): vscode.Range =>
    new vscode.Range(document.positionAt(start), document.positionAt(end));
  edit.replace(document.uri, rangeOf(place.start, place.end), place.write(added.name));
  if (place.insert) edit.insert(document.uri, document.positionAt(place.insert.at), place.insert.text);
  if (added.text !== '') file.append(edit, added.text);
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit)))
    return warn(t('The text changed meanwhile, so nothing was moved. Try again.'));
  const shown = vscode.workspace.asRelativePath(file.uri);
  const saved = await file.save();
  const said = movedSentence({ file: shown, variable: added.name, isNew: added.text !== '', saved }, t);
  if (saved === 'saved') void vscode.window.showInformationMessage(said);
  else warn(said);
  // Not waited for: the value is where it belongs, whatever the answer is.
  void offerToIgnore(file.uri, folder.uri, t);
}
