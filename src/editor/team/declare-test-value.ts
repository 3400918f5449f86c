import * as vscode from 'vscode';
import { declareTestValues } from '../../airlock/declare-test-value.ts';
import { LONGEST_POLICY, POLICY_FILE } from '../../decide/team/policy-file.ts';
import { type Finding, type Scan, ScanFailure } from '../../detect/finding.ts';
import { isNamed } from '../../detect/named.ts';
import { isDeclarable } from '../../detect/test-values.ts';
import { openScrypt } from '../../host/scrypt.ts';
import { scanFailureSentence } from '../../sentences/fault.ts';
import { refusedTestValue, unchangedPolicySentence } from '../../sentences/test-values.ts';
import type { Translate } from '../../sentences/translate.ts';
import { touching } from '../redaction/findings-around.ts';

/**
 * Declares what is found in the selection to be made up: as hashes, in the nearest policy file of the workspace. A finding
 * is declared as a whole, since that is what a prompt would have.
 */
export async function declareTestValue(scan: Scan, t: Translate): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const pieces = editor?.selections.filter((one) => !one.isEmpty) ?? [];
  if (!editor || pieces.length === 0) {
    await vscode.window.showInformationMessage(t('Select the value to declare first.'));
    return;
  }
  if (!vscode.workspace.isTrusted) {
    await vscode.window.showWarningMessage(
      t('No policy file of a workspace counts that is not trusted, so nothing was declared.'),
    );
    return;
  }
  const { document } = editor;
  const root = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!root) {
    await vscode.window.showWarningMessage(
      t('The file is in no folder of the workspace, so nothing was declared.'),
    );
    return;
  }
  try {
    const text = document.getText();
    const [found = []] = await scan([text]);
    const isTouched = touching(
      pieces.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) })),
    );
    const touched = found.filter(isTouched);
    const problem = problemOf(touched, text, t);
    if (problem !== undefined) {
      await vscode.window.showWarningMessage(problem);
      return;
    }
    const values = touched.map(({ start, end }) => text.slice(start, end));
    await vscode.window.showInformationMessage(await declareNear(document.uri, root.uri, values, t));
  } catch (error) {
    await vscode.window.showErrorMessage(
      error instanceof ScanFailure
        ? scanFailureSentence(error, t)
        : t('Something went wrong; nothing was declared.'),
    );
  }
}

function problemOf(touched: readonly Finding[], text: string, t: Translate): string | undefined {
  if (touched.length === 0) return t('Nothing sensitive was found in the selection.');
  if (touched.some(isNamed)) return refusedTestValue('named', t);
  if (touched.some(({ class: of }) => of === 'opaque' || of === 'path')) return refusedTestValue('opaque', t);
  return touched.every(({ start, end }) => isDeclarable(text.slice(start, end)))
    ? undefined
    : refusedTestValue('length', t);
}

/** @returns what is to be said of it. */
async function declareNear(
  file: vscode.Uri,
  root: vscode.Uri,
  values: readonly string[],
  t: Translate,
): Promise<string> {
  const policy = await nearestPolicy(file, root);
  const shown = vscode.workspace.asRelativePath(policy.uri);
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === policy.uri.toString());
  if (open?.isDirty)
    return t('{0} has changes that are not saved. Save it first; nothing was declared.', shown);
  const declared = await declareTestValues(policy.text, values, openScrypt());
  if (declared.is !== 'declared') return unchangedPolicySentence(declared.is, shown, t);
  await vscode.workspace.fs.writeFile(policy.uri, new TextEncoder().encode(declared.text));
  return t('Declared as a test value in {0}, by its hash.', shown);
}

/** The policy file of the nearest folder that has one, up to that of the workspace; there it is made. */
async function nearestPolicy(
  file: vscode.Uri,
  root: vscode.Uri,
): Promise<{ readonly uri: vscode.Uri; readonly text: string | undefined }> {
  const end = root.path.replace(/\/$/, '');
  for (let folder = vscode.Uri.joinPath(file, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    const uri = vscode.Uri.joinPath(folder, POLICY_FILE);
    const text = await textOf(uri);
    const isLast = folder.path.replace(/\/$/, '').length <= end.length;
    if (text !== undefined || isLast) return { uri, text };
  }
}

/** Undefined where there is no such file; rejects where there is one that cannot be read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LONGEST_POLICY) throw new RangeError('too large');
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
