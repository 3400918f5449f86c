import type { FileFound, KindInFile, WorkspaceReport } from '../../../../src/airlock/scan/report.ts';
import { Tally } from '../../../../src/airlock/scan/tally.ts';
import { kindOf } from '../../../../src/detect/kinds.ts';

/** The findings of a kind in a made-up file, and the policy file that declares them to be made up. */
export function found(kind: string, count: number, line = 1, declaredBy?: string): KindInFile {
  const { class: className, severity } = kindOf(kind);
  const place = { line, column: 5, endLine: line, endColumn: 9, print: '' };
  return {
    kind,
    class: className,
    severity,
    evidence: 'shape',
    count,
    places: [place],
    ...(declaredBy !== undefined && { declaredBy }),
  };
}

/** A report of files with these findings, and of as many others without. */
export function reportOf(
  files: Readonly<Record<string, readonly KindInFile[]>>,
  { roots = ['app'], standings = {}, change = () => undefined } = {} as {
    readonly roots?: readonly string[];
    readonly standings?: Readonly<Record<string, FileFound['standing']>>;
    readonly change?: (tally: Tally) => void;
  },
): WorkspaceReport {
  const tally = new Tally();
  for (const [path, kinds] of Object.entries(files)) {
    for (let known = 0; known < 2; known++) {
      tally.known();
      tally.looked();
    }
    tally.add({ root: 0, path, standing: standings[path] ?? 'open', kinds });
  }
  change(tally);
  const startedAt = Date.parse('2026-11-22T10:00:00Z');
  return tally.report(roots, { startedAt, endedAt: startedAt + 4_200 });
}
