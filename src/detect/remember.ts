import { type Finding, type Scan, ScanFailure } from './finding.ts';

/** How many results are kept; one is a few dozen bytes a finding. */
const CAPACITY = 4_096;

/**
 * A scan that looks at a text only once: results are kept by a digest of the text, so neither the text nor a
 * value stays in memory. One memory belongs to one set of rules and settings; make a new one when they change.
 */
export function rememberScans(scan: Scan): Scan {
  const known = new Map<string, readonly Finding[]>();

  return async (texts) => {
    const keys = await Promise.all(texts.map(digest));
    const missing = keys.flatMap((key, i) => (known.has(key) ? [] : [i]));
    const results = new Map(keys.map((key) => [key, known.get(key)]));
    if (missing.length > 0) {
      const found = await scan(missing.map((i) => texts[i] ?? ''));
      // An answer that is short must not be remembered as nothing found.
      if (found.length !== missing.length) throw new ScanFailure('rule-failed');
      missing.forEach((i, n) => results.set(keys[i] ?? '', found[n] ?? []));
    }
    for (const key of keys) keep(known, key, results.get(key) ?? []);
    return keys.map((key) => results.get(key) ?? []);
  };
}

function keep(known: Map<string, readonly Finding[]>, key: string, findings: readonly Finding[]): void {
  // A map remembers the order of insertion: the first entry is the one not used for longest.
  known.delete(key);
  known.set(key, findings);
  if (known.size <= CAPACITY) return;
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

/** SHA-256 over the text's code units, since UTF-8 would make lone surrogates alike. */
async function digest(text: string): Promise<string> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  const hash = await crypto.subtle.digest('SHA-256', units);
  return String.fromCharCode(...new Uint16Array(hash));
}
