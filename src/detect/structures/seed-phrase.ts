import { hit, matchAt, NOTHING } from './reading.ts';
import type { Structure } from './structure.ts';

const LEAD =
  /(?:seed|mnemonic|recovery|secret|backup)(?:[ _-]?(?:phrase|words|mnemonic|key|recovery|code|sentence)){0,3}[^A-Za-z\r\n]{0,12}(?:(?:is|was|are|string|const|value|of my wallet|for my wallet|my wallet|words)[^A-Za-z\r\n]{1,8}){0,3}[^A-Za-z]{0,16}/iy;
const WORDS =
  /[a-z]{3,8}(?:(?:[ \t]{1,4}|[ \t]?\r?\n[ \t>]{0,8}|,[ \t]?|["'],?\s{0,8}["'])(?:\d{1,2}[.):][ \t]?)?[a-z]{3,8}){11,23}(?![A-Za-z])/y;

/** Words of running English that no wallet's list has. */
const PROSE =
  /\b(?:the|and|for|are|with|from|your|not|was|has|but|which|should|used|using|its|were|does|been|our|his|her|into a|users?)\b/;

/** The longest phrase a wallet makes that is no longer than so many words. */
const COUNTS = [24, 21, 18, 15, 12];

/** The words a wallet is recovered from, behind words that say so. */
export const seedPhrase: Structure = {
  id: 'seed-phrase',
  literals: [
    'seed phrase',
    'seed_phrase',
    'seedphrase',
    'mnemonic',
    'recovery phrase',
    'recovery_phrase',
    'seed words',
    'secret phrase',
    'secret recovery phrase',
    'backup phrase',
  ],
  findAt(text, at, onPassed) {
    const lead = matchAt(LEAD, text, at)?.[0];
    if (lead === undefined) return NOTHING;
    const start = at + lead.length;
    const run = matchAt(WORDS, text, start)?.[0];
    if (run === undefined) return NOTHING;
    if (PROSE.test(run)) {
      onPassed?.(start, start + run.length, 'sentence', at);
      return NOTHING;
    }
    const words = [...run.matchAll(/[a-z]{3,8}/g)];
    const count = COUNTS.find((most) => most <= words.length) ?? 0;
    const last = words[count - 1];
    // Test networks' phrases repeat one word.
    if (!last || new Set(words.slice(0, count).map(([word]) => word)).size < count / 2) {
      onPassed?.(start, start + run.length, 'documentation-sample', at);
      return NOTHING;
    }
    return [hit('seed-phrase', { start, end: start + last.index + last[0].length }, 'context')];
  },
};
