import { kindOf } from '../detect/kinds.ts';
import type { Occurrence, RangeTest } from '../detect/values/value-index.ts';
import { isBare } from './bare-literal.ts';
import { wordEnd } from './free.ts';
import { HeldValues } from './held-values.ts';
import { LooseNames } from './loose-names.ts';
import { NameParts } from './name-parts.ts';
import { type Found, liesInName, type Pieces } from './name-places.ts';
import { type Match, NameIndex } from './names.ts';
import { Naming, type Surroundings } from './naming.ts';
import { NumberedNames } from './numbered-names.ts';
import { type KnownText, KnownTexts, type ValuesIn } from './known-texts.ts';
import type { Extent } from './remembered.ts';
import { SetAside, type Spent } from './set-aside.ts';
import { LITERAL, type StandIn, type Style, UNNAMED } from './stand-in.ts';
import { ValueSearch } from './value-search.ts';
import { standOutside } from './values-outside.ts';

export type { Spent } from './set-aside.ts';
export type { StandIn } from './stand-in.ts';

/** How a vault names what it keeps. */
export interface VaultOptions {
  /** The style of stand-ins for values of a kind; placeholders where it is left out. */
  readonly styleOf?: (kind: string) => Style;
}

/**
 * The map from stand-in to value of one conversation. It lives in memory only, and is never written, logged or sent.
 */
export class Vault {
  readonly #styleOf: (kind: string) => Style;
  readonly #held = new HeldValues();
  readonly #names = new NameIndex<StandIn>();
  readonly #loose = new LooseNames(this.#names.items());
  readonly #search = new ValueSearch((value) => this.#held.isValue(value));
  readonly #texts = new KnownTexts();
  readonly #parts = new NameParts();
  readonly #taken = new NumberedNames();
  /** The names of an earlier vault of this conversation, whose values are gone. */
  readonly spent = new SetAside();
  /** The names that are encoded pieces with stand-ins in them: there is other text in them as well. */
  readonly #pieces = new Set<string>();
  /** Values that were only met as they are written in escapes. */
  readonly #escaped = new Set<string>();
  /** Pieces that are replaced as a whole from here on. */
  readonly #givenUp = new Set<string>();
  readonly #surroundings: Surroundings = {
    isFree: (name) => this.#isFree(name),
    holdsValue: (name) => this.#search.isIn(name),
    holding: (value) => this.#held.get(value),
    standsApart: (name) => !this.#parts.has(name) && !this.#names.isIn(name) && !this.spent.isAnyIn(name),
  };
  readonly #encoded: Pieces<StandIn> = {
    isPiece: ({ name }) => this.#pieces.has(name),
    placesIn: (text) => this.#names.matches(text),
  };
  #naming = new Naming(this.#surroundings);

  constructor({ styleOf = () => 'placeholder' }: VaultOptions = {}) {
    this.#styleOf = styleOf;
  }

  /** A vault that holds stand-ins which were issued before. */
  static of(standIns: Iterable<StandIn>, options?: VaultOptions): Vault {
    const vault = new Vault(options);
    for (const standIn of standIns) {
      const { name, value } = standIn;
      const known = vault.#held.get(value);
      if (vault.#names.get(name) || (known && (isBare(known.name) || !isBare(name)))) continue;
      vault.#naming.readmit(standIn);
      vault.#keep(standIn);
    }
    return vault;
  }

  /**
   * The stand-in of a value: the one it has, or a new one numbered within its kind. Two values never share one, and
   * neither do two writings of one value: the second gets the name of the first and a number behind it.
   *
   * @param style that of its kind where it is left out; `bare` for a number or a date that only another can stand in for: one
   * that has another stand-in already gets a number beside it.
   */
  standInFor(value: string, kind: string, style: Style | 'bare' = this.#styleOf(kind)): StandIn {
    const known = this.#held.get(value);
    if (known && (style !== 'bare' || isBare(known.name))) return known;
    const bare = known && this.#held.numberBeside(value);
    if (bare) return bare;
    return this.#keep({ ...UNNAMED, name: this.#naming.nameFor(value, kind, style), kind, value });
  }

  /** The same for a value as it is written in escapes: its last characters are a few of those, as they stand in many texts. */
  standInForEscaped(value: string, kind: string): StandIn {
    if (!this.#held.get(value)) this.#escaped.add(value);
    return this.standInFor(value, kind);
  }

  /**
   * Keeps a piece under a name that was made for it: an encoded piece with stand-ins in it.
   *
   * @returns undefined where the name is another's, one that nothing could be told by, or one in whose characters a value
   * stands as well; or the piece was given up.
   */
  keepPiece(piece: string, name: string, kind: string): StandIn | undefined {
    const known = this.#held.get(piece);
    if (known) return known;
    if (this.#givenUp.has(piece) || !this.#isFree(name) || this.#search.isIn(name)) return undefined;
    this.#pieces.add(name);
    return this.#keep({ name, kind, value: piece });
  }

  /**
   * Has an encoded piece replaced as a whole from here on, by a stand-in of its own; the one it had is still restored.
   * For any other stand-in nothing changes.
   */
  giveUpPiece({ name, value }: StandIn): void {
    if (!this.#pieces.has(name)) return;
    this.#givenUp.add(value);
    const known = this.#held.get(value);
    // Another stand-in of it is one of its writings from here on.
    if (known !== undefined && known.name !== name) this.#naming.readmit(known);
    if (this.#held.delete(value)) this.#search.keep(value);
  }

  /** A vault that holds the same and goes its own way from here, to try out what would be issued. */
  fork(): Vault {
    const fork = new Vault({ styleOf: this.#styleOf });
    fork.#taken.addAll(this.#taken);
    for (const spent of this.spent.all()) fork.setAside(spent);
    for (const name of this.#pieces) fork.#pieces.add(name);
    for (const value of this.#escaped) fork.#escaped.add(value);
    for (const standIn of this.#names.items()) fork.#keep(standIn);
    for (const piece of this.#givenUp) {
      fork.#givenUp.add(piece);
      if (!this.#held.get(piece) && fork.#held.delete(piece)) fork.#search.keep(piece);
    }
    fork.#naming = this.#naming.fork(fork.#surroundings);
    if (fork.#search.isSame(this.#search)) fork.#texts.learnFrom(this.#texts);
    return fork;
  }

  /** The stand-in of that name, if one was issued. */
  named(name: string): StandIn | undefined {
    return this.#names.get(name);
  }

  /** The stand-in of that value, if one was issued. */
  holding(value: string): StandIn | undefined {
    return this.#held.get(value);
  }

  /** The names that were issued, to be found in a text. */
  get names(): NameIndex<StandIn> {
    return this.#names;
  }

  /** The names that were issued, as a model may have changed them. */
  get looseNames(): LooseNames {
    return this.#loose;
  }

  /** Keeps a name that stands in a text of its own accord from being issued. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /** Keeps a name whose value is gone from being issued, or put back; others of its kind are counted on behind it. */
  setAside(spent: Spent): void {
    this.spent.add(spent);
    this.#parts.addSpent(spent.name);
    this.#naming.countOn(spent);
  }

  /** Leaves alone what a person wrote of their own accord, although it is like a name that was changed. */
  leaveAlone(written: string): void {
    this.#loose.exclude(written);
  }

  /** Whether a name stands in a text of its own accord. */
  isReserved(name: string): boolean {
    return this.#taken.has(name);
  }

  /** Every stand-in at the places of a text where one stands free. */
  standInsIn(text: string): Iterable<Match<StandIn>> {
    return this.#names.matches(text);
  }

  /**
   * Whether what was found in a text is a stand-in, of this vault or an earlier one, or part of one. In an encoded piece
   * there is other text beside the stand-ins: there all that was found in it must be.
   */
  isStandIn(text: string, found: Found): boolean {
    return this.isIssued(text, found) || this.spent.isIn(text, found);
  }

  /** The same of this vault's alone. */
  isIssued(text: string, found: Found): boolean {
    return liesInName(this.#placesIn(text), found, this.#encoded);
  }

  #placesIn(text: string): readonly Match<StandIn>[] {
    const { size } = this.#names;
    if (size === 0) return NO_PLACES;
    const known = this.#texts.of(text);
    if (known.names === undefined || known.mayHoldName(this.#names.names, known.names.of))
      known.names = { of: size, places: [...this.#names.matches(text)] };
    else known.names.of = size;
    return known.names.places;
  }

  /** Every place of a text where a value of the vault stands as itself, or the end of a secret, but those known anyway. */
  occurrences(text: string, isKnown?: RangeTest): Iterable<Occurrence> {
    return this.#search.plain(text, isKnown);
  }

  /** The same in an encoding; `value` is that value, and a run of base64 or hex that goes as a whole is not looked into. */
  encodedOccurrences(text: string, goesWhole?: RangeTest): Iterable<Occurrence> {
    return this.#search.encoded(text, goesWhole);
  }

  /** The kind of a value, or of the secret whose end it is; what stands within another secret is a password. */
  kindOf(value: string): string {
    if (this.#search.isInner(value)) return this.#held.get(value)?.kind ?? 'password';
    return this.#held.get(this.#search.secretOf(value) ?? value)?.kind ?? LITERAL;
  }

  /**
   * Whether a text holds a value of the vault, as itself or in an encoding, other than one of those named. What is part of
   * a stand-in is none: that was made up before the value was met.
   */
  isIn(text: string, other: ReadonlySet<string>): boolean {
    const { plain, encoded } = this.valuesIn(text);
    if (plain.length === 0 && encoded.length === 0) return false;
    const values = new Set([...plain, ...encoded].filter((value) => !other.has(value)));
    if (values.size === 0) return false;
    // Of an earlier vault it is not known which were encoded pieces, with other text in them.
    const isMadeUp = (place: Occurrence): boolean =>
      this.isIssued(text, place) ||
      (place.value === text.slice(place.start, place.end) && this.spent.isIn(text, place));
    return standOutside(text, this.#texts.of(text), values, this.#search, isMadeUp);
  }

  /** The values of the vault that stand in a text. A text is searched for all of them once, and then for new ones only. */
  valuesIn(text: string): ValuesIn {
    return this.#search.valuesIn(text, this.#texts.of(text));
  }

  /** Whether a value of the vault stands in a text only once all is undone that is written in another way. */
  hides(text: string): boolean {
    return this.#search.hidden(this.#texts.of(text)).next().done !== true;
  }

  /** What is known of a text from earlier. */
  known(text: string): KnownText {
    return this.#texts.of(text);
  }

  /** How much is kept so far: what was said of a text earlier holds for as much. */
  get extent(): Extent {
    return { values: this.#search.length, names: this.#names.size };
  }

  /** Whether a text may hold a value or a name that came later: when in doubt, it may. */
  mayHoldSince(known: KnownText, { values, names }: Extent): boolean {
    if (this.#search.mayBeIn(known, values)) return true;
    return known.mayHoldName(this.#names.names, names);
  }

  /** Everything issued so far, in order. */
  standIns(): readonly StandIn[] {
    return [...this.#names.items()];
  }

  #keep(standIn: StandIn): StandIn {
    const { name, kind, value } = standIn;
    // A literal is a name like ours, no secret; where a model writes that name it means the stand-in.
    if (kind !== LITERAL) {
      // What is encoded at the end of a piece may stand in its stand-in, too.
      const isSecret = kindOf(kind).class === 'secret' && !this.#pieces.has(name);
      this.#search.add(value, isSecret, this.#escaped.size > 0 && this.#escaped.has(value));
    }
    this.#held.add(standIn);
    this.#names.add(name, standIn);
    if (wordEnd(name, 0) < name.length) this.#parts.addOf(name);
    return standIn;
  }

  #isFree(name: string): boolean {
    const isTaken = this.#taken.has(name) || this.spent.has(name) || this.#names.get(name) !== undefined;
    return name.length >= SHORTEST && !isTaken;
  }
}

/** A shorter name could be anything. */
const SHORTEST = 4;
const NO_PLACES: readonly Match<StandIn>[] = [];
