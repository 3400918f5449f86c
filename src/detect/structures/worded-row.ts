/** A secret behind words that stand before nothing else. */
export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly literals: readonly string[];
  /** From the literal on: its first group is all that stands before the value, its second the value. Bounded. */
  readonly pattern: RegExp;
  /** Who made the value; decides what speaks against it. */
  readonly made: 'by-people' | 'by-machine';
}
