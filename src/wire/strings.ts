/** Every string and key of a JSON value, each once. */
export function stringsOf(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  found.delete('');
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      found.add(key);
      collect(item, found);
    }
  }
}
