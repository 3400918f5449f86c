/** What the value of a field has to look like. */
export type Check =
  | 'name'
  | 'person-or-company'
  | 'company'
  | 'street'
  | 'address'
  | 'city'
  | 'postcode'
  | 'postcode-city'
  | 'date'
  | 'place'
  | 'phone'
  | 'mail'
  | 'number'
  | 'insurance'
  | 'salary'
  | 'plate'
  | 'username'
  | 'nationality'
  | 'trait'
  | 'blood'
  | 'health';

/**
 * How much a label says by itself. `strong`: nobody but a person has it (`last name`). `role`: somebody's part, which
 * code and companies have as well (`customer`). `weak`: things have it too (`name`, `city`), so the value or the
 * fields beside it have to speak of a person.
 */
export type Strength = 'strong' | 'role' | 'weak';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'ja' | 'zh';

/** A field of a form, a record or a table: its kind, and how it is labelled. */
export interface Field {
  readonly id: string;
  /** Key of the table in `kinds.ts`. */
  readonly kind: string;
  readonly check: Check;
  readonly strength: Strength;
  /**
   * Labels, `; ` between them, in small letters and with the blanks people write. Joinings (`first_name`,
   * `firstName`) and spellings without accents follow from them.
   */
  readonly labels: Readonly<Partial<Record<Language, string>>>;
}
