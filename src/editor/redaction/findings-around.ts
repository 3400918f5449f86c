import { type Finding, type Scan, ScanFailure } from '../../detect/finding.ts';
import { mergeFindings } from '../../detect/merge.ts';
import type { Range } from '../../redact/origin.ts';

/**
 * What is sensitive in pieces of a text, known by the pieces themselves or by what stands around them: a password
 * alone is a word, and half a key is none. Offsets are UTF-16 code units into `whole`; a finding may reach out of
 * its piece. In order, without overlaps.
 *
 * @throws ScanFailure when a piece could not be looked at in full. A whole that is too large to be looked at is passed
 * over where the pieces are not.
 */
export async function findingsAround(
  scan: Scan,
  whole: string,
  pieces: readonly Range[],
): Promise<readonly Finding[]> {
  const parts = pieces.filter(({ start, end }) => end > start && end - start < whole.length);
  const isWhole = pieces.some(({ start, end }) => end - start >= whole.length);
  const [inParts, inWhole] = await Promise.all([
    scan(parts.map(({ start, end }) => whole.slice(start, end))),
    scan([whole]).catch((error: unknown) => {
      if (!isWhole && error instanceof ScanFailure && error.reason === 'too-large') return [[]];
      throw error;
    }),
  ]);
  if (inParts.length !== parts.length || inWhole.length !== 1) throw new ScanFailure('rule-failed');
  const own = parts.flatMap(({ start: by }, i) => (inParts[i] ?? []).map((finding) => shifted(finding, by)));
  return mergeFindings([...own, ...inWhole.flat()]).filter(touching(pieces));
}

/**
 * Whether a range shares a character with one of the pieces.
 * @param pieces without overlaps, in any order. Time: log n a question.
 */
export function touching(pieces: readonly Range[]): (range: Range) => boolean {
  const sorted = pieces.toSorted((a, b) => a.start - b.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const next = sorted[low];
    return next !== undefined && next.start < end;
  };
}

/** What of the findings lies in a piece, by offsets into that piece. */
export function clippedTo(findings: readonly Finding[], piece: Range): readonly Finding[] {
  return findings.filter(touching([piece])).map((finding) => {
    if (finding.start >= piece.start && finding.end <= piece.end) return shifted(finding, -piece.start);
    // What is said of the inside of an encoded piece holds for all of it alone.
    const { inside: _, through: __, ...cut } = finding;
    const [start, end] = [Math.max(finding.start, piece.start), Math.min(finding.end, piece.end)];
    return shifted({ ...cut, start, end }, -piece.start);
  });
}

function shifted(finding: Finding, by: number): Finding {
  return { ...finding, start: finding.start + by, end: finding.end + by };
}
