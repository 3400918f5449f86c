import type { Airlock, Conversation, TextOfFile } from '../airlock.ts';
import type { FileName } from '../decide/files.ts';
import { maskOf } from '../redact/mask.ts';
import type { Redacted } from '../redact/redact.ts';
import type { Style } from '../redact/stand-in.ts';
import { Vault } from '../redact/vault.ts';
import { deniedSentence } from '../sentences/decision.ts';
import { english, type Translate } from '../sentences/translate.ts';
import type { Item, Work } from './batch.ts';
import { t } from './language.ts';

/** A file is not to be passed on, redacted or not, as a rule of the user's denies it; the message says which. */
export class DeniedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeniedError';
  }
}

/** How what was found is replaced: by stand-ins, or by what only shows that something was there. */
export type RedactStyle = Style | 'mask';

export const REDACT_STYLES: readonly RedactStyle[] = ['placeholder', 'surrogate', 'mask'];

/**
 * The text with every finding replaced.
 * @throws DeniedError where a rule denies the file to every destination.
 */
export async function redactOne(
  airlock: Airlock,
  { text, file }: TextOfFile,
  style: RedactStyle,
): Promise<string> {
  assertAllowed(airlock, file);
  const [redacted] = await airlock.redact(newConversation(style), [text]);
  if (!redacted) throw new Error('nothing came back');
  return textOf(redacted, text, style);
}

/** One group of a batch, each line a conversation of its own. */
export function redactWork(airlock: Airlock, style: RedactStyle): Work {
  return async (items) => {
    const denied = new Map<Item, string>();
    for (const item of items) {
      const text = denialText(airlock, item.file, english);
      if (text !== undefined) denied.set(item, text);
    }
    const rest = items.filter((item) => !denied.has(item));
    const found = await airlock.find(rest.map(({ text }) => text));
    const lines = new Map<Item, object>();
    for (const [i, item] of rest.entries()) {
      const [redacted] = await airlock.redact(newConversation(style), [item.text], found.slice(i, i + 1));
      if (!redacted) throw new Error('not every text came back');
      lines.set(item, redactedLine(redacted, item.text, style));
    }
    return items.map((item) => lines.get(item) ?? { error: denied.get(item) });
  };
}

function newConversation(style: RedactStyle): Conversation {
  return { vault: new Vault({ styleOf: () => (style === 'mask' ? 'placeholder' : style) }) };
}

function redactedLine(redacted: Redacted, original: string, style: RedactStyle): object {
  const text = textOf(redacted, original, style);
  const standIns = style === 'mask' ? [] : redacted.replacements.map(({ standIn }) => standIn);
  const kinds = new Map(standIns.map(({ name, kind }) => [name, kind]));
  return { text, placeholders: [...kinds].map(([placeholder, kind]) => ({ placeholder, kind })) };
}

function textOf({ text, replacements }: Redacted, original: string, style: RedactStyle): string {
  if (style !== 'mask') return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, standIn } of replacements) {
    pieces.push(original.slice(from, start), maskOf(original.slice(start, end), standIn.kind));
    from = end;
  }
  return [...pieces, original.slice(from)].join('');
}

/** @throws DeniedError where a rule denies the file to every destination. */
export function assertAllowed(airlock: Airlock, file: FileName | undefined): void {
  const denied = denialText(airlock, file, t);
  if (denied !== undefined) throw new DeniedError(denied);
}

/** Why a file is not passed on; undefined where none of the rules denies it. */
function denialText(airlock: Airlock, file: FileName | undefined, words: Translate): string | undefined {
  const denial = file && airlock.deniedAnywhere(file);
  return file && denial && deniedSentence(file.path, denial, words);
}
