import { readdirSync, readFileSync } from 'node:fs';
import { CHECKS } from '../../src/detect/checks/checks.ts';
import type { Format } from '../../src/detect/formats/format.ts';
import { NEAR_FORMATS } from '../../src/detect/formats/near.ts';
import { TOKEN_FORMATS } from '../../src/detect/formats/tokens.ts';

/** The cases of a format, made up. */
export interface Cases {
  /** What is to be found: secrets of a format that is known by itself, texts with `«»` around them of any other. */
  readonly ng: readonly string[];
  /** What is none, though it looks like one. */
  readonly ok: readonly string[];
}

/** Cases by the id of their format; what a file says twice is kept apart, so that it can be told. */
export type CasesById = ReadonlyMap<string, Cases>;

const FOLDER = new URL('../fixtures/formats/', import.meta.url);

/** The cases of the files that begin with `tokens-` or `near-`. Throws for a file that is no JSON. */
export function readCases(prefix: 'tokens-' | 'near-'): CasesById {
  const files = readdirSync(FOLDER).filter((file) => file.startsWith(prefix) && file.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      Object.entries(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Record<string, Cases>),
    ),
  );
}

/** A case without its marks, and the stretches they stood around; offsets are UTF-16 code units. */
export function unmarked(marked: string): {
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
} {
  const ranges: [number, number][] = [];
  let text = '';
  let start = 0;
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') start = text.length;
    else if (piece === '»') ranges.push([start, text.length]);
    else text += piece;
  }
  return { text, ranges };
}

/** A shape without its escapes and classes: what is left of `*`, `+`, `{n,}` and `(` is no character of a secret. */
const bare = (shape: string): string => shape.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');

const SHORTEST = 3;

/** What is wrong with how a row is written; nothing for a sound one. */
function faultsOfRow(format: Format): string[] {
  const { id, provider, name, opens, placeholder, revoke, shape, check } = format;
  const literals = [...(format.starts ?? []), ...(format.anchors ?? []), ...(format.near ?? [])];
  const known = format.anchors ?? format.starts;
  return [
    !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && 'the id is not in kebab case',
    [provider, name, opens].some((text) => text.trim() === '') && 'provider, name or opens is empty',
    !/^[A-Z][A-Z0-9_]*[A-Z]$/.test(placeholder) && `placeholder ${placeholder} is not of the form NAME_OF_IT`,
    revoke !== null && !/^https:\/\/[^\s]+$/.test(revoke) && 'revoke is neither null nor an https address',
    (known === undefined) === (format.near === undefined) && 'has not one of starts, anchors and near',
    literals.length === 0 && 'has no literal and no word',
    ...literals.map(
      (text) => text.length < SHORTEST && `literal ${text} is shorter than ${SHORTEST} characters`,
    ),
    ...(format.near ?? []).map((word) => word !== word.toLowerCase() && `word ${word} is not in lower case`),
    /[*+]|\{\d+,\}/.test(bare(shape)) && 'the pattern is unbounded',
    /\((?!\?[:=!])/.test(bare(shape)) && 'the pattern has a capture group or a lookbehind',
    check !== undefined && !Object.hasOwn(CHECKS, check) && `there is no check ${String(check)}`,
    faultOfPattern(shape),
  ].filter((fault) => typeof fault === 'string');
}

function faultOfPattern(shape: string): string | false {
  try {
    return new RegExp(shape, 'uy').test('') && 'the pattern matches nothing at all';
  } catch {
    return 'the pattern does not compile';
  }
}

/** What is wrong with the cases of a row. */
function faultsOfCases({ near, shape, ignoreCase }: Format, cases: Cases | undefined): string[] {
  const { ng = [], ok = [] } = cases ?? {};
  const faults: string[] = [];
  if (ng.length === 0) faults.push('has no ng case');
  if (ok.length === 0) faults.push('has no ok case');
  let whole: RegExp;
  try {
    whole = new RegExp(`^(?:${shape})$`, ignoreCase === true ? 'iu' : 'u');
  } catch {
    return faults;
  }
  for (const [at, text] of ng.entries()) {
    const marked = unmarked(text);
    const secrets = near ? marked.ranges.map(([start, end]) => marked.text.slice(start, end)) : [text];
    // A case may hold what must not be printed; its number says which it is.
    if (secrets.length === 0) faults.push(`ng case ${at + 1} marks nothing`);
    if (secrets.some((secret) => !whole.test(secret))) faults.push(`ng case ${at + 1} is not of the pattern`);
  }
  for (const [at, text] of ok.entries())
    if (near ? unmarked(text).ranges.length > 0 : whole.test(text))
      faults.push(`ok case ${at + 1} is one to be found`);
  return faults;
}

/** What is wrong with a table of formats and its cases: a sentence for each fault, the id of its row first. */
export function faultsOf(formats: readonly Format[], cases: CasesById): readonly string[] {
  const ids = formats.map(({ id }) => id);
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  const rows = new Set(ids);
  return [
    ...formats.flatMap((format) =>
      [...faultsOfRow(format), ...faultsOfCases(format, cases.get(format.id))].map(
        (fault) => `${format.id}: ${fault}`,
      ),
    ),
    ...[...twice].map((id) => `${id}: two rows have this id`),
    ...[...cases.keys()].filter((id) => !rows.has(id)).map((id) => `${id}: has cases and no row`),
  ];
}

/** What is wrong with the tables of this repository; nothing is what a build asks for. */
export function faultsOfFormats(): readonly string[] {
  const cases = new Map([...readCases('tokens-'), ...readCases('near-')]);
  return faultsOf([...TOKEN_FORMATS, ...NEAR_FORMATS], cases);
}
