import { type Scan, ScanFailure } from './finding.ts';
import { type SupervisedScan, superviseScanner, type SupervisorOptions } from './supervise.ts';

/** The same as one supervised scanner, with several at work beside each other: each call goes to the one with the least to do. */
export function superviseSeveral(count: number, options: SupervisorOptions): SupervisedScan {
  const scanners = Array.from({ length: Math.max(1, count) }, () => ({
    scanner: superviseScanner(options),
    /** What it was given and has not answered, in UTF-16 code units. */
    load: 0,
  }));
  const scan: Scan = async (texts) => {
    const [first, ...others] = scanners;
    if (first === undefined) throw new ScanFailure('scanner-died');
    const free = others.reduce((least, one) => (one.load < least.load ? one : least), first);
    // A call without a text is one too.
    const load = texts.reduce((sum, text) => sum + text.length, 1);
    free.load += load;
    try {
      return await free.scanner.scan(texts);
    } finally {
      free.load -= load;
    }
  };
  return {
    scan,
    retire: () => scanners.forEach(({ scanner }) => scanner.retire()),
    dispose: () => scanners.forEach(({ scanner }) => scanner.dispose()),
  };
}
