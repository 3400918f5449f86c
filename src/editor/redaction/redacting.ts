import * as vscode from 'vscode';
import type { Airlock, Conversation } from '../../airlock.ts';
import type { FileName } from '../../decide/files.ts';
import { ScanFailure } from '../../detect/finding.ts';
import type { Range } from '../../redact/origin.ts';
import { deniedSentence } from '../../sentences/decision.ts';
import { notRedactedSentence } from '../../sentences/redaction.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Origins } from './origins.ts';

/** What the commands on the editor's text work with. */
export interface Redacting {
  readonly airlock: Pick<Airlock, 'find' | 'redact' | 'deniedAnywhere'>;
  /** The vault of this window's commands. */
  readonly conversation: Conversation;
  /** Which file each stand-in's value came from. */
  readonly origins: Origins;
  readonly t: Translate;
}

/**
 * Does what a command is for, and says what kept it from that. Nothing of an error is shown or logged but its reason:
 * it may quote the text.
 *
 * @param otherwise what is said where the reason is none of the scanner's.
 */
export async function orSay<T>(
  work: () => Promise<T>,
  t: Translate,
  otherwise = t('Something went wrong while redacting; nothing was changed.'),
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const text = error instanceof ScanFailure ? notRedactedSentence(error, t) : otherwise;
    void vscode.window.showErrorMessage(text);
    return undefined;
  }
}

/**
 * Says it where a rule that somebody wrote denies the file; what a command does here leaves nothing, so it goes on. That
 * `.env` does not leave as it is, is why one redacts it.
 */
export function sayIfDenied({ airlock, t }: Redacting, uri: vscode.Uri | undefined): void {
  if (uri === undefined || uri.scheme === 'untitled') return;
  const file: FileName = { path: vscode.workspace.asRelativePath(uri, false), whole: [uri.path] };
  const denial = airlock.deniedAnywhere(file);
  if (!denial || (denial.by.is === 'path' && denial.by.ruling.source.layer === 'built-in')) return;
  const text = deniedSentence(file.path, denial, t);
  void vscode.window.showWarningMessage(text);
}

/** The file that a document belongs to: that of the notebook for one of its cells. */
export function fileOf({ uri }: vscode.TextDocument): vscode.Uri {
  const written = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((one) =>
    one.getCells().some(({ document }) => document.uri.toString() === written),
  );
  return notebook?.uri ?? uri;
}

/** A range of a document as offsets in UTF-16 code units. */
export function offsetsOf(document: vscode.TextDocument, { start, end }: vscode.Range): Range {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The line end of a document. */
export function lineEndOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}

/** Replacements in a document, as offsets in UTF-16 code units. */
export interface Change extends Range {
  readonly text: string;
}

/**
 * Makes all changes in one step of undo, or none.
 * @param version that the offsets were counted in.
 * @returns whether they were made; where not, that has been said.
 */
export async function change(
  editor: vscode.TextEditor,
  version: number,
  changes: readonly Change[],
  t: Translate,
): Promise<boolean> {
  const { document } = editor;
  const made =
    document.version === version &&
    (await editor.edit((edit) => {
      for (const { start, end, text } of changes) {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        edit.replace(range, text);
      }
    }));
  if (made) return true;
  void vscode.window.showWarningMessage(
    document.version === version
      ? t('The text cannot be changed here, so nothing was.')
      : t('The text changed while it was looked through, so nothing was replaced. Try again.'),
  );
  return false;
}
