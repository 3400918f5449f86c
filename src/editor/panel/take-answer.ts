import * as vscode from 'vscode';
import { codeBlocks } from '../../markdown/code-blocks.ts';
import type { Take } from '../../protocol/answer.ts';
import type { Translate } from '../../sentences/translate.ts';
import { namesInWords } from './answer-view.ts';
import type { Chat } from './chat.ts';
import { namesInAddresses } from './names-in-addresses.ts';
import { applyBlock, openBlock } from './apply/apply-block.ts';
import type { Proposals } from './apply/proposals.ts';
import type { Turn } from './turn.ts';
import { askAboutSecrets } from '../redaction/ask-about-secrets.ts';
import type { Origins } from '../redaction/origins.ts';
import { fileOf } from '../redaction/redacting.ts';

/** What leads out of the panel with what else it needs. */
export interface Taking {
  /** The files that the user let secrets of the conversation into. */
  readonly origins: Origins;
  readonly proposals: Proposals;
  readonly t: Translate;
}

/**
 * Takes an answer, or a block of code in it, out of the panel, with the values put back. Where something in it looks like
 * a stand-in and stands for nothing it is refused, and said which. Before a secret gets into a file it did not come from,
 * the user is asked, once for each.
 */
export async function takeAnswer(
  chat: Chat,
  { turn: id, block: number, as }: Take,
  { origins, proposals, t }: Taking,
): Promise<void> {
  const turn = chat.turns.find((one) => one.id === id);
  const block = turn && number !== null ? codeBlocks(turn.wire)[number] : undefined;
  const text = number === null ? turn?.wire : block?.text;
  if (turn === undefined || text === undefined) {
    void vscode.window.showWarningMessage(t('This is no longer part of the conversation.'));
    return;
  }
  const reading = block ? 'exact' : 'prose';
  const restored = chat.restore(text, reading);
  if (!restored.ok) {
    const gone = restored.left.filter((name) => chat.spent.has(name));
    if (gone.length > 0) return sayGone(gone, t);
    void vscode.window.showWarningMessage(refusal(as, namesInWords(restored.left, t), t));
    return;
  }
  if (!block && !(await mayHoldAddresses(turn.wire, chat, t))) return;
  const forFile: ForFile = async (file) => {
    const kept = await askAboutSecrets(origins, restored.standIns, file, t);
    const allowed = kept && chat.restore(text, reading, kept);
    return allowed?.ok ? { text: allowed.text, whole: kept?.size === 0 } : undefined;
  };
  switch (as) {
    case 'copy':
      await vscode.env.clipboard.writeText(restored.text);
      vscode.window.setStatusBarMessage(t('Copied, with the values put back'), 3_000);
      return;
    case 'insert':
      return insert(forFile, restored.text, t);
    case 'save':
      return save(forFile, t);
    case 'open':
      await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ content: restored.text, language: 'markdown' }),
      );
      return;
    case 'new':
      return block && openBlock(block, restored.text);
    case 'apply':
      return (
        block &&
        applyBlock({
          block,
          attached: attachedTo(turn, chat.turns),
          restore: (one) => {
            const whole = chat.restore(one);
            return whole.ok ? whole.text : undefined;
          },
          forFile: async (file, there) => {
            // What stands in the file already came from it, or has been let into it.
            origins.add(
              restored.standIns.filter(({ value }) => there.includes(value)),
              file.toString(),
            );
            return (await forFile(file))?.text;
          },
          proposals,
          t,
        })
      );
  }
}

/** The files that went with the prompt of an answer. */
function attachedTo(answer: Turn, turns: readonly Turn[]): string[] {
  const question = turns[turns.indexOf(answer) - 1];
  return question?.attached.flatMap(({ file }) => file?.path ?? []) ?? [];
}

/** That a selection was copied as it is although something in it stands for nothing. */
export function sayUnknown(chat: Chat, names: readonly string[], t: Translate): void {
  const unknown = new Set(chat.turns.flatMap((turn) => turn.unknown));
  const known = names.filter((name) => unknown.has(name) || chat.spent.has(name));
  if (known.length === 0) return;
  const gone = known.filter((name) => chat.spent.has(name));
  if (gone.length > 0) {
    void vscode.window.showWarningMessage(
      t('Copied with stand-ins whose values are gone: {0}.', namesInWords(gone, t)),
    );
    return;
  }
  void vscode.window.showWarningMessage(
    t('Copied with what stands for nothing: {0}. No such stand-in was issued.', namesInWords(known, t)),
  );
}

/** That an answer of a conversation which was read again cannot be taken out of it. */
function sayGone(names: readonly string[], t: Translate): void {
  void vscode.window.showWarningMessage(
    t(
      'Nothing was taken: {0} would be left in it. The values were never stored, and are gone since the conversation was read again.',
      namesInWords(names, t),
    ),
  );
}

function refusal(as: Take['as'], names: string, t: Translate): string {
  switch (as) {
    case 'copy':
      return t('Not copied: {0} would be left in it, and no such stand-in was issued.', names);
    case 'insert':
      return t('Not inserted: {0} would be left in it, and no such stand-in was issued.', names);
    case 'save':
      return t('Not saved: {0} would be left in it, and no such stand-in was issued.', names);
    case 'apply':
      return t('Not applied: {0} would be left in it, and no such stand-in was issued.', names);
    case 'new':
    case 'open':
      return t('Not opened: {0} would be left in it, and no such stand-in was issued.', names);
  }
}

/** Where a viewer of the answer could open an address with a value in it, or load from it, the user is asked first. */
async function mayHoldAddresses(wire: string, chat: Chat, t: Translate): Promise<boolean> {
  const held = namesInAddresses(wire, chat.standIns());
  if (held.length === 0) return true;
  const all = t('Put them in all the same');
  const picked = await vscode.window.showWarningMessage(
    t(
      'An address in the answer holds {0}. Where the address is opened, or a picture loaded from it, the value goes to that host.',
      namesInWords(held, t),
    ),
    all,
  );
  return picked === all;
}

/** A text as it may stand in a file, and whether all its values are in it; undefined where the user gave up. */
type ForFile = (file: vscode.Uri) => Promise<{ readonly text: string; readonly whole: boolean } | undefined>;

async function insert(forFile: ForFile, restored: string, t: Translate): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    void vscode.window.showInformationMessage(t('Put the cursor where it is to be inserted first.'));
    return;
  }
  const file = fileOf(editor.document);
  // What has no file yet gets one by being saved, which is the user's own doing.
  const text = file.scheme === 'untitled' ? restored : (await forFile(file))?.text;
  if (text === undefined) return;
  const inserted = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (!inserted) {
    void vscode.window.showWarningMessage(t('The document cannot be changed; nothing was inserted.'));
    return;
  }
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}

async function save(forFile: ForFile, t: Translate): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'answer.md') }),
    filters: { Markdown: ['md'], [t('All Files')]: ['*'] },
  });
  const allowed = uri && (await forFile(uri));
  if (!uri || !allowed) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(allowed.text));
    const said = allowed.whole ? t('Saved, with the values put back') : t('Saved, with the secrets left out');
    vscode.window.setStatusBarMessage(said, 3_000);
  } catch {
    void vscode.window.showErrorMessage(t('The file could not be written.'));
  }
}
