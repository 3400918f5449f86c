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
  const known = new Map<string, Remembered>();
  const sketches = new Set<number>();
  let recent: Map<string, readonly Finding[]>[] = [];
  /** What is still to be kept, as soon as its digests are there. */
  const toKeep = new Set<Promise<void>>();

  /** @throws ScanFailure where an answer is short: it must not be remembered as nothing found. */
  async function findIn(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
    const found = texts.length > 0 ? await scan(texts) : [];
    if (found.length !== texts.length) throw new ScanFailure('rule-failed');
    return found;
  }

  /** What is known by a digest, or found now. */
  async function lookUp(texts: readonly string[]): Promise<readonly (readonly Finding[])[]> {
    const digests = texts.map(digest);
    // What was surely never seen is looked at while digests are made, and nobody waits for its own.
    const [fresh, others] = parted(texts, (text) => !sketches.has(sketchOf(text)));
    for (const made of digests) made.catch(() => undefined);
    const foundFresh = await findIn(fresh.map((i) => texts[i] ?? ''));
    const results = new Map(fresh.map((i, n) => [i, foundFresh[n] ?? []]));
    const missing: number[] = [];
    if (others.length > 0) await Promise.all(toKeep);
    for (const i of others) {
      const before = known.get((await digests[i]) ?? '');
      if (before) results.set(i, before.findings);
      else missing.push(i);
    }
    const found = await findIn(missing.map((i) => texts[i] ?? ''));
    missing.forEach((i, n) => results.set(i, found[n] ?? []));
    const keeping = keepAll(
      digests,
      texts.map((text, i) => ({ findings: results.get(i) ?? [], sketch: sketchOf(text) })),
    );
    toKeep.add(keeping);
    void keeping.finally(() => toKeep.delete(keeping));
    return texts.map((_, i) => results.get(i) ?? []);
  }

  /** Keeps results as soon as their digests are there; one that there is no digest of is looked for once more the next time. */
  async function keepAll(digests: readonly Promise<string>[], results: readonly Remembered[]): Promise<void> {
    for (const { sketch } of results) sketches.add(sketch);
    for (const [i, made] of (await Promise.allSettled(digests)).entries()) {
      const one = results[i];
      if (one && made.status === 'fulfilled') keep(made.value, one);
    }
  }

  function keep(key: string, one: Remembered): void {
    // A map remembers the order of insertion: the first entry is the one not used for longest.
    known.delete(key);
    known.set(key, one);
    sketches.add(one.sketch);
    if (known.size <= CAPACITY) return;
    for (const [oldest, { sketch }] of known) {
      known.delete(oldest);
      sketches.delete(sketch);
      return;
    }
  }

  return async (texts) => {
    const results = new Map<string, readonly Finding[]>();
    const rest = new Set<string>();
    for (const text of texts) {
      const found = recent.find((one) => one.has(text))?.get(text);
      if (found) results.set(text, found);
      else rest.add(text);
    }
    const missing = [...rest];
    const found = missing.length > 0 ? await lookUp(missing) : [];
    missing.forEach((text, i) => results.set(text, found[i] ?? []));
    recent = [results, ...recent.slice(0, CALLS - 1)];
    return texts.map((text) => results.get(text) ?? []);
  };
}

/** What was found in a text. */
interface Remembered {
  readonly findings: readonly Finding[];
  readonly sketch: number;
}

/** The numbers of the texts for which something holds, and those of the others. */
function parted(texts: readonly string[], holds: (text: string) => boolean): readonly [number[], number[]] {
  const those: number[] = [];
  const others: number[] = [];
  for (const [i, text] of texts.entries()) (holds(text) ? those : others).push(i);
  return [those, others];
}

/** So many code units of a text are looked at to tell it from most others. */
const SAMPLES = 1_024;

/** A number that is the same for the same text, and for few others. */
function sketchOf(text: string): number {
  let sketch = text.length;
  const step = Math.max(1, text.length / SAMPLES);
  for (let at = 0; at < text.length; at += step) sketch = Math.imul(sketch, 31) + text.charCodeAt(at);
  return sketch | 0;
}

/** SHA-256 over the text's code units, since UTF-8 would make lone surrogates alike. */
async function digest(text: string): Promise<string> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  const hash = await crypto.subtle.digest('SHA-256', units);
  return String.fromCharCode(...new Uint16Array(hash));
}
