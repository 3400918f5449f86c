import type { Finding } from '../../detect/finding.ts';
import type { Place } from './report.ts';

/**
 * Where ranges of a text stand, without fingerprints.
 * @param ranges sorted by their starts; the text is gone over once.
 */
export function placesIn(
  text: string,
  ranges: readonly Pick<Finding, 'start' | 'end'>[],
): readonly Omit<Place, 'print'>[] {
  let line = 1;
  let lineStart = 0;
  let newline = text.indexOf('\n');
  return ranges.map(({ start, end }) => {
    while (newline >= 0 && newline < start) {
      line += 1;
      lineStart = newline + 1;
      newline = text.indexOf('\n', lineStart);
    }
    let endLine = line;
    let endLineStart = lineStart;
    for (let at = newline; at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      endLine += 1;
      endLineStart = at + 1;
    }
    return { line, column: start - lineStart + 1, endLine, endColumn: end - endLineStart + 1 };
  });
}
