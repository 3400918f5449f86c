/** The names along a path. */
export interface PathNames {
  /** `.` and `..` undone; a first empty one stands for the root of a file system, a drive for its own. */
  readonly names: readonly string[];
  /** The same where upper and lower case are one. */
  readonly folded: readonly string[];
  /**
   * `folded` as Windows reads it: it opens `.env` for `.env.`, for `.env ` and for `.env::$DATA`. Left out where it is
   * the same.
   */
  readonly plain?: readonly string[];
}

const DRIVE = /^[a-z]:$/i;
/** What Windows lets stand before a path that it is to take as it is, and before one of a network. */
const VERBATIM = /^[\\/]{2}[?.][\\/](?:UNC(?=[\\/])|(?=[a-z]:))/i;

/** Takes a path apart; `/` and `\` both stand between names, and all else is a part of one. */
export function splitPath(path: string): PathNames {
  if (path === '') return { names: [], folded: [] };
  const written = normalised(path).replace(VERBATIM, '/').split(/[\\/]/);
  const names = resolved(written, (name) => name);
  const drive = names[0];
  if (drive !== undefined && isDrive(drive)) names[0] = drive.toLowerCase();
  const folded = names.map(foldCase);
  const plain = folded.map(plainName);
  return plain.every((name, i) => name === folded[i]) ? { names, folded } : { names, folded, plain };
}

/**
 * Undoes `.` and `..`, and what stands for nothing; a first empty name is the root.
 * @param textOf what a name is called; undefined where it may be called many things.
 */
export function resolved<Name>(written: readonly Name[], textOf: (name: Name) => string | undefined): Name[] {
  const names: Name[] = [];
  for (const [i, one] of written.entries()) {
    const name = textOf(one);
    const last = names.at(-1);
    const before = last === undefined ? undefined : textOf(last);
    if (name === '..' && (before === '' || isDrive(before))) continue;
    if (name === '..' && last !== undefined && before !== '..') names.pop();
    // An address of a file has the root before the drive.
    else if (isDrive(name) && names.length === 1 && before === '') names[0] = one;
    else if ((name !== '' || i === 0) && name !== '.') names.push(one);
  }
  return names;
}

/** Whether a name is that of a drive: `C:`. */
export function isDrive(name: string | undefined): boolean {
  return name?.length === 2 && DRIVE.test(name);
}

/** A text in the one of its spellings that is compared: an accent is part of its letter. */
export function normalised(text: string): string {
  return isAscii(text) ? text : text.normalize('NFC');
}

/** A text in which upper and lower case are one, sign by sign, so that none becomes two. */
export function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (const sign of text) folded += foldSign(sign);
  return folded;
}

/** A sign for all of its cases: `s` for `S` and `ſ`, `σ` for `Σ` and `ς`. */
function foldSign(sign: string): string {
  const upper = sign.toUpperCase();
  const lower = (isOne(upper) ? upper : sign).toLowerCase();
  return isOne(lower) ? lower : sign;
}

function plainName(name: string): string {
  const last = name.at(-1);
  if (isDrive(name) || (last !== '.' && last !== ' ' && !name.includes(':'))) return name;
  const colon = name.indexOf(':', 1);
  let end = colon < 0 ? name.length : colon;
  while (end > 0 && (name[end - 1] === '.' || name[end - 1] === ' ')) end -= 1;
  return end === 0 ? name : name.slice(0, end);
}

function isOne(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}
