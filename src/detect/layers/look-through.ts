import type { Finding } from '../finding.ts';
import { mergeFindings } from '../merge.ts';
import { type Survey, surveyWithoutLiterals } from '../survey/survey.ts';
import { findMarks } from './find-marks.ts';
import { type Budget, type LayerName, MAX_DEPTH, MAX_GROWTH } from './layer.ts';
import type { Marks, Weight } from './marks.ts';
import { opaque } from './opaque.ts';
import { findPieces, type Piece } from './pieces.ts';
import { Covered } from './covered.ts';
import { type Origin, View } from './view.ts';
import { addWindows } from './windows.ts';

/** Finds what is sensitive in a text as it stands. */
export type Look = (text: string, survey: Survey) => Promise<readonly Finding[]>;

/** How much of its line is shown before a decoded piece: the words that say what it is. */
const LABEL = 80;
/** A finding that nothing undone stands in or so near to would have been found without. */
const NEAR = 80;

/**
 * What is found in a text once what is encoded, escaped, split or written in look-alike characters in it is undone, as
 * deep as `MAX_DEPTH`. Ranges are those of the encoded characters; of base64, hex and packed bytes that of the whole
 * piece, of which `inside` says more. A piece that is more than may be undone, or is nested deeper, is a finding itself.
 * What was found already is left out.
 *
 * @param found what `look` found in the text as it stands: at least all secrets, where `all` gives the rest.
 * @throws whatever `look` and `all` throw.
 */
export async function lookThrough(
  text: string,
  found: readonly Finding[],
  look: Look,
  {
    survey = surveyWithoutLiterals(text),
    ofView = surveyWithoutLiterals,
    all = () => found,
  }: LookOptions = {},
): Promise<Finding[]> {
  const budget = { left: MAX_GROWTH * text.length };
  return lookDeeper(text, survey, { secrets: found, all }, { look, ofView, budget }, 1, undefined);
}

/** What is there already of a text that is looked through. */
interface LookOptions {
  readonly survey?: Survey;
  /** Makes the survey of what was undone. */
  readonly ofView?: (text: string) => Survey;
  /** Everything that was found in the text as it stands; asked for when the rest is done. */
  readonly all?: () => readonly Finding[] | Promise<readonly Finding[]>;
}

/** What was found in a text as it stands. */
interface Found {
  readonly secrets: readonly Finding[];
  readonly all: () => readonly Finding[] | Promise<readonly Finding[]>;
}

/** What stays the same however deep is looked. */
interface Search {
  readonly look: Look;
  readonly ofView: (text: string) => Survey;
  readonly budget: Budget;
}

/** @param above what the text was made of; undefined for the original. */
async function lookDeeper(
  text: string,
  survey: Survey,
  found: Found,
  search: Search,
  depth: number,
  above: View | undefined,
): Promise<Finding[]> {
  const { budget } = search;
  const shallow = depth > MAX_DEPTH;
  const isNew = (start: number, end: number): boolean => above === undefined || above.touches(start, end);
  let secrets: Covered | undefined;
  const isSecret = (start: number, end: number): boolean => {
    secrets ??= new Covered(found.secrets.filter(({ class: className }) => className === 'secret'));
    return secrets.has(start, end);
  };
  const pieces = await findPieces(
    text,
    survey,
    budget,
    (start, end) => !isNew(start, end) || isSecret(start, end),
    shallow,
  );
  const results = pieces
    .filter(({ text: inner }) => inner === undefined)
    .map(({ start, end }) => opaque(start, end));
  const marks = findMarks(text, survey);
  results.push(...tooDeep(marks, shallow ? 'strong' : 'deep', isNew));
  if (shallow) return results;
  const view = viewOf(text, marks, pieces, isNew);
  if (view.length === 0) return results;
  // What pieces decode to was counted when they were.
  const cost = pieces.reduce((rest, piece) => rest - (piece.text?.length ?? 0), view.length);
  if (cost > budget.left) return [...results, ...tooDeep(marks, 'strong', isNew)];
  budget.left -= cost;

  // What decodes to base64 again has nothing to be found before that is decoded.
  const below = search.ofView(view.text);
  const inner = marks.opening === 0 && pieces.every(isOneRun) ? [] : await search.look(view.text, below);
  const deeper = await lookDeeper(
    view.text,
    below,
    { secrets: inner, all: () => inner },
    search,
    depth + 1,
    view,
  );
  const known = new Covered(await found.all());
  return [
    ...results,
    ...broughtBack(view, [...inner, ...deeper]).filter(({ start, end }) => !known.has(start, end)),
  ];
}

function viewOf(
  text: string,
  marks: Marks,
  pieces: readonly Piece[],
  isNew: (start: number, end: number) => boolean,
): View {
  const view = new View();
  if (marks.opening > 0) {
    addWindows(view, text, marks, isNew);
  }
  let floor = 0;
  for (const { start, end, layers, text: inner } of pieces) {
    if (inner === undefined) continue;
    view.separate();
    view.label(wordsBefore(text, start, floor));
    view.addPiece(inner, start, end, layers);
    floor = end;
  }
  return view;
}

/** A value is no longer. */
const ONE_RUN = /^[A-Za-z0-9+/_-]{16384,}={0,2}\s{0,2}$/;

function isOneRun({ text = '' }: Piece): boolean {
  return ONE_RUN.test(text);
}

/** What stands before a piece in its line, without the word that runs into it. */
function wordsBefore(text: string, start: number, floor: number): string {
  let end = start;
  while (end > floor && start - end < LABEL && /\w/.test(text.charAt(end - 1))) end -= 1;
  const before = text.slice(Math.max(floor, end - LABEL), end);
  return before.slice(before.lastIndexOf('\n') + 1);
}

/** Marks of a weight where no more is undone, each run of them one finding. */
function tooDeep(marks: Marks, weight: Weight, isNew: (start: number, end: number) => boolean): Finding[] {
  const findings: Finding[] = [];
  for (let i = 0; i < marks.length; i++) {
    const start = marks.startOf(i);
    const end = marks.endOf(i);
    if (marks.weightOf(i) !== weight || !isNew(start, end)) continue;
    const last = findings.at(-1);
    if (last && last.end === start) findings.splice(-1, 1, opaque(last.start, end));
    else findings.push(opaque(start, end));
  }
  return findings;
}

/** Findings of a view as findings of what it was made from; all of one piece are one. */
export function broughtBack(view: View, findings: readonly Finding[]): Finding[] {
  const results: Finding[] = [];
  const inPieces = new Map<number, { readonly origin: Origin; readonly inside: Finding[] }>();
  for (const finding of findings) {
    const origin = view.originOf(finding.start, finding.end);
    if (!origin || origin.end <= origin.start) continue;
    const { start, end, layers, piece } = origin;
    if (piece === undefined) {
      if (layers.length === 0 && !view.touches(finding.start - NEAR, finding.end + NEAR)) continue;
      results.push({ ...finding, start, end, ...throughOf(layers, finding) });
      continue;
    }
    const group = inPieces.get(piece) ?? { origin, inside: [] };
    inPieces.set(piece, group);
    group.inside.push({ ...finding, start: finding.start - piece, end: finding.end - piece });
  }
  for (const { origin, inside } of inPieces.values()) {
    const { start, end, layers } = origin;
    const [gravest] = mergeFindings(inside.map((finding) => ({ ...finding, start, end })));
    if (gravest) results.push({ ...gravest, ...throughOf(layers, gravest), inside: mergeFindings(inside) });
  }
  return results;
}

function throughOf(layers: readonly LayerName[], { through = [] }: Finding): Pick<Finding, 'through'> {
  const all = [...layers, ...through];
  return all.length > 0 ? { through: all } : {};
}
