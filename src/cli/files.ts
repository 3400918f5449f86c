import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileName } from '../decide/files.ts';

/** What rules call a file that somebody named; the file itself is not looked at. */
export function fileNamed(path: string): FileName {
  const whole = resolve(path);
  const inside = relative('', whole);
  const isInside = inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  return { path: isInside ? inside : whole, whole: [whole] };
}

/**
 * What rules call a file that is read, links followed as well, so that none leads past a rule; undefined for the
 * standard input.
 */
export async function fileRead(file: string | undefined): Promise<FileName | undefined> {
  if (file === undefined || file === '-') return undefined;
  const named = fileNamed(file);
  // One that cannot be followed is said when it is read.
  const followed = await realpath(file).catch(() => undefined);
  return followed === undefined
    ? named
    : { ...named, whole: [...new Set([...(named.whole ?? []), followed])] };
}
