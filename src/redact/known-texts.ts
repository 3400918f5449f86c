import { blanksUndone, type Joints } from '../detect/layers/blanks.ts';
import { type PackedText, packedTexts } from '../detect/layers/packed-texts.ts';
import { undoneLevels } from '../detect/layers/undo.ts';
import type { View } from '../detect/layers/view.ts';
import { JointGrams } from '../detect/values/joint-grams.ts';
import { TextGrams } from '../detect/values/text-grams.ts';
import type { Match } from './names.ts';
import { NowhereIn } from './nowhere-in.ts';
import type { Became } from './remembered.ts';
import type { StandIn } from './stand-in.ts';

/** Up to so many new strings are looked for one by one; a search for all there is costs less than for more of them. */
const MANY = 512;
/** The texts of a long conversation; when there are more, it is begun anew. */
const MOST_TEXTS = 4_096;

/** The values that stand in a text, each once. */
export interface ValuesIn {
  /** How many values there were when it was searched: it holds none of the first so many besides. */
  of: number;
  /** Those that stand there as themselves. */
  readonly plain: readonly string[];
  readonly encoded: readonly string[];
}

/** The places where stand-ins stand free in a text. */
export interface NamesIn {
  /** How many names there were when it was read. */
  of: number;
  readonly places: readonly Match<StandIn>[];
}

/** Of things in a row that only ever grows, a range that is known not to be there. */
class Lacking {
  #from = 0;
  #to = 0;

  copy(): Lacking {
    const copy = new Lacking();
    copy.#from = this.#from;
    copy.#to = this.#to;
    return copy;
  }

  /** From where on those from `from` on are to be asked for: what is before that is known not to be there. */
  firstFrom(from: number): number {
    return from >= this.#from && from <= this.#to ? this.#to : from;
  }

  /** None of those in [from, count) is there. */
  note(from: number, count: number): void {
    if (from < this.#from || from > this.#to) this.#from = from;
    this.#to = count;
  }
}

/** A text once something in it was undone, and what tells whether something stands in it. */
interface Undone {
  readonly view: View;
  grams: TextGrams | undefined;
}

/** What the texts of a conversation share. */
interface Shared {
  /** All there are, and what they are once all is undone. */
  readonly joint: JointGrams;
  readonly values: NowhereIn;
  readonly names: NowhereIn;
}

/** What is known of one text. */
export class KnownText {
  readonly #text: string;
  readonly #shared: Shared;
  /** Its number among all texts once it is one of them; 0 before. */
  #joined = 0;
  #grams: TextGrams | undefined;
  #undone: readonly Undone[] | undefined;
  #spaced: Undone | 'same' | undefined;
  #packed: readonly PackedText[] | undefined;
  #lacksValues = new Lacking();
  #lacksNames = new Lacking();
  /** What it was searched for last. */
  values: ValuesIn | undefined;
  /** What it was read for last. */
  names: NamesIn | undefined;
  /** What it was redacted to last. */
  became: Became | undefined;

  constructor(text: string, shared: Shared) {
    this.#text = text;
    this.#shared = shared;
  }

  /** The same, to go its own way from here among others; these have all texts that the ones before had. */
  copy(shared: Shared): KnownText {
    const copy = new KnownText(this.#text, shared);
    copy.#joined = this.#joined;
    copy.#grams = this.#grams;
    copy.#undone = this.#undone;
    copy.#spaced = this.#spaced;
    copy.#packed = this.#packed;
    copy.#lacksValues = this.#lacksValues.copy();
    copy.#lacksNames = this.#lacksNames.copy();
    copy.values = this.values && { ...this.values };
    copy.names = this.names && { ...this.names };
    copy.became = this.became && { ...this.became };
    return copy;
  }

  /** The texts that are packed in it; undefined before it was unpacked. */
  get packed(): readonly PackedText[] | undefined {
    return this.#packed;
  }

  /** Unpacks what is packed in it, once. */
  async unpack(): Promise<readonly PackedText[]> {
    return (this.#packed ??= await packedTexts(this.#text, this.undone));
  }

  /** Whether a string, which is not empty, stands in the text. */
  holds(string: string): boolean {
    this.#grams ??= new TextGrams(this.#text);
    return this.#grams.holds(string);
  }

  /** The same text with all undone that is written in another way, level by level; empty where nothing is. */
  get undone(): readonly View[] {
    return this.#levels().map(({ view }) => view);
  }

  #levels(): readonly Undone[] {
    return (this.#undone ??= undoneLevels(this.#text).map((view) => ({ view, grams: undefined })));
  }

  /** The same text with one blank wherever several signs stand for one; undefined where none do. */
  get spaced(): View | undefined {
    return this.#blanks()?.view;
  }

  /** Whether the text is broken where a value may be: when in doubt, it is. */
  mayBeBroken(joints: Joints): boolean {
    return joints.mayBeBrokenIn(this.#text);
  }

  #blanks(): Undone | undefined {
    if (this.#spaced === undefined) {
      const view = blanksUndone(this.#text);
      this.#spaced = view === undefined ? 'same' : { view, grams: undefined };
    }
    return this.#spaced === 'same' ? undefined : this.#spaced;
  }

  /** Whether a string, which is not empty, stands in the text as it is or once all is undone. */
  #hides(string: string): boolean {
    if (this.holds(string) || this.#isBroken(string)) return true;
    for (const level of this.#levels())
      if ((level.grams ??= new TextGrams(level.view.text)).holds(string)) return true;
    return false;
  }

  /** Whether a string stands in the text with other signs for its blanks. */
  #isBroken(string: string): boolean {
    const spaced = string.includes(' ') ? this.#blanks() : undefined;
    return spaced !== undefined && (spaced.grams ??= new TextGrams(spaced.view.text)).holds(string);
  }

  /** Its number among all texts. */
  #join(): number {
    if (this.#joined > 0) return this.#joined;
    const { joint } = this.#shared;
    for (const { text } of this.undone) joint.add(text);
    return (this.#joined = joint.add(this.#text));
  }

  /** Whether one of some names stands in the text, from the one of that number on: when in doubt, it may. */
  mayHoldName(names: readonly string[], from: number): boolean {
    const count = names.length;
    const first = this.#lacksNames.firstFrom(from);
    if (count - first > MANY) return true;
    if (first < count) {
      const { joint, names: nowhere } = this.#shared;
      const rest = nowhere.restOf(joint, this.#join(), first, count, (i) => [names[i] ?? '']);
      for (const i of rest) if (this.holds(names[i] ?? '')) return true;
    }
    this.#lacksNames.note(from, count);
    return false;
  }

  /** Whether one of some values stands in the text in any of its forms, from that of that number on: when in doubt, it may. */
  mayHoldValue(from: number, count: number, formsOf: (i: number) => readonly string[]): boolean {
    const first = this.#lacksValues.firstFrom(from);
    if (count - first > MANY) return true;
    if (first < count && this.#holdsAny(first, count, formsOf)) return true;
    this.#lacksValues.note(from, count);
    return false;
  }

  #holdsAny(first: number, count: number, formsOf: (i: number) => readonly string[]): boolean {
    const { joint, values: nowhere } = this.#shared;
    const rest = nowhere.restOf(joint, this.#join(), first, count, formsOf);
    for (let n = 0; n < rest.length; n++) if (this.#hidesAny(formsOf(rest[n] ?? 0))) return true;
    // No view of what is broken is among all texts.
    if (this.#blanks() === undefined) return false;
    for (let i = first; i < count; i++) if (formsOf(i).some((form) => this.#isBroken(form))) return true;
    return false;
  }

  /** Asked of each text of a long conversation for each new value: so nothing is made on the way, no iterator either. */
  #hidesAny(forms: readonly string[]): boolean {
    for (let n = 0; n < forms.length; n++) if (this.#hides(forms[n] ?? '')) return true;
    return false;
  }
}

/**
 * The texts of a conversation, and what was read of them, so that in a long one only the new turn is searched for all
 * values, and the turns before for those that came since.
 */
export class KnownTexts {
  readonly #texts = new Map<string, KnownText>();
  #shared = sharing(new JointGrams());

  /** Takes over what others know, for a conversation with the same values and names in the same order. */
  learnFrom(others: KnownTexts): void {
    // What stands in none of the texts of both stands in none of these.
    this.#shared = sharing(others.#shared.joint);
    for (const [text, known] of others.#texts) this.#texts.set(text, known.copy(this.#shared));
  }

  /** What is known of a text, which may be nothing yet. */
  of(text: string): KnownText {
    const known = this.#texts.get(text);
    if (known) return known;
    if (this.#texts.size >= MOST_TEXTS) {
      this.#texts.clear();
      this.#shared = sharing(new JointGrams());
    }
    const fresh = new KnownText(text, this.#shared);
    this.#texts.set(text, fresh);
    return fresh;
  }
}

function sharing(joint: JointGrams): Shared {
  return { joint, values: new NowhereIn(), names: new NowhereIn() };
}
