import * as vscode from 'vscode';
import type { FilePart } from '../../decide/files.ts';
import { quotedPieces, withoutQuoted } from '../../decide/paths/quoted-files.ts';
import type { Range } from '../../redact/origin.ts';
import type { Translate } from '../../sentences/translate.ts';
import { DIAGNOSTICS } from '../ids.ts';
import { NOTES } from '../models/pieces.ts';
import { fileNamed, fileNameOf } from '../models/workspace-paths.ts';
import { fileOf, offsetsOf } from '../redaction/redacting.ts';
import { selectedInTerminal } from '../redaction/redact-terminal.ts';
import { textContent } from './content.ts';
import { fileSource, nameOf } from './file-source.ts';
import { rangeAfter } from './kept-range.ts';
import { LIMITS } from './limits.ts';
import { type Content, nothing, type Piece, type Reading, type Source, type SourceKind } from './source.ts';

/** What is in front: the notebook, the document, or what a tab shows that is neither. */
export function activeEditorSource(): Source | undefined {
  const uri =
    vscode.window.activeNotebookEditor?.notebook.uri ??
    (vscode.window.activeTextEditor && fileOf(vscode.window.activeTextEditor.document)) ??
    uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  return uri && fileSource(uri, 'editor');
}

/** The file that a tab shows; of two beside each other the changed one. */
export function uriOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  if (input instanceof vscode.TabInputNotebook) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}

/**
 * What is selected in the editor in front; it goes with its text as that is edited. Of a caret nothing is.
 */
export function selectionSource(): Source | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document } = editor;
  let ranges: readonly Range[] = editor.selections
    .filter(({ isEmpty }) => !isEmpty)
    .map((selection) => offsetsOf(document, selection))
    .toSorted((a, b) => a.start - b.start);
  if (ranges.length === 0) return undefined;
  const written = document.uri.toString();
  const following = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document.uri.toString() !== written) return;
    // Offsets of the text before all of them: the last is applied first.
    for (const { rangeOffset, rangeLength, text } of event.contentChanges.toSorted(
      (a, b) => b.rangeOffset - a.rangeOffset,
    )) {
      const edit = { start: rangeOffset, end: rangeOffset + rangeLength, length: text.length };
      ranges = ranges.map((range) => rangeAfter(range, edit));
    }
  });
  const file = fileOf(document);
  const places = ranges.map(({ start, end }) => `${start}-${end}`).join(',');
  return {
    key: `selection ${written} ${places}`,
    kind: 'selection',
    name: linesOf(document, ranges, nameOf(file)),
    uri: written,
    dispose: () => void following.dispose(),
    async read({ deniedBy }) {
      const fileName = fileNameOf(file);
      const glob = deniedBy(fileName);
      const name = nameOf(file);
      if (glob !== undefined) return nothing('denied', { name, glob });
      const now = await documentAt(document);
      if (!now) return nothing('gone', { name });
      const pieces = ranges.map(({ start, end }) =>
        now.getText(new vscode.Range(now.positionAt(start), now.positionAt(end))),
      );
      const content = textContent(linesOf(now, ranges, name), pieces.join('\n…\n'), fileName, now.languageId);
      const firstLine = now.positionAt(ranges[0]?.start ?? 0).line + 1;
      // Of several pieces the lines of the later ones cannot be counted on.
      return ranges.length > 1
        ? content
        : { ...content, pieces: content.pieces.map((piece) => ({ ...piece, firstLine })) };
    },
  };
}

/** The document, opened again where it was closed meanwhile. */
async function documentAt(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  if (!document.isClosed) return document;
  try {
    return await vscode.workspace.openTextDocument(document.uri);
  } catch {
    return undefined;
  }
}

/** `src/db.ts:12-20,31` */
function linesOf(document: vscode.TextDocument, ranges: readonly Range[], name: string): string {
  const lines = ranges.map(({ start, end }) => {
    const [from, to] = [document.positionAt(start).line + 1, document.positionAt(end).line + 1];
    return from === to ? String(from) : `${from}-${to}`;
  });
  return `${name}:${lines.join(',')}`;
}

/** Errors, warnings and notes of the workspace, as they are when it is read. */
export function problemsSource(t: Translate): Source {
  return {
    key: 'problems',
    kind: 'problems',
    name: t('Problems'),
    read: async (reading) => problems(reading),
  };
}

const SEVERITIES: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

function problems({ deniedBy }: Reading): Content {
  const pieces: Piece[] = [];
  const leftOut: Content['leftOut'][number][] = [];
  let listed = 0;
  for (const [uri, all] of vscode.languages.getDiagnostics()) {
    // Where a file holds which secret is nothing for a model.
    const said = all.filter(
      ({ severity, source }) => severity !== vscode.DiagnosticSeverity.Hint && source !== DIAGNOSTICS.source,
    );
    if (said.length === 0) continue;
    const name = nameOf(uri);
    const file = fileNameOf(uri);
    // A message may quote the file.
    const glob = deniedBy(file);
    if (glob !== undefined) leftOut.push({ why: 'denied', count: 1, name, glob });
    else if (listed + said.length > LIMITS.problems) leftOut.push({ why: 'too-many', count: 1, name });
    else {
      listed += said.length;
      pieces.push({ name: `Problems in ${name}`, file, text: said.map(problemLine).join('\n') });
    }
  }
  return pieces.length + leftOut.length === 0 ? nothing('empty') : { pieces, leftOut };
}

/** `12:5 error: Cannot find name 'x'. (ts 2304)` */
function problemLine({ range, severity, message, source, code }: vscode.Diagnostic): string {
  const number = typeof code === 'object' ? code.value : code;
  const by = [source, number].filter((part) => part !== undefined && part !== '').join(' ');
  const { line, character } = range.start;
  return `${line + 1}:${character + 1} ${SEVERITIES[severity]}: ${message}${by === '' ? '' : ` (${by})`}`;
}

/** What is selected in the terminal in front, as it is now. */
export async function terminalSource(t: Translate): Promise<Source | undefined> {
  const text = await selectedInTerminal();
  if (text === undefined) return undefined;
  const name = t('Terminal selection');
  return {
    key: `terminal ${crypto.randomUUID()}`,
    kind: 'terminal',
    name,
    read: async (reading) => printed(name, text, reading),
  };
}

/** What a terminal printed, without what it printed of files that are denied. */
function printed(
  name: string,
  whole: string,
  { deniedBy, isRuled }: Pick<Reading, 'deniedBy' | 'isRuled'>,
): Content {
  const globOf = (path: string): string | undefined => {
    const file = fileNamed(path);
    return file && deniedBy(file);
  };
  const { text, leftOut } = withoutQuoted(whole, globOf, NOTES.denied);
  const denied = leftOut.map(({ path, glob }) => ({ why: 'denied' as const, count: 1, name: path, glob }));
  const quotes = quotedPieces(text).flatMap(({ start, end, path }): FilePart[] => {
    const file = fileNamed(path);
    return file && isRuled(file) ? [{ start, end, file, isQuoted: true }] : [];
  });
  const { pieces, leftOut: others } = textContent(name, text);
  return { pieces: pieces.map((piece) => ({ ...piece, quotes })), leftOut: [...others, ...denied] };
}

/** The text that was copied last, as it is now. */
export async function clipboardSource(t: Translate): Promise<Source | undefined> {
  const text = await vscode.env.clipboard.readText();
  return text.trim() === '' ? undefined : snapshot('clipboard', t('Clipboard'), text);
}

function snapshot(kind: SourceKind, name: string, text: string): Source {
  return { key: `${kind} ${crypto.randomUUID()}`, kind, name, read: async () => textContent(name, text) };
}
