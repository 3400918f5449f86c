import type { Airlock } from '../airlock.ts';
import type { Work } from './batch.ts';

/** The text with a stand-in for every finding. */
export async function redactOne(airlock: Airlock, text: string): Promise<string> {
  const [redacted] = await airlock.redact(airlock.newConversation(), [text]);
  if (!redacted) throw new Error('nothing came back');
  return redacted.text;
}

/** One group of a batch, each line a conversation of its own. */
export function redactWork(airlock: Airlock): Work {
  return async (items) => {
    const results = await airlock.redactEach(items.map(({ text }) => text));
    return results.map(({ text, replacements }) => ({
      text,
      placeholders: [...new Map(replacements.map(({ standIn }) => [standIn.name, standIn.kind]))].map(
        ([placeholder, kind]) => ({ placeholder, kind }),
      ),
    }));
  };
}
