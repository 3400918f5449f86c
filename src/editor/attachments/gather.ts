import * as vscode from 'vscode';
import type { Translate } from '../../sentences/translate.ts';
import {
  activeEditorSource,
  clipboardSource,
  problemsSource,
  selectionSource,
  terminalSource,
} from './editor-sources.ts';
import { fileSource, folderSource } from './file-source.ts';
import { gitDiffSource } from './git-diff.ts';
import type { Source, SourceKind } from './source.ts';

/** The sources that were found, or why there is none; neither where the user thought better of it. */
export type Gathered = { readonly sources: readonly Source[] } | { readonly why: string };

type Gather = (t: Translate) => Promise<Gathered> | Gathered;

/** How each kind of thing is found. */
const GATHER: Readonly<Record<SourceKind, Gather>> = {
  selection: (t) => oneOr(selectionSource(), t('Select something in the editor first.')),
  editor: (t) => oneOr(activeEditorSource(), t('Open a file first.')),
  problems: (t) => oneOr(problemsSource(t), ''),
  terminal: async (t) => oneOr(await terminalSource(t), t('Select text in the terminal first.')),
  diff: (t) => oneOr(gitDiffSource(t), ''),
  clipboard: async (t) => oneOr(await clipboardSource(t), t('There is no text on the clipboard.')),
  file: (t) => chosen({ title: t('Attach files'), openLabel: t('Attach'), canSelectMany: true }, fileSource),
  folder: (t) =>
    chosen(
      { title: t('Attach a folder'), openLabel: t('Attach'), canSelectFolders: true, canSelectFiles: false },
      folderSource,
    ),
  image: (t) =>
    chosen(
      {
        title: t('Attach a picture'),
        openLabel: t('Attach'),
        canSelectMany: true,
        filters: { [t('Pictures')]: ['png', 'jpg', 'jpeg', 'gif', 'webp'] },
      },
      (uri) => fileSource(uri, 'image'),
    ),
};

/** Finds what of a kind there is to be attached; asks the user which files. */
export async function gather(kind: SourceKind, t: Translate): Promise<Gathered> {
  return GATHER[kind](t);
}

function oneOr(source: Source | undefined, why: string): Gathered {
  return source ? { sources: [source] } : { why };
}

async function chosen(
  options: vscode.OpenDialogOptions,
  sourceOf: (uri: vscode.Uri) => Source,
): Promise<Gathered> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uris = await vscode.window.showOpenDialog({ ...options, ...(folder && { defaultUri: folder.uri }) });
  return { sources: (uris ?? []).map((uri) => sourceOf(uri)) };
}
