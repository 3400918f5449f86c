import type { OutgoingMessage } from '../../airlock.ts';
import type { FileName, FilePart } from '../../decide/files.ts';
import { quotedPieces, withoutQuoted } from '../../decide/paths/quoted-files.ts';
import { fileTool, pathsIn } from './file-tools.ts';
import type { IncomingMessage, IncomingPart, IncomingTool } from './incoming.ts';
import { namedPieces } from './named-files.ts';
import { newestFrom } from './newest.ts';
import { withoutTold } from './told.ts';

/** What stands where something was taken out, for the model and for people to read. */
export const NOTES = {
  denied: (file: string, glob: string): string =>
    `[${file} was left out by Prompt Airlock: the path rule ${glob} keeps it on this machine.]`,
  opaque: '[A part was left out by Prompt Airlock: nobody could look into it.]',
  withheld: '[This was withheld by Prompt Airlock: what it holds may not go to this destination.]',
} as const;

/** Pictures that hosts take; any other data is no text and no picture. */
const PICTURES = /^image\/(?:png|jpeg|gif|webp)$/;
const TEXTS =
  /^(?:text\/[a-z0-9.+-]+|application\/(?:[a-z0-9.-]+\+)?(?:json|xml|yaml|toml|javascript|typescript|x-sh|sql))$/;

/** What a request is taken apart with. */
export interface TakingApart {
  /** The file of a path as it was named; undefined where it names none. */
  readonly fileOf: (path: string) => FileName | undefined;
  /** The glob of the rule that denies a file where this request goes; undefined where none does. */
  readonly deniedBy: (file: FileName) => string | undefined;
  /** Whether a rule says anything of a file. */
  readonly isRuled: (file: FileName) => boolean;
}

/** A request in pieces, and what was taken out of it. */
export interface TakenApart {
  readonly pieces: readonly OutgoingMessage[];
  /** The first piece of the newest turn. */
  readonly newest: number;
  /** The first piece behind all that the model has written. */
  readonly unanswered: number;
  /** Files taken out of the newest turn, as people read them. */
  readonly leftOut: readonly string[];
  /** How many other parts were taken out of it. */
  readonly opaque: number;
}

/**
 * Takes a request apart: first the tools, then all messages in their order. What a rule denies is not in it any more, and
 * what nobody could look into is not either, but for pictures: these are decided like everything else.
 *
 * @param mustCall whether the model has to call one of the tools.
 */
export function takeApart(
  messages: readonly IncomingMessage[],
  tools: readonly IncomingTool[],
  { fileOf: fileAt, deniedBy, isRuled }: TakingApart,
  mustCall = false,
): TakenApart {
  const pieces: OutgoingMessage[] = tools.map((tool) => pieceOfTool(tool, mustCall));
  const calls = new Map<string, { readonly name: string; readonly input: unknown }>();
  let leftOut: string[] = [];
  let opaque = 0;
  let unanswered = 0;
  let newest = 0;
  const newestMessage = newestFrom(messages);

  const glob = deniedBy;
  /** By the path as it was named: a log names the same ones over and over, and each is looked up on the disk. */
  const named = new Map<string, FileName | undefined>();
  const fileOf = (path: string): FileName | undefined => {
    if (!named.has(path)) named.set(path, fileAt(path));
    return named.get(path);
  };
  const globOfPath = (path: string): string | undefined => {
    const file = fileOf(path);
    return file && glob(file);
  };
  const takeOut = (file: FileName, by: string): string => {
    leftOut.push(file.path);
    return NOTES.denied(file.path, by);
  };

  /** A text without what it quotes of files that are denied, as terminals and searches print it. */
  function unquoted(whole: string): string {
    const { text, leftOut: quoted } = withoutQuoted(whole, globOfPath, NOTES.denied);
    leftOut.push(...quoted.map(({ path }) => fileOf(path)?.path ?? path));
    return text;
  }

  /** A text with the files it is known to hold; those denied are taken out. */
  function ofFiles(given: string, whole: readonly FileName[]): Pick<OutgoingMessage, 'text' | 'files'> {
    for (const file of whole) {
      const by = glob(file);
      if (by !== undefined) return { text: takeOut(file, by) };
    }
    const text = unquoted(given);
    const files: FilePart[] = [];
    const kept: string[] = [];
    let from = 0;
    let length = 0;
    const keep = (to: number): void => {
      if (to <= from) return;
      kept.push(text.slice(from, to));
      length += to - from;
      from = to;
    };
    for (const { start, end, path } of namedPieces(text)) {
      const file = fileOf(path);
      // One within another that was taken out.
      if (file === undefined || end <= from) continue;
      keep(start);
      const by = glob(file);
      if (by !== undefined) {
        const note = `\n${takeOut(file, by)}\n`;
        kept.push(note);
        length += note.length;
        from = end;
      } else files.push({ start: length, end: length + end - Math.max(from, start), file });
    }
    keep(text.length);
    const all = kept.join('');
    const quoted = quotedPieces(all).flatMap(({ start, end, path }): FilePart[] => {
      const file = fileOf(path);
      return file && isRuled(file) ? [{ start, end, file, isQuoted: true }] : [];
    });
    const parts = [...files, ...whole.map((file) => ({ start: 0, end: all.length, file })), ...quoted];
    return parts.length > 0 ? { text: all, files: parts } : { text: all };
  }

  function add(role: OutgoingMessage['role'], text: string, whole: readonly FileName[] = []): void {
    const piece = { role, ...ofFiles(text, whole) };
    // A person may name what an answer showed; a file's text is its own.
    pieces.push(role === 'user' && piece.files === undefined ? { ...piece, quotes: true } : piece);
  }

  function addData(
    part: Extract<IncomingPart, { is: 'data' }>,
    role: OutgoingMessage['role'],
    whole: readonly FileName[] = [],
  ): void {
    const text = textOf(part);
    const denied = whole.find((file) => glob(file) !== undefined);
    if (text !== undefined) add(role, text, whole);
    else if (denied) add(role, takeOut(denied, glob(denied) ?? ''));
    else if (PICTURES.test(part.mediaType)) {
      const image = { mediaType: part.mediaType, base64: base64Of(part.bytes) };
      pieces.push({
        role: 'user',
        text: '',
        part: { type: 'image', image },
        ...(whole.length > 0 && { files: whole.map((file) => ({ start: 0, end: 0, file })) }),
      });
    } else addOpaque(role);
  }

  function addOpaque(role: OutgoingMessage['role']): void {
    opaque += 1;
    pieces.push({ role, text: NOTES.opaque });
  }

  function addResult({ callId, parts, failed }: Extract<IncomingPart, { is: 'result' }>): void {
    const call = calls.get(callId);
    const tool = call && fileTool(call.name);
    const named = tool?.answersContent === true ? (pathsIn(call?.input, tool.path) ?? []) : [];
    const whole = named.flatMap((path) => fileOf(path) ?? []);
    const texts: string[] = [];
    const pictures: Extract<IncomingPart, { is: 'data' }>[] = [];
    for (const part of parts) {
      const text = part.is === 'text' ? part.text : part.is === 'data' ? textOf(part) : undefined;
      if (text !== undefined) texts.push(text);
      else if (part.is === 'data' && PICTURES.test(part.mediaType)) pictures.push(part);
      else if (part.is !== 'aside') {
        opaque += 1;
        texts.push(NOTES.opaque);
      }
    }
    pieces.push({
      role: 'tool',
      ...ofFiles(texts.join('\n'), whole),
      part: { type: 'tool-result', callId, ...(failed && { failed }) },
    });
    for (const picture of pictures) addData(picture, 'user', whole);
  }

  for (const [i, { role, name, parts }] of messages.entries()) {
    if (i === newestMessage) newest = pieces.length;
    if (name !== undefined && role !== 'assistant') add(role, `${name}:`);
    for (const part of parts) {
      switch (part.is) {
        case 'text': {
          const text = role === 'assistant' ? withoutTold(part.text) : part.text;
          if (text.trim() !== '') add(role, text);
          break;
        }
        case 'call':
          calls.set(part.id, part);
          pieces.push({
            role: 'assistant',
            text: JSON.stringify(part.input ?? {}),
            part: { type: 'tool-call', id: part.id, name: part.name },
          });
          break;
        case 'result':
          addResult(part);
          break;
        case 'data':
          addData(part, role);
          break;
        case 'unknown':
          addOpaque(role);
          break;
        case 'aside':
      }
    }
    if (role === 'assistant') {
      unanswered = pieces.length;
      if (i < newestMessage) [leftOut, opaque] = [[], 0];
    }
  }
  const from = newestMessage < messages.length ? newest : pieces.length;
  return {
    pieces: pieces.map((piece, i) =>
      i < from && piece.part?.type !== 'tool' && piece.role !== 'system' ? { ...piece, past: true } : piece,
    ),
    newest: from,
    unanswered,
    leftOut: [...new Set(leftOut)],
    opaque,
  };
}

function pieceOfTool({ name, description, inputSchema }: IncomingTool, required: boolean): OutgoingMessage {
  const parameters = inputSchema ?? { type: 'object', properties: {} };
  return {
    role: 'system',
    text: JSON.stringify({ description, parameters }),
    part: { type: 'tool', name, ...(required && { required }) },
  };
}

/** The text of data that says it is one, and is. */
function textOf({ mediaType, bytes }: Extract<IncomingPart, { is: 'data' }>): string | undefined {
  if (!TEXTS.test(mediaType)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // As many as can be arguments of a call; a multiple of three, so that the pieces join.
  for (let at = 0; at < bytes.length; at += 12_288) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 12_288))));
  }
  return pieces.join('');
}
