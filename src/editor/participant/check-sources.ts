import * as vscode from 'vscode';
import { ScanFailure } from '../../detect/finding.ts';
import { MAX_TEXT_BYTES } from '../../detect/limits.ts';
import type { Translate } from '../../sentences/translate.ts';
import { fileNameOf } from '../models/workspace-paths.ts';
import { fileOf, offsetsOf } from '../redaction/redacting.ts';
import type { CheckKnown, NotLooked } from './check-answer.ts';
import type { Source, Sources } from './check.ts';
import type { Given } from './looked.ts';

/** More than these are not looked at in one go. */
const MOST = 20;
/** What the Chat says of its own accord of what is in front of the user; that is taken from the editor itself. */
const IN_FRONT = /^vscode\.(?:implicit|customizations)\b/;
/** Files of instructions that the Chat sends along; they leave as well, and are not what is asked about. */
const SENT_ALONG = /^vscode\.(?:instructions|prompt)\b/;

/**
 * What a request is about: what is attached to it; else what is selected in the editor in front; else all of that. What
 * the Chat sends along comes behind it, and last what was typed. Nothing is fetched: only files of the workspace's file
 * systems are read.
 */
export async function sourcesOf(
  { references, prompt }: Pick<vscode.ChatRequest, 'references' | 'prompt'>,
  t: Translate,
): Promise<Sources> {
  const all = distinct(references.filter(({ id }) => !IN_FRONT.test(id)).toReversed());
  const attached = all.filter(({ id }) => !SENT_ALONG.test(id));
  const alongside = all.filter(({ id }) => SENT_ALONG.test(id));
  const given: Source[] = [];
  const notLooked: CheckKnown['notLooked'][number][] = [];
  const put = async ({ value }: vscode.ChatPromptReference): Promise<void> => {
    const one = given.length < MOST ? await sourceOf(value, t) : refused(value, 'too-many', t);
    if ('why' in one) notLooked.push(one);
    else given.push(one);
  };
  for (const one of attached) await put(one);
  const inEditor = attached.length === 0 ? inFront() : undefined;
  if (inEditor) given.push(inEditor);
  for (const one of alongside) await put(one);
  if (prompt.trim() !== '') {
    given.push({
      name: t('What you typed'),
      text: prompt,
      pieces: undefined,
      file: undefined,
      isTyped: true,
    });
  }
  return { given, notLooked, inEditor: inEditor !== undefined };
}

interface Refused {
  readonly name: string;
  readonly why: NotLooked;
}

/** The selections of the editor in front, or all of its document. */
function inFront(): Source | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { document, selections } = editor;
  const selected = selections.filter(({ isEmpty }) => !isEmpty);
  const pieces = selected.length === 0 ? undefined : selected.map((one) => offsetsOf(document, one));
  return sourceOfDocument(document, pieces);
}

async function sourceOf(value: unknown, t: Translate): Promise<Source | Refused> {
  if (typeof value === 'string') {
    return { name: t('Attached text'), text: value, pieces: undefined, file: undefined };
  }
  if (value instanceof vscode.Uri) return sourceAt(value);
  if (value instanceof vscode.Location) return sourceAt(value.uri, value.range);
  return refused(value, 'no-text', t);
}

async function sourceAt(uri: vscode.Uri, range?: vscode.Range): Promise<Source | Refused> {
  const written = uri.toString();
  const name = nameOf(uri);
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === written);
  try {
    if (open) return sourceOfDocument(open, range && [offsetsOf(open, range)]);
    // An address of the web is none of ours to ask.
    if (/^https?$/i.test(uri.scheme)) return { name, why: 'not-there' };
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0) return { name, why: 'folder' };
    if (size > MAX_TEXT_BYTES) return { name, why: new ScanFailure('too-large', size) };
    const text = await textOf(uri, await vscode.workspace.fs.readFile(uri));
    if (text === undefined) return { name, why: 'no-text' };
    const pieces = range && [rangeIn(text, range)];
    return { name, text, pieces, file: fileNameOf(uri) };
  } catch {
    return { name, why: 'not-there' };
  }
}

async function textOf(uri: vscode.Uri, bytes: Uint8Array): Promise<string | undefined> {
  try {
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    // It is binary.
    return undefined;
  }
}

function sourceOfDocument(document: vscode.TextDocument, pieces: Given['pieces']): Source {
  const uri = fileOf(document);
  return {
    name: nameOf(uri),
    text: document.getText(),
    pieces,
    file: uri.scheme === 'untitled' ? undefined : fileNameOf(uri),
  };
}

function nameOf(uri: vscode.Uri): string {
  return uri.scheme === 'untitled' ? uri.path : vscode.workspace.asRelativePath(uri, false);
}

function refused(value: unknown, why: NotLooked, t: Translate): Refused {
  if (value instanceof vscode.Uri) return { name: nameOf(value), why };
  if (value instanceof vscode.Location) return { name: nameOf(value.uri), why };
  return { name: t('An attachment'), why };
}

/** A range of a text that is in no document, as offsets. */
function rangeIn(
  text: string,
  { start, end }: vscode.Range,
): { readonly start: number; readonly end: number } {
  const begins = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((one) => one.index + one[0].length)];
  const offset = ({ line, character }: vscode.Position): number =>
    Math.min((begins[line] ?? text.length) + character, begins[line + 1] ?? text.length, text.length);
  return { start: offset(start), end: offset(end) };
}

/** Each reference once: the same file is attached by hand and by the Chat. */
function distinct(references: readonly vscode.ChatPromptReference[]): readonly vscode.ChatPromptReference[] {
  const seen = new Map<unknown, vscode.ChatPromptReference>();
  for (const one of references) {
    const { value } = one;
    const key =
      value instanceof vscode.Location
        ? `${value.uri.toString()}\n${JSON.stringify(value.range)}`
        : value instanceof vscode.Uri
          ? value.toString()
          : value;
    if (!seen.has(key)) seen.set(key, one);
  }
  return [...seen.values()];
}
