/** What was dropped: the addresses of what the workbench lets go of over the panel. */

/** More are not taken at once. */
const MOST = 200;

/**
 * The addresses in a drop, each once. What is no address of a file is passed over; a Windows path is not one.
 * @param texts of the drop's data: lists of addresses by lines, JSON lists of addresses or of paths.
 */
export function addressesIn(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => fromJson(text) ?? fromLines(text));
  return [...new Set(found)].slice(0, MOST);
}

function fromJson(text: string): string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.flatMap((one) => (typeof one === 'string' ? addressOf(one) : [])) : [];
  } catch {
    return [];
  }
}

function fromLines(text: string): string[] {
  return text.split(/\r?\n/, MOST + 1).flatMap((line) => addressOf(line.trim()));
}

function addressOf(text: string): string[] {
  if (/^untitled:[^\s]{1,1000}$/.test(text)) return [text];
  if (text.startsWith('/')) return [`file://${encodeURI(text)}`];
  return /^[a-z][a-z0-9+.-]{1,60}:\/\/?[^\s]{1,4000}$/i.test(text) &&
    !/^(?:https?|data|javascript):/i.test(text)
    ? [text]
    : [];
}
