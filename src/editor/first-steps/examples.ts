import type { Translate } from '../../sentences/translate.ts';

/** Made up, each of a form that is found: nobody has this address, nor this card. */
const VALUES = 'maria.lopez@brightparcel.io, card 4539 8544 0918 6709';

/** A prompt with something in it, to see what is made of it. */
export function examplePrompt(t: Translate): string {
  return `${t('Why is this order refused?')}\n\norder 20817 of ${VALUES}: status 402`;
}

/** A text with something in it, to be redacted in the editor. */
export function exampleText(t: Translate): string {
  return `# ${t('Made up, so try it: Undo brings it back, and Restore Selection does too.')}
[order]
id = 20817
customer = maria.lopez@brightparcel.io
card = 4539 8544 0918 6709
`;
}
