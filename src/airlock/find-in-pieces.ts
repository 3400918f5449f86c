import { type Finding, type Scan, ScanFailure } from '../detect/finding.ts';
import { type JsonString, jsonStringsIn } from './json-strings.ts';
import type { OutgoingMessage } from './messages.ts';

const NONE: readonly JsonString[] = [];

/** Whether the text of a message is JSON of which some formats send the strings decoded. */
export function isJsonPiece({ part }: Pick<OutgoingMessage, 'part'>): boolean {
  return part?.type === 'tool' || part?.type === 'tool-call';
}

/**
 * What is found in the texts of messages, one list each, in order of place. Of pieces that are JSON every string is looked
 * at by itself as well, without its escapes: so it is looked at by the gate, and read by the model.
 *
 * @param texts those of the messages, or what has become of them.
 * @throws ScanFailure when a text could not be looked at in full.
 */
export async function findInPieces(
  scan: Scan,
  messages: readonly OutgoingMessage[],
  texts: readonly string[] = messages.map(({ text }) => text),
): Promise<readonly (readonly Finding[])[]> {
  const isJson = messages.map(isJsonPiece);
  const pieces = texts.filter((_, i) => isJson[i]);
  if (pieces.length === 0) return scan(texts);
  const known = stringsIn(scan, pieces);
  const strings = texts.map((text, i) => (isJson[i] === true ? (known.get(text) ?? NONE) : NONE));
  const inner = strings.flat();
  const found = await scan([...texts, ...inner.map(({ text }) => text)]);
  if (found.length !== texts.length + inner.length) throw new ScanFailure('rule-failed');
  let next = texts.length;
  return strings.map((those, i) => {
    const whole = found[i] ?? [];
    const more = those.flatMap((string) => (found[next++] ?? []).map((finding) => inPiece(string, finding)));
    if (more.length === 0) return whole;
    const places = new Set(whole.map(({ start, end }) => `${start} ${end}`));
    const fresh = more.filter(({ start, end }) => !places.has(`${start} ${end}`));
    return [...whole, ...fresh].toSorted((a, b) => a.start - b.start);
  });
}

/** A finding of a string as one of the piece that it is in. */
function inPiece({ placeOf }: JsonString, finding: Finding): Finding {
  const start = placeOf(finding.start);
  const end = placeOf(finding.end);
  if (end - start === finding.end - finding.start) return { ...finding, start, end };
  // What is inside of it would be decoded from what stands there, which is written in escapes.
  const { inside: _, through = [], ...whole } = finding;
  return { ...whole, start, end, through: ['escapes', ...through] };
}

/** The strings in the pieces of so many calls are known: those of one prompt, from its review to what became of it. */
const CALLS = 4;
const recent = new WeakMap<Scan, readonly ReadonlyMap<string, readonly JsonString[]>[]>();

/** The strings of each piece; a conversation sends the same ones again and again. */
function stringsIn(scan: Scan, pieces: readonly string[]): ReadonlyMap<string, readonly JsonString[]> {
  const before = recent.get(scan) ?? [];
  const strings = new Map(
    pieces.map((text) => [text, before.find((those) => those.has(text))?.get(text) ?? jsonStringsIn(text)]),
  );
  recent.set(scan, [strings, ...before.slice(0, CALLS - 1)]);
  return strings;
}
