import type { Finding } from '../detect/finding.ts';
import type { Redacted } from '../redact/redact.ts';
import { isJsonPiece } from './find-in-pieces.ts';
import type { OutgoingMessage } from './messages.ts';

/** What is known of the pieces of a request that are JSON: some formats send the texts in them decoded. */
export interface JsonPieces {
  /** What those of the values say that stand with escapes in a piece. */
  readonly decoded: (values: Iterable<string>) => readonly string[];
  /** Whether what was found in a text is a stand-in with the escapes of a piece undone, or part of one. */
  readonly isStandIn: (text: string, finding: Pick<Finding, 'start' | 'end'>) => boolean;
}

/** @param texts of each message, as it leaves. */
export function jsonPieces(messages: readonly OutgoingMessage[], texts: readonly Redacted[]): JsonPieces {
  const isJson = messages.map(isJsonPiece);
  const names = new Set(
    texts.flatMap(({ replacements }, i) =>
      isJson[i] === true ? replacements.flatMap(({ standIn }) => decodedOf(standIn.name)) : [],
    ),
  );
  return {
    decoded: (values) =>
      Array.from(values, (value) =>
        value.includes('\\') && messages.some(({ text }, i) => isJson[i] === true && text.includes(value))
          ? decodedOf(value)
          : [],
      ).flat(),
    isStandIn: (text, { start, end }) =>
      Array.from(names).some((name) => {
        const at = text.indexOf(name, Math.max(0, end - name.length));
        return at >= 0 && at <= start;
      }),
  };
}

/** What a text with escapes says in a string of JSON; nothing where it has none, or is no part of one. */
function decodedOf(text: string): readonly string[] {
  if (!text.includes('\\')) return [];
  try {
    return [String(JSON.parse(`"${text}"`))];
  } catch {
    return [];
  }
}
