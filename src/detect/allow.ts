import type { Finding, Scan } from './finding.ts';

/** The keyed fingerprint of a value, in hex. The key stays in the editor's secret storage. */
export type Fingerprint = (value: string) => Promise<string>;

/**
 * A scan without the values the user always allows. They are known by their keyed fingerprints only, so the list
 * gives none of them away, and on another machine it allows nothing.
 *
 * @param allowed the fingerprints in force, asked for at each scan.
 */
export function withoutAllowed(
  scan: Scan,
  allowed: () => ReadonlySet<string>,
  fingerprint: Fingerprint,
): Scan {
  return async (texts) => {
    const found = await scan(texts);
    const list = allowed();
    if (list.size === 0) return found;
    return Promise.all(found.map((findings, i) => standing(findings, texts[i] ?? '', list, fingerprint)));
  };
}

async function standing(
  findings: readonly Finding[],
  text: string,
  allowed: ReadonlySet<string>,
  fingerprint: Fingerprint,
): Promise<readonly Finding[]> {
  const prints = await Promise.all(findings.map(({ start, end }) => fingerprint(text.slice(start, end))));
  return findings.filter((_, i) => !allowed.has(prints[i] ?? ''));
}
