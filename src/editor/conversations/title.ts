/** A title is no longer, in characters. */
const LONGEST = 60;
const LONGEST_GIVEN = 200;

/** What a conversation is called: the first words of its first prompt, which has been redacted. Empty where there are none. */
export function firstWords(text: string): string {
  // No more is looked at: a prompt may be a megabyte.
  const words = oneLine(text.slice(0, 4_000)).replace(/^[#>*`\s-]{1,20}/, '');
  const characters = [...words];
  if (characters.length <= LONGEST) return words;
  const cut = characters.slice(0, LONGEST + 1).join('');
  const space = cut.lastIndexOf(' ');
  const whole = space > LONGEST / 3 ? cut.slice(0, space) : characters.slice(0, LONGEST).join('');
  return `${whole.replace(/[\s,;:.–-]{1,10}$/, '')}…`;
}

/** A title as somebody typed it, on one line and of a length that can be shown. */
export function givenTitle(text: string): string {
  return [...oneLine(text.slice(0, 4_000))].slice(0, LONGEST_GIVEN).join('').trim();
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must not stand in a line
  return text.replace(/[\s\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069]+/g, ' ').trim();
}
