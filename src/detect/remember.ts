import { type Finding, type Scan, ScanFailure } from './finding.ts';

/** How many results are kept; one is a few dozen bytes a finding. */
const CAPACITY = 4_096;

/** The texts of so many calls are known without a digest: those of one prompt, from its review to the last look. */
const CALLS = 4;

/**
 * A scan that looks at a text only once: results are kept by a digest of the text, so no text stays in memory but those
 * of the last few calls, which are the conversation that is going on. One memory belongs to one set of rules and
 * settings; make a new one when they change.
 */
export function rememberScans(scan: Scan): Scan {
  const known = new Map<string, readonly Finding[]>();
  let recent: Map<string, readonly Finding[]>[] = [];

  /** What is known by a digest, or found now. */
  async function lookUp(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
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
  }

  return async (texts) => {
    const results = new Map<string, readonly Finding[]>();
    const rest: string[] = [];
    for (const text of texts) {
      const found = recent.find((one) => one.has(text))?.get(text);
      if (found) results.set(text, found);
      else rest.push(text);
    }
    const found = rest.length > 0 ? await lookUp(rest) : [];
    rest.forEach((text, i) => results.set(text, found[i] ?? []));
    recent = [results, ...recent.slice(0, CALLS - 1)];
    return texts.map((text) => results.get(text) ?? []);
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
