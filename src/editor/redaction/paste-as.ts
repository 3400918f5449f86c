import * as vscode from 'vscode';
import type { LazySession } from '../lazy-session.ts';
import { PASTE_EDIT } from '../ids.ts';

/**
 * Offers *Paste Redacted* in the editor's *Paste As…*. An ordinary paste is never changed, looked at or held up by it:
 * the session is not even loaded for one.
 */
export function registerPasteAs(session: LazySession): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append(...PASTE_EDIT);
  const plain = 'text/plain';
  return vscode.languages.registerDocumentPasteEditProvider(
    '*',
    {
      async provideDocumentPasteEdits(_document, _ranges, transfer, { only, triggerKind }, token) {
        if (triggerKind !== vscode.DocumentPasteTriggerKind.PasteAs) return undefined;
        const text = await transfer.get(plain)?.asString();
        if (text === undefined || text === '' || token.isCancellationRequested) return undefined;
        const edit = await (
          await session.get()
        ).redaction.redactedPaste(text, kind, only?.value === kind.value);
        if (!edit) return undefined;
        // Where others have something to offer, theirs comes first.
        edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [plain] },
  );
}
