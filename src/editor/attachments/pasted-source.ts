import type { Source } from './source.ts';

/** A text that was pasted: it goes as it is and whole, whatever its length, as it would in the prompt. */
export function pastedSource(name: string, text: string): Source {
  return {
    key: `pasted ${crypto.randomUUID()}`,
    kind: 'clipboard',
    name,
    read: async () => ({ pieces: [{ name, text }], leftOut: [] }),
  };
}
