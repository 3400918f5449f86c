import { kindOf } from '../detect/kinds.ts';
import { Covered } from '../detect/layers/covered.ts';
import type { Finding } from '../detect/finding.ts';
import { mergeFindings } from '../detect/merge.ts';
import { standsBare, wholeNumber } from './bare-literal.ts';
import { decodePiece } from './encoded-piece.ts';
import { foundPlaces } from './found-places.ts';
import { isWord, wordEnd, wordStart } from './free.ts';
import { namesUndone } from './names-undone.ts';
import { reserveBeginnings, reserveNames, reserveNumbers } from './own-names.ts';
import { redactedBefore, remember, type Spared } from './remembered.ts';
import { occurrencesIn } from './occurrences.ts';
import { type Range, originOf } from './origin.ts';
import { LITERAL, type StandIn, UNNAMED } from './stand-in.ts';
import type { Vault } from './vault.ts';

/** What was put in place of a piece of the text; offsets are UTF-16 code units into the text passed in. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly standIn: StandIn;
}

export interface Redacted {
  readonly text: string;
  readonly replacements: readonly Replacement[];
}

/** One of several texts that are redacted together. */
export interface TextToRedact {
  readonly text: string;
  /** What is to be replaced, in any order, overlaps allowed; undefined where the text goes as it is. */
  readonly findings: readonly Finding[] | undefined;
  /** A model's own text holds stand-ins on purpose, and they stay. */
  readonly writtenBy: 'person' | 'model';
  /** Whether it was kept with the stand-ins of an earlier vault in it, which stay as well. */
  readonly isKept?: boolean;
}

/**
 * Redacts the texts of one request: each finding is replaced by its stand-in, a value that is found in one of them
 * is replaced in all, in whatever encoding, and no name that stands in one of them of its own accord is issued. What
 * stands between is untouched to the byte, and `restoreText` gives a person's text back as it was.
 *
 * @param spared values that were let through and stay.
 */
export function redactTexts(
  texts: readonly TextToRedact[],
  vault: Vault,
  spared: Spared = NOTHING,
): Redacted[] {
  const { values, names } = vault.extent;
  const before = texts.map((text) => text.findings && redactedBefore(text, vault, spared));
  const fresh = texts.filter((_, i) => before[i] === undefined);
  for (const { text, writtenBy } of fresh) {
    if (writtenBy !== 'person') continue;
    reserveNames(text, vault);
    reserveBeginnings(text, vault);
  }
  const found = fresh.map((one) => unforeseen(one, vault));
  const free = found.map((findings, i) => standFree(fresh[i]?.text ?? '', mergeFindings(findings)));
  nameBare(texts, fresh, free, vault);
  const named = new Map<TextToRedact, Named>(
    fresh.map((one, i) => [
      one,
      {
        findings: found[i] ?? [],
        free: free[i] ?? [],
        replacements: (free[i] ?? []).map((finding) => replacement(one.text, finding, vault)),
      },
    ]),
  );
  return texts.map((text, i) => {
    if (!text.findings) return { text: text.text, replacements: [] };
    // What is new in one text may stand in another; and where the same text stands twice, the first has changed by now.
    const { extent } = vault;
    const isSame = extent.values === values && extent.names === names;
    const known = isSame ? before[i] : before[i] && redactedBefore(text, vault, spared);
    if (known) return known;
    const asked = new Map<string, boolean>();
    const asking: Spared = {
      has(value) {
        const is = spared.has(value);
        asked.set(value, is);
        return is;
      },
    };
    const redacted = redactText(text, vault, asking, named.get(text));
    remember(text, redacted, vault, asked);
    return redacted;
  });
}

const NOTHING: Spared = new Set<string>();

/** How often a text is redacted again because a stand-in makes another with what stands beside it. */
const ROUNDS = 3;

/** What was found in a text and is no stand-in: as it was found, as it stands free, and what is put in its place. */
interface Named {
  readonly findings: readonly Finding[];
  readonly free: readonly Finding[];
  readonly replacements: readonly Replacement[];
}

/** @param named what was found in it, where that is named already. */
function redactText(one: TextToRedact, vault: Vault, spared: Spared, named?: Named): Redacted {
  const { text, writtenBy } = one;
  const findings = named?.findings ?? unforeseen(one, vault);
  const places = foundPlaces(named?.free ?? findings);
  let more: readonly Finding[] = [
    ...unforeseen({ ...one, findings: occurrencesIn(text, vault, spared, places) }, vault),
    ...(writtenBy === 'person' ? literals(text, vault) : []),
  ];
  if (named && more.length === 0 && (writtenBy === 'model' || standApart(text, named.replacements, vault)))
    return put(text, named.replacements);
  for (let round = 0; round < ROUNDS; round++) {
    const { names } = vault.extent;
    const redacted = put(text, replacements(text, [...findings, ...more], vault));
    const stray = writtenBy === 'person' ? strays(redacted, vault) : [];
    // A name that came about only now may stand in the text as well, written in another way.
    if (writtenBy === 'person' && vault.extent.names !== names) stray.push(...hidden(text, redacted, vault));
    if (stray.length === 0) return redacted;
    more = [...more, ...stray.map(({ start, end }) => literal(start, end))];
  }
  return put(text, replacements(text, [...findings, ...more, literal(0, text.length)], vault));
}

/**
 * Whether no replacement makes another name with what stands beside it, for a text in which no name stands: all names are
 * words, and beside each of these there is none. When in doubt, one does, which is looked for then.
 */
function standApart(text: string, all: readonly Replacement[], vault: Vault): boolean {
  return (
    vault.names.areWords &&
    all.every(({ start, end }) => !isWord(text.charCodeAt(start - 1)) && !isWord(text.charCodeAt(end)))
  );
}

/**
 * What was found in a text and is no stand-in, nor part of one. Those stand in a model's text on purpose, and in one that was
 * kept; where a person wrote them of their own accord they are told apart as {@link literals}.
 */
function unforeseen(
  { text, findings = [], writtenBy, isKept }: TextToRedact,
  vault: Vault,
): readonly Finding[] {
  const mayBeSpent = isKept === true || writtenBy === 'model';
  const isStandIn = (finding: Finding): boolean =>
    vault.isIssued(text, finding) || (mayBeSpent && vault.spent.isIn(text, finding));
  // Most texts have none.
  return findings.some(isStandIn) ? findings.filter((finding) => !isStandIn(finding)) : findings;
}

/** Names what only a number can stand in for first: elsewhere that will do as well. It is none that stands in any text. */
function nameBare(
  texts: readonly TextToRedact[],
  fresh: readonly TextToRedact[],
  found: readonly (readonly Finding[])[],
  vault: Vault,
): void {
  const bare = fresh.flatMap(({ text }, i) =>
    (found[i] ?? [])
      .filter(({ start, end }) => standsBare(text, start, end))
      .map(({ start, end, kind }) => ({ value: text.slice(start, end), kind })),
  );
  if (bare.some(({ value }) => !vault.holding(value)))
    for (const { text } of texts) reserveNumbers(text, vault);
  for (const { value, kind } of bare) vault.standInFor(value, kind, 'bare');
}

function replacements(text: string, findings: readonly Finding[], vault: Vault): Replacement[] {
  return standFree(text, mergeFindings(findings)).map((finding) => replacement(text, finding, vault));
}

/** To be copied, as `UNNAMED` is. */
const UNPLACED: Replacement = { start: 0, end: 0, standIn: UNNAMED };

function replacement(text: string, finding: Finding, vault: Vault): Replacement {
  return { ...UNPLACED, start: finding.start, end: finding.end, standIn: standInFor(text, finding, vault) };
}

/** A text with replacements in it, which are in order. */
function put(text: string, all: readonly Replacement[]): Redacted {
  const pieces = Array.from<string>({ length: 2 * all.length + 1 });
  let from = 0;
  let piece = 0;
  for (const { start, end, standIn } of all) {
    pieces[piece++] = text.slice(from, start);
    pieces[piece++] = standIn.name;
    from = end;
  }
  pieces[piece] = text.slice(from);
  return { text: pieces.join(''), replacements: all };
}

/**
 * The stand-in of what was found. An encoded piece becomes what it decodes to, redacted and encoded again, where that
 * gives back the same bytes; otherwise one stand-in for all of it.
 */
function standInFor(text: string, { start, end, kind, through, inside }: Finding, vault: Vault): StandIn {
  const value = text.slice(start, end);
  if (standsBare(text, start, end)) return vault.standInFor(value, kind, 'bare');
  if (!through) return vault.standInFor(value, kind);
  const known = vault.holding(value);
  if (known) return known;
  if (!inside) return vault.standInForEscaped(value, kind);
  const piece = decodePiece(value, through);
  if (!piece) return vault.standInFor(value, kind);
  const [redacted] = redactTexts([{ text: piece.text, findings: inside, writtenBy: 'person' }], vault);
  if (!redacted || redacted.replacements.length === 0) return vault.standInFor(value, kind);
  const kept = vault.keepPiece(value, piece.encode(redacted.text), kindOfPiece(kind, redacted.replacements));
  return kept ?? vault.standInFor(value, kind);
}

/** The kind of a piece: that of a secret in it, since whoever gets the piece gets that as well. */
function kindOfPiece(kind: string, inside: readonly Replacement[]): string {
  if (kindOf(kind).class === 'secret') return kind;
  return inside.find(({ standIn }) => kindOf(standIn.kind).class === 'secret')?.standIn.kind ?? kind;
}

/**
 * Widens findings to whole words and bare numbers, and joins those that touch: a stand-in that runs into a word could not
 * be told from it later. They are in order, and those that are left take their place in the same list.
 */
function standFree(text: string, findings: Finding[]): Finding[] {
  let count = 0;
  for (const finding of findings) {
    const last = count === 0 ? undefined : findings[count - 1];
    const whole = wholeNumber(text, finding.start, finding.end);
    const start = whole?.start ?? wordStart(text, finding.start, last?.end ?? 0);
    const end = whole?.end ?? wordEnd(text, finding.end);
    if (last && start <= last.end) findings[count - 1] = widened(last, last.start, Math.max(last.end, end));
    else if (start === finding.start && end === finding.end) findings[count++] = finding;
    else findings[count++] = widened(finding, start, end);
  }
  findings.length = count;
  return findings;
}

function widened(finding: Finding, start: number, end: number): Finding {
  const { inside: _, ...whole } = finding;
  return { ...whole, start, end };
}

/** The places of names that are written in another way, and stand in nothing that is replaced. */
function hidden(text: string, redacted: Redacted, vault: Vault): Range[] {
  const places = namesUndone(vault.known(text).undone, vault.names);
  if (places.length === 0) return places;
  const replaced = new Covered(redacted.replacements);
  return places.filter(({ start, end }) => !replaced.has(start, end));
}

/** Names that stand in a text of their own accord and were issued before, written in whatever way. */
function literals(text: string, vault: Vault): Finding[] {
  const places = [...vault.standInsIn(text), ...namesUndone(vault.known(text).undone, vault.names)];
  return places.map(({ start, end }) => literal(start, end));
}

/** The places of the original that would come back as something else. */
function strays(redacted: Redacted, vault: Vault): Range[] {
  const stray: Range[] = [];
  const { replacements } = redacted;
  let next = 0;
  /** How much longer the original is than the redacted text, up to the next replacement. */
  let surplus = 0;
  const startOf = (at: number): number => (replacements[at]?.start ?? Infinity) - surplus;
  const passed = (replacement: Replacement): void => {
    surplus += replacement.end - replacement.start - replacement.standIn.name.length;
    next += 1;
  };
  const skip = (before: number): void => {
    for (let one = replacements[next]; one && startOf(next) < before; one = replacements[next]) {
      stray.push(one);
      passed(one);
    }
  };
  const found = vault.names.walk(redacted.text);
  while (found.next()) {
    const { start, end } = found;
    skip(start);
    const meant = replacements[next];
    if (meant && startOf(next) === start && end - start === meant.standIn.name.length) passed(meant);
    else stray.push(originOf(redacted, { start, end }));
  }
  skip(Infinity);
  return stray;
}

function literal(start: number, end: number): Finding {
  const { class: className, severity } = kindOf(LITERAL);
  return { rule: 'literal', class: className, kind: LITERAL, severity, start, end, evidence: 'check' };
}
