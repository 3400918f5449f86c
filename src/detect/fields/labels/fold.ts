/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe' };

/** A text in small letters without marks; what is beyond Latin letters stays as it is, marks of kana with it. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  if (!/[\u00c0-\u036f\u1e00-\u1eff]/.test(small)) return small;
  return small
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[ßłøæœ]/g, (letter) => WHOLE[letter] ?? letter)
    .normalize('NFC');
}
