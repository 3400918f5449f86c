import type { Scan } from '../../../../src/detect/finding.ts';
import { plainScan } from '../opened.ts';

/** A scan by all rules in which the findings of some values are marked as declared to be made up. */
export function declaring(values: readonly string[], file = '.promptairlock.json'): Scan {
  return async (texts) => {
    const found = await plainScan(texts);
    return found.map((findings, i) =>
      findings.map((one) =>
        values.includes(texts[i]?.slice(one.start, one.end) ?? '') ? { ...one, declaredBy: file } : one,
      ),
    );
  };
}
