import type { Finding } from './finding.ts';

/** What findings of one sort have in common. */
type Sort = Pick<Finding, 'rule' | 'class' | 'kind' | 'severity' | 'evidence'>;
/** What few findings have. */
type Rest = Omit<Finding, keyof Sort | 'start' | 'end'>;

/**
 * Findings as they go from one thread to another: of thousands of them nearly all are of a few sorts, and as objects they
 * take longer to be copied than to be found.
 */
export interface Packed {
  readonly sorts: readonly Sort[];
  /** For each finding where it starts, where it ends, in UTF-16 code units, and the number of its sort. */
  readonly columns: Int32Array;
  /** By the number of a finding what else there is of it. */
  readonly rests: ReadonlyMap<number, Rest>;
}

const WIDTH = 3;

/** Packs findings; `unpacked` gives the same again. */
export function packed(findings: readonly Finding[]): Packed {
  const sorts: Sort[] = [];
  /** The numbers of sorts, by their kind: of one there are hardly ever more than two. */
  const byKind = new Map<string, number[]>();
  const columns = new Int32Array(findings.length * WIDTH);
  const rests = new Map<number, Rest>();
  findings.forEach((finding, i) => {
    const { rule, class: className, kind, severity, evidence, start, end, ...rest } = finding;
    let numbers = byKind.get(kind);
    if (numbers === undefined) byKind.set(kind, (numbers = []));
    let number = numbers.find((one) => isOfSort(finding, sorts[one]));
    if (number === undefined) {
      number = sorts.push({ rule, class: className, kind, severity, evidence }) - 1;
      numbers.push(number);
    }
    columns[i * WIDTH] = start;
    columns[i * WIDTH + 1] = end;
    columns[i * WIDTH + 2] = number;
    for (const _ in rest) {
      rests.set(i, rest);
      break;
    }
  });
  return { sorts, columns, rests };
}

function isOfSort(finding: Finding, sort: Sort | undefined): boolean {
  return (
    finding.rule === sort?.rule &&
    finding.evidence === sort.evidence &&
    finding.severity === sort.severity &&
    finding.class === sort.class
  );
}

/**
 * The findings that were packed.
 * @throws RangeError where a sort is missing.
 */
export function unpacked({ sorts: sent, columns, rests }: Packed): Finding[] {
  const sorts = sent.map((sort) => {
    const { class: className, severity, evidence } = sort;
    return {
      rule: asKey(sort.rule),
      class: className,
      kind: asKey(sort.kind),
      severity,
      start: 0,
      end: 0,
      evidence,
    };
  });
  return Array.from({ length: columns.length / WIDTH }, (_, i) => {
    const sort = sorts[columns[i * WIDTH + 2] ?? -1];
    if (sort === undefined) throw new RangeError('a finding of no sort');
    // A copy: V8 comes to make what a literal makes, and lasts, among old objects, where the dead keep the young alive.
    const finding = { ...sort, start: columns[i * WIDTH] ?? 0, end: columns[i * WIDTH + 1] ?? 0 };
    const rest = rests.get(i);
    return rest === undefined ? finding : { ...finding, ...rest };
  });
}

/** The same string as it is where it is a key: what came from another thread is compared with each key letter by letter. */
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name;
}
