import type { Finding, Scan } from '../detect/finding.ts';
import { isFreeStart } from '../redact/free.ts';
import { reserveNames } from '../redact/own-names.ts';
import { redactTexts } from '../redact/redact.ts';
import { LITERAL } from '../redact/stand-in.ts';
import type { Spent, Vault } from '../redact/vault.ts';
import { knownInPacked } from './known-in-packed.ts';

/** A text of a conversation. */
export interface ToKeep {
  readonly text: string;
  /** Whether a person wrote it, and it is as they did; otherwise it is as it went over the wire, with stand-ins. */
  readonly isOriginal?: boolean;
  /** Whether it may end in the midst of a value: an answer that was stopped. */
  readonly cutOff?: boolean;
}

/** The texts of a conversation as they may be kept on a disk. */
export interface Kept {
  /** One a text; undefined where it cannot be shown to be free of values. */
  readonly texts: readonly (string | undefined)[];
  /** Every name that stands for something, and of what kind that is. */
  readonly standIns: readonly Spent[];
  /** Whether a text holds none of the values, in any encoding that the last look knows. */
  readonly isFree: (text: string) => boolean;
}

/** How often what came out is looked at again. */
const ROUNDS = 4;
/** A value is not looked for further back than this where a text was cut off. */
const LONGEST_BEGINNING = 16_384;

/**
 * Puts a stand-in in place of everything that is found in texts, and of every value of their conversation, whatever was
 * decided of it: what a person sent as it is does not get onto a disk by that. Nothing is issued by it: the conversation's
 * vault stays as it is, and the names of the values that went as they were are known to the copy alone.
 *
 * @throws ScanFailure when a text could not be looked at in full.
 */
export async function keepTexts(texts: readonly ToKeep[], vault: Vault, scan: Scan): Promise<Kept> {
  const copy = copyOf(vault);
  // What has the form of a name and stands there of its own accord is not given to a value.
  for (const { text } of texts) reserveNames(text, copy);
  let now = texts.map(({ text }) => text);
  let clean: boolean[] = [];
  for (let round = 0; round <= ROUNDS && !(round > 0 && clean.every(Boolean)); round++) {
    const found = await scan(now);
    const packed = await knownInPacked(now, copy, NONE);
    const open = now.map((text, i) => [...unforeseen(text, found[i] ?? [], copy), ...(packed[i] ?? [])]);
    clean = now.map((text, i) => open[i]?.length === 0 && !copy.isIn(text, NONE));
    if (round === ROUNDS) break;
    const redacted = redactTexts(
      now.map((text, i) => {
        const isOriginal = round === 0 && texts[i]?.isOriginal === true;
        return { text, findings: open[i] ?? [], writtenBy: isOriginal ? 'person' : 'model' };
      }),
      copy,
    );
    now = redacted.map(({ text }) => text);
  }
  const standIns = copy.standIns();
  const values = standIns.filter(({ kind }) => kind !== LITERAL).map(({ value }) => value);
  const whole = now.map((text, i) => (texts[i]?.cutOff ? withoutBeginning(text, values) : text));
  return {
    texts: whole.map((text, i) => (clean[i] ? text : undefined)),
    standIns: [...copy.spent.all(), ...standIns.map(({ name, kind }) => ({ name, kind }))],
    isFree: (text) => !copy.isIn(text, NONE),
  };
}

/** The copies that conversations were kept with: what a copy has read once need not be read after each turn. */
const copies = new WeakMap<
  Vault,
  { readonly copy: Vault; readonly values: number; readonly names: number }
>();

/** A copy of a vault, the same for as long as the vault issues nothing. */
function copyOf(vault: Vault): Vault {
  const { values, names } = vault.extent;
  const known = copies.get(vault);
  if (known?.values === values && known.names === names) return known.copy;
  const copy = vault.fork();
  copies.set(vault, { copy, values, names });
  return copy;
}

const NONE: ReadonlySet<string> = new Set();

/** What was found and is no stand-in, neither one that stands for a value nor one whose value is gone. */
function unforeseen(text: string, findings: readonly Finding[], vault: Vault): Finding[] {
  return findings.filter((finding) => !vault.isStandIn(text, finding));
}

/** A text without the first characters of a value at its end. */
function withoutBeginning(text: string, values: readonly string[]): string {
  const byFirst = new Map<string, string[]>();
  for (const value of values) {
    const first = value.charAt(0);
    const same = byFirst.get(first);
    if (same) same.push(value);
    else byFirst.set(first, [value]);
  }
  const longest = values.reduce((most, { length }) => Math.max(most, length), 0);
  const from = text.length - Math.min(LONGEST_BEGINNING, longest);
  for (let start = Math.max(0, from); start < text.length; start++) {
    const here = byFirst.get(text.charAt(start));
    if (!here || !isFreeStart(text, start)) continue;
    const rest = text.slice(start);
    if (here.some((value) => value.length > rest.length && value.startsWith(rest))) {
      return text.slice(0, start);
    }
  }
  return text;
}
