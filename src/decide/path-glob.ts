/**
 * Whether a file's path matches a glob of the user's.
 *
 * `*` stands for any run of characters within a name, `?` for one, `**` for any folders, also none; case, the two
 * kinds of slashes and the two ways to compose an accent do not matter, and a name that begins with a dot is one
 * like any other. A glob without a slash is about the name of the file, wherever it lies; one that ends in a slash
 * about all that is in the folder. Never worse than path × glob.
 */
export function matchesPath(glob: string, path: string): boolean {
  const pattern = segmentsOf(glob);
  const names = segmentsOf(path);
  if (!/[\\/]/.test(glob)) pattern.unshift('**');
  else if (/[\\/]$/.test(glob)) pattern.push('**');
  // A folder's whole contents are not the folder.
  if (pattern.at(-1) === '**') pattern.push('*');
  return matches(pattern, names, (one) => one === '**', matchesName);
}

/** The same wherever on the way to the file the glob's first folder lies: `secrets/**` matches `/home/mia/secrets/key`. */
export function matchesPathBelow(glob: string, path: string): boolean {
  return matchesPath(`**/${glob.replace(/^[\\/]/, '')}`, path);
}

/** The names along a path, `.` and `..` undone; a first empty one stands for the root. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (const [i, name] of path.normalize('NFC').toLowerCase().split(/[\\/]/).entries()) {
    const before = segments.at(-1);
    if (name === '..' && before === '') continue;
    if (name === '..' && before !== undefined && before !== '..') segments.pop();
    else if ((name !== '' || i === 0) && name !== '.') segments.push(name);
  }
  return segments;
}

function matchesName(pattern: string, name: string): boolean {
  return matches(
    [...pattern],
    [...name],
    (one) => one === '*',
    (one, other) => one === '?' || one === other,
  );
}

/** Walks both at once and goes back to the last wildcard only, which is enough: an earlier one has less to gain. */
function matches(
  pattern: readonly string[],
  text: readonly string[],
  isAny: (one: string) => boolean,
  fits: (one: string, other: string) => boolean,
): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < text.length) {
    const one = pattern[at];
    const other = text[from] ?? '';
    if (one !== undefined && isAny(one)) {
      star = at++;
      resume = from;
    } else if (one !== undefined && fits(one, other)) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++resume;
    } else {
      return false;
    }
  }
  while (at < pattern.length && isAny(pattern[at] ?? '')) at++;
  return at === pattern.length;
}
