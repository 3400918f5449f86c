import type { Airlock, TextOfFile } from '../airlock.ts';
import type { FileName } from '../decide/files.ts';
import type { Redacted } from '../redact/redact.ts';
import { deniedSentence } from '../sentences/decision.ts';
import { english } from '../sentences/translate.ts';
import type { Item, Work } from './batch.ts';

/** A file is not to be passed on, redacted or not, as a rule of the user's denies it; the message says which. */
export class DeniedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DeniedError';
  }
}

/**
 * The text with a stand-in for every finding.
 * @throws DeniedError where a rule denies the file to every destination.
 */
export async function redactOne(airlock: Airlock, { text, file }: TextOfFile): Promise<string> {
  const denied = denialText(airlock, file);
  if (denied !== undefined) throw new DeniedError(denied);
  const [redacted] = await airlock.redact(airlock.newConversation(), [text]);
  if (!redacted) throw new Error('nothing came back');
  return redacted.text;
}

/** One group of a batch, each line a conversation of its own. */
export function redactWork(airlock: Airlock): Work {
  return async (items) => {
    const denied = new Map<Item, string>();
    for (const item of items) {
      const text = denialText(airlock, item.file);
      if (text !== undefined) denied.set(item, text);
    }
    const rest = items.filter((item) => !denied.has(item));
    const results = (await airlock.redactEach(rest.map(({ text }) => text))).map(redactedLine);
    if (results.length !== rest.length) throw new Error('not every text came back');
    const left = results[Symbol.iterator]();
    return items.map((item) => {
      const error = denied.get(item);
      return error === undefined ? { ...left.next().value } : { error };
    });
  };
}

function redactedLine({ text, replacements }: Redacted): object {
  const kinds = new Map(replacements.map(({ standIn }) => [standIn.name, standIn.kind]));
  return { text, placeholders: [...kinds].map(([placeholder, kind]) => ({ placeholder, kind })) };
}

/** Why a file is not passed on; undefined where none of the rules denies it. */
function denialText(airlock: Airlock, file: FileName | undefined): string | undefined {
  const denial = file && airlock.deniedAnywhere(file);
  return file && denial && deniedSentence(file.path, denial.index, denial.rule.path ?? '', english);
}
