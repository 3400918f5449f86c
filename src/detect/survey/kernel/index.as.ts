/**
 * The loops that look at every character of a text, in AssemblyScript: `npm run kernel` compiles them into
 * `kernel-code.ts`. They see a span of the text as bytes, one for each UTF-16 code unit, and write down places where
 * something may stand; whether it does is looked at in TypeScript, on the text itself.
 */
export { beyondAscii } from './beyond-ascii.as';
export { capitals } from './capitals.as';
export { digits } from './digits.as';
export { encoded } from './encoded.as';
export { labels } from './labels.as';
export { literals } from './literals.as';
export { longWords } from './long-words.as';
export { marks } from './marks.as';
export { BESIDE, BITS, file, FIRSTS, FREE, SPAN_SIZE, stoppedAt, UTF8 } from './memory.as';
export { phrases } from './phrases.as';
export { pairs, points } from './signs.as';
export { bring, clear } from './span.as';
