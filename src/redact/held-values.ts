import { isBare } from './bare-literal.ts';
import { LITERAL, type StandIn } from './stand-in.ts';

/** The stand-ins of values: the one a value has, and the number beside it where it has one that is none. */
export class HeldValues {
  readonly #byValue = new Map<string, StandIn>();
  readonly #bareByValue = new Map<string, StandIn>();

  /** The stand-in of a value. */
  get(value: string): StandIn | undefined {
    return this.#byValue.get(value);
  }

  /** The number beside the stand-in of a value. */
  numberBeside(value: string): StandIn | undefined {
    return this.#bareByValue.size === 0 ? undefined : this.#bareByValue.get(value);
  }

  /** Adds a stand-in for its value: beside another where it is a number and the other is none, in its place elsewhere. */
  add(standIn: StandIn): void {
    const { name, value } = standIn;
    const known = isBare(name) ? this.#byValue.get(value) : undefined;
    if (known && !isBare(known.name)) this.#bareByValue.set(value, standIn);
    else this.#byValue.set(value, standIn);
  }

  /** Lets go of the stand-in of a value; false where it had none. */
  delete(value: string): boolean {
    return this.#byValue.delete(value);
  }

  /** Whether something has a stand-in because it is a value, and not since it merely looks like a stand-in itself. */
  isValue(text: string): boolean {
    return (this.#byValue.get(text)?.kind ?? LITERAL) !== LITERAL;
  }
}
