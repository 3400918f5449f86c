import type { Finding } from '../detect/finding.ts';
import { kindOf } from '../detect/kinds.ts';
import { blanksUndone } from '../detect/layers/blanks.ts';
import type { LayerName } from '../detect/layers/layer.ts';
import { broughtBack } from '../detect/layers/look-through.ts';
import { undoneLevels } from '../detect/layers/undo.ts';
import { lengthOfEscaped } from '../detect/structures/escaped-line.ts';
import type { Occurrence } from '../detect/values/value-index.ts';
import { decodePiece } from './encoded-piece.ts';
import { type FoundPlaces, NOTHING_FOUND } from './found-places.ts';
import type { Spared } from './remembered.ts';
import { LEAST_HIDDEN } from './value-search.ts';
import type { Vault } from './vault.ts';

/**
 * Every place of a text where a value of the vault stands once more, as a finding: as itself, the end of a secret, in
 * an encoding, or once all is undone that is written in another way. Of base64 and hex the whole run is the range, since
 * what is left of it would say the rest.
 *
 * @param spared values that were let through and stay.
 * @param places what is found anyway: it is not told again.
 */
export function occurrencesIn(
  text: string,
  vault: Vault,
  spared: Spared,
  places: FoundPlaces = NOTHING_FOUND,
): Finding[] {
  const findings = openIn(text, vault, spared, 1, places);
  // What hides nothing need not be taken apart.
  return vault.hides(text) ? [...findings, ...hiddenIn(text, vault, spared)] : findings;
}

/** Those that stand in a text as themselves or encoded; a value has at least so many characters. */
function openIn(
  text: string,
  vault: Vault,
  spared: Spared,
  least: number,
  places: FoundPlaces = NOTHING_FOUND,
): Finding[] {
  const findings: Finding[] = [];
  for (const { start, end, value } of vault.occurrences(text, places.isFound)) {
    if (end - start >= least && !spared.has(value)) findings.push(again(vault.kindOf(value), start, end));
  }
  for (const occurrence of vault.encodedOccurrences(text, places.goesWhole)) {
    if (places.isFound(occurrence.start, occurrence.end)) continue;
    if (!spared.has(occurrence.value)) findings.push(encoded(text, occurrence, vault, spared));
  }
  return findings;
}

/** Those that only stand in what is undone of a text, as findings of the text itself. */
function hiddenIn(text: string, vault: Vault, spared: Spared): Finding[] {
  let hidden: readonly Finding[] = [];
  for (const view of undoneLevels(text).toReversed()) {
    const found = broughtBack(view, [...openIn(view.text, vault, spared, LEAST_HIDDEN), ...hidden]);
    // Without anything undone it stands in the level above just so.
    hidden = found.filter(({ through }) => through !== undefined);
  }
  return [...hidden, ...brokenIn(text, vault, spared)];
}

/** Those that stand in a text with other signs for their blanks: over the end of a line, as text is wrapped. */
function brokenIn(text: string, vault: Vault, spared: Spared): readonly Finding[] {
  const view = blanksUndone(text);
  if (!view) return [];
  const findings = openIn(view.text, vault, spared, LEAST_HIDDEN);
  return broughtBack(view, findings).flatMap((found): readonly Finding[] => {
    const { through, ...finding } = found;
    // It is written with other signs for its blanks, and in no escapes.
    return through?.includes('line-starts') ? [finding] : [];
  });
}

/** What base64 and hex are made of; a run of it is one piece. */
const RUN = /^[A-Za-z0-9+/_-]+={0,2}$/;
const IN_RUN = /[A-Za-z0-9+/_=-]/;

function encoded(text: string, { start, end, value }: Occurrence, vault: Vault, spared: Spared): Finding {
  const kind = vault.kindOf(value);
  const form = text.slice(start, end);
  if (!RUN.test(form) || form.replaceAll('+', ' ') === value) return again(kind, start, end);
  let from = start;
  let to = end;
  while (from > 0 && IN_RUN.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && IN_RUN.test(text.charAt(to))) to += 1;
  // At the beginning of a line in JSON: the letter of its escape is none of the run.
  from = Math.min(start, from + lengthOfEscaped(text, from, text.slice(from, from + 6)));
  const run = text.slice(from, to);
  for (const layer of ['base64', 'hex'] as const) {
    const through: readonly LayerName[] = [layer];
    const piece = decodePiece(run, through);
    const inside = piece ? occurrencesIn(piece.text, vault, spared) : [];
    if (inside.length > 0) return { ...again(kind, from, to), through, inside };
  }
  return again(kind, from, to);
}

/** The finding of a value that was redacted before, or of what it stands in, at [start, end) in UTF-16 code units. */
export function again(id: string, start: number, end: number): Finding {
  const kind = kindOf(id);
  return {
    rule: 'vault',
    class: kind.class,
    kind: id,
    severity: kind.severity,
    start,
    end,
    evidence: 'known',
  };
}
