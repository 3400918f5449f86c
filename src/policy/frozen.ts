/** Freezes a tree of plain objects and arrays to the bottom and returns it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/** A copy of the entries without a prototype, so that looking up `constructor` finds nothing. */
export function withoutPrototype<T>(entries: Readonly<Record<string, T>>): Record<string, T> {
  const bare: Record<string, T> = Object.create(null);
  return Object.assign(bare, entries);
}
