import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import type { Redaction } from '../redaction/redaction.ts';
import { exampleText } from './examples.ts';

/** Opens a made-up text beside what is open, selects it, and does to it what *Redact Selection* does. */
export async function redactExample(
  redaction: Pick<Redaction, 'redactSelection'>,
  t: Translate,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: exampleText(t), language: 'ini' });
  const whole = new vscode.Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: false,
    selection: whole,
  });
  await redaction.redactSelection();
}
