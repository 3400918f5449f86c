import { mayBeWritten, undoneLevels } from '../detect/layers/undo.ts';
import { isFreeStart } from './free.ts';
import type { LooseNames } from './loose-names.ts';
import { namesUndone } from './names-undone.ts';
import { createRestorer, type Reading } from './restore.ts';
import { PLACEHOLDER, type StandIn } from './stand-in.ts';
import type { Vault } from './vault.ts';

export type { Reading } from './restore.ts';

/** A text that may get into a file, or what in it has no value. */
export type Restored =
  | {
      readonly ok: true;
      readonly text: string;
      /** Those whose values stand in it; each as often as it does. */
      readonly standIns: readonly StandIn[];
    }
  /** What stands in the text and looks like a stand-in of ours: never issued, changed, or cut off. */
  | { readonly ok: false; readonly left: readonly string[] };

/**
 * Puts every value back into a text that is to stand in a file or go to a tool. Where a stand-in is left that was never
 * issued, whose value is gone, or that was changed where only the exact one counts, the text must not get there: it is refused, and what is
 * left is named. What a person wrote of their own accord earlier in the conversation is no stand-in.
 *
 * @param kept names of stand-ins that stay, since their values must not get there.
 */
export function restoreWhole(
  text: string,
  vault: Vault,
  reading: Reading = 'exact',
  kept: ReadonlySet<string> = new Set(),
): Restored {
  const restorer = createRestorer(vault, reading);
  const stems = stemsOf(vault);
  const left = new Set<string>();
  const pieces: string[] = [];
  const standIns: StandIn[] = [];
  /** What stands between those put back. */
  const others: string[] = [];
  for (const segment of [...restorer.push(text), ...restorer.end()]) {
    if ('standIn' in segment) {
      const { standIn } = segment;
      pieces.push(kept.has(standIn.name) ? standIn.name : standIn.value);
      if (!kept.has(standIn.name)) standIns.push(standIn);
      others.push(' ');
    } else {
      pieces.push(segment.text);
      others.push(segment.text);
      for (const name of unknown(segment.text, stems, vault)) left.add(name);
      for (const { name } of vault.spent.in(segment.text)) left.add(name);
      for (const name of changed(segment.text, vault.looseNames)) left.add(name);
    }
  }
  for (const name of inDisguise(others.join(''), vault)) left.add(name);
  return left.size > 0 ? { ok: false, left: [...left] } : { ok: true, text: pieces.join(''), standIns };
}

/** What the placeholders that were issued are without their numbers. */
function stemsOf(vault: Vault): Set<string> {
  const stems = new Set<string>();
  for (const { name } of [...vault.standIns(), ...vault.spent.all()]) stems.add(name.replace(NUMBERS, ''));
  return stems;
}

const NUMBERS = /(?:_[0-9]{1,9}){1,2}$/;
/** A placeholder that was cut off before its number. */
const CUT_OFF = /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]{0,60})_(?![A-Za-z0-9_])/g;

function* unknown(text: string, stems: ReadonlySet<string>, vault: Vault): Generator<string> {
  for (const [name] of text.matchAll(PLACEHOLDER)) {
    if (stems.has(name.replace(NUMBERS, '')) && !vault.named(name) && !vault.isReserved(name)) yield name;
  }
  for (const [name, stem] of text.matchAll(CUT_OFF))
    if (stem !== undefined && stems.has(stem) && !vault.isReserved(name)) yield name;
}

/** Names that stand there only once what is written in another way is undone, as written: `mailto:person1%40example.com`. */
function inDisguise(text: string, vault: Vault): readonly string[] {
  if (!mayBeWritten(text)) return [];
  const levels = undoneLevels(text);
  const places = [...namesUndone(levels, vault.names), ...vault.spent.undoneIn(levels)];
  return places.map(({ start, end }) => text.slice(start, end));
}

function* changed(text: string, names: LooseNames): Generator<string> {
  const { pairs } = names;
  for (let at = pairs.next(text, 0); at < text.length; at = pairs.next(text, at + 1)) {
    if (!isFreeStart(text, at)) continue;
    const found = names.beginningAt(text, at, true);
    if (!found || found === 'open') continue;
    yield text.slice(at, found.end);
    at = found.end - 1;
  }
}
