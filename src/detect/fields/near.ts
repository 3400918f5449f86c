/** The last place of a character before a place, or -1 where it is not within so many UTF-16 code units. */
export function lastNear(text: string, code: number, before: number, most: number): number {
  const floor = Math.max(0, before - most);
  for (let at = before - 1; at >= floor; at--) if (text.charCodeAt(at) === code) return at;
  return -1;
}

/** The first place of a character from a place on, or -1 where it is not within so many UTF-16 code units. */
export function nextNear(text: string, code: number, from: number, most: number): number {
  const limit = Math.min(text.length, from + most);
  for (let at = from; at < limit; at++) if (text.charCodeAt(at) === code) return at;
  return -1;
}
