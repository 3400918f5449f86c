/** What a glob can have that this file does not read. */
const MORE = /[[\]{}()!+@|\\]|(?:^|\/)\.{1,2}(?:\/|$)/;

/**
 * Whether some path can be meant by both globs, so that an exception for the one takes back something of the other. It
 * is said of a pair only that cannot have one for sure: a glob with more in it than `*`, `?` and `**`, and one for which
 * there are no steps left, may.
 */
export function takesBack(exception: string, denied: string, steps: { left: number }): boolean {
  if (MORE.test(exception) || MORE.test(denied)) return true;
  const a = namesOf(exception);
  // What is written out may be a folder, and is denied with all that is in it.
  const b = exception.includes('/') ? [...namesOf(denied), ...within(denied)] : namesOf(denied);
  return meet(a, b, '**', steps, (one, other) => meet([...one], [...other], '*', steps, sameOrAny));
}

function within(denied: string): readonly string[] {
  return /[*?][^/]*$/.test(denied) ? [] : ['**'];
}

function sameOrAny(one: string, other: string): boolean {
  return one === '?' || other === '?' || one === other;
}

/** Both can lie anywhere below the folder, and end in folders with all that is in them. */
function namesOf(glob: string): readonly string[] {
  const names = glob.normalize('NFC').toLowerCase().split('/');
  const last = names.at(-1) === '' ? ['**'] : [];
  return ['**', ...names.filter((name) => name !== '' && name !== '.'), ...last];
}

/** Whether something fits both rows, in each of which `any` stands for any run of parts. */
function meet(
  a: readonly string[],
  b: readonly string[],
  any: string,
  steps: { left: number },
  fits: (one: string, other: string) => boolean,
): boolean {
  // Which places of `b` can have been reached when `a` was read up to here.
  let reached = withSkipped(new Set([0]), b, any);
  for (const one of a) {
    const next = new Set<number>();
    for (const from of reached) {
      steps.left--;
      const other = b[from];
      if (one === any) {
        for (let at = from; at <= b.length; at++) next.add(at);
        break;
      }
      if (other === any) next.add(from);
      else if (other !== undefined && (steps.left <= 0 || fits(one, other))) next.add(from + 1);
    }
    if (steps.left <= 0) return true;
    reached = withSkipped(next, b, any);
  }
  return reached.has(b.length);
}

/** A run of none is a run. Sorted, so that the first is the smallest. */
function withSkipped(places: ReadonlySet<number>, b: readonly string[], any: string): ReadonlySet<number> {
  const all = new Set(places);
  for (const at of all) if (b[at] === any) all.add(at + 1);
  return new Set([...all].sort((x, y) => x - y));
}
