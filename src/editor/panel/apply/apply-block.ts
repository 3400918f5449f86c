import * as vscode from 'vscode';
import type { CodeBlock } from '../../../markdown/code-blocks.ts';
import { fenceInfo } from '../../../markdown/fence-info.ts';
import type { Translate } from '../../../sentences/translate.ts';
import { languageId } from './language-id.ts';
import { namedPaths } from './named-paths.ts';
import { propose } from './propose.ts';
import { patchesIn } from './unified-diff.ts';
import { chooseTarget } from './targets.ts';
import type { Proposals } from './proposals.ts';

/** What putting a block of code into a file works with. */
export interface Applying {
  /** As it went over the wire, with stand-ins. */
  readonly block: CodeBlock;
  /** The files that went with the prompt, by their paths. */
  readonly attached: readonly string[];
  /** A text as it may stand anywhere but in a file; undefined where something in it stands for nothing. */
  readonly restore: (text: string) => string | undefined;
  /** The block as it may stand in a file that has such a text; undefined where the user gave up. */
  readonly forFile: (file: vscode.Uri, text: string) => Promise<string | undefined>;
  readonly proposals: Proposals;
  readonly t: Translate;
}

/** *Apply to File…*: chooses the file, works out the change and shows it; nothing is written by this. */
export async function applyBlock({
  block,
  attached,
  restore,
  forFile,
  proposals,
  t,
}: Applying): Promise<void> {
  const line = cursorIn();
  const patches = patchesIn({ ...block, text: restore(block.text) ?? block.text });
  const one =
    patches.length > 1
      ? await choosePatch(
          patches.map(({ path }) => path ?? ''),
          t,
        )
      : 0;
  if (one === undefined) return;
  const path = patches[one]?.path;
  const named = (path === undefined ? namedPaths(block) : [path]).flatMap((name) => restore(name) ?? []);
  const target = await chooseTarget(named, attached, t);
  if (!target) return;
  const code = await forFile(target.uri, await textOf(target.uri));
  if (code === undefined) return;
  const own = patches.length === 0 ? undefined : patchesIn({ ...block, text: code })[one];
  const at = line?.uri === target.uri.toString() ? line.at : undefined;
  await proposals.show({ target, make: (file) => propose(file, code, own, at) });
}

/** *Open in New File*: an untitled document in the language of the block. */
export async function openBlock({ info }: CodeBlock, text: string): Promise<void> {
  const language = languageId(fenceInfo(info).language, await vscode.languages.getLanguages());
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language }));
}

function cursorIn(): { readonly uri: string; readonly at: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), at: editor.selection.active.line };
}

async function choosePatch(paths: readonly string[], t: Translate): Promise<number | undefined> {
  const items = paths.map((label, at) => ({
    label: label === '' ? t('A file it does not name') : label,
    at,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Apply to File'),
    placeHolder: t('The diff changes several files. Which one first?'),
  });
  return picked?.at;
}

async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return '';
  }
}
