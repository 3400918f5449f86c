import type * as vscode from 'vscode';
import type { Range } from '../../redact/origin.ts';
import { copyRedacted } from './copy-redacted.ts';
import { Origins } from './origins.ts';
import { pasteRedacted, redactedPaste } from './paste-redacted.ts';
import { Previews } from './preview.ts';
import { redactFile } from './redact-file.ts';
import { redactPieces, redactSelection, redactSelectionChoosing } from './redact-selection.ts';
import { copyTerminalRedacted, redactTerminalSelection } from './redact-terminal.ts';
import type { Redacting } from './redacting.ts';
import { restoreSelection } from './restore-selection.ts';

/** The commands on the editor's text, by the names of their ids. */
export interface Redaction extends vscode.Disposable {
  redactSelection(): Promise<void>;
  redactSelectionChoosing(): Promise<void>;
  /** The same for a piece of a document, as offsets in UTF-16 code units into its text as it is now. */
  redactPiece(editor: vscode.TextEditor, piece: Range): Promise<void>;
  redactFile(): Promise<void>;
  previewRedacted(): Promise<void>;
  copyRedacted(): Promise<void>;
  pasteRedacted(): Promise<void>;
  restoreSelection(): Promise<void>;
  redactTerminalSelection(): Promise<void>;
  copyTerminalRedacted(): Promise<void>;
  /** What *Paste As…* may offer for a text of the clipboard; see `redactedPaste`. */
  redactedPaste(
    clipboard: string,
    kind: vscode.DocumentDropOrPasteEditKind,
    isAskedFor: boolean,
  ): Promise<vscode.DocumentPasteEdit | undefined>;
}

/** The commands of a window, over one vault. */
export function createRedaction(given: Omit<Redacting, 'origins'>): Redaction {
  const using: Redacting = { ...given, origins: new Origins() };
  const previews = new Previews(using);
  return {
    redactSelection: () => redactSelection(using),
    redactSelectionChoosing: () => redactSelectionChoosing(using),
    redactPiece: (editor, piece) => redactPieces(using, editor, [piece], false),
    redactFile: () => redactFile(using, previews.sourceOf),
    previewRedacted: () => previews.show(),
    copyRedacted: () => copyRedacted(using),
    pasteRedacted: () => pasteRedacted(using),
    restoreSelection: () => restoreSelection(using),
    redactTerminalSelection: () => redactTerminalSelection(using),
    copyTerminalRedacted: () => copyTerminalRedacted(using),
    redactedPaste: (clipboard, kind, isAskedFor) => redactedPaste(using, clipboard, kind, isAskedFor),
    dispose: () => previews.dispose(),
  };
}
