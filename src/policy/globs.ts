/**
 * Whether `text` matches `glob`: case does not matter and `*` stands for any run of characters, also none.
 * Linear in practice and never worse than text × glob, so a hostile model name cannot hold it up.
 */
export function matchesGlob(glob: string, text: string): boolean {
  const g = glob.toLowerCase();
  const t = text.toLowerCase();
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < t.length) {
    if (at < g.length && g[at] === '*') {
      star = at++;
      resume = from;
    } else if (at < g.length && g[at] === t[from]) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  while (g[at] === '*') at++;
  return at === g.length;
}
