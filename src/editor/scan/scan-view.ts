import { countOf, type WorkspaceReport } from '../../airlock/scan/report.ts';
import type { Severity } from '../../detect/finding.ts';
import {
  SCAN_CLASSES,
  SCAN_COLUMNS,
  type ScanBar,
  type ScanColumn,
  type ScanRow,
  type ScanView,
  STANDINGS,
} from '../../protocol/scan.ts';
import { countedSummary, kindName } from '../../sentences/finding.ts';
import { numberText } from '../../sentences/locale.ts';
import {
  riskText,
  skippedSentence,
  standingText,
  unlistedSentence,
  unseenSentence,
} from '../../sentences/scan.ts';
import { declaredText } from '../../sentences/test-values.ts';
import type { Translate } from '../../sentences/translate.ts';
import { localTime } from '../local-time.ts';
import { type Bar, barsOf } from './scan-bars.ts';
import { scanLabels } from './scan-labels.ts';
import { rowsOf, shownName, shownPath } from './scan-rows.ts';

/** Bars that are shown: as many as are taken in at a glance. */
const MOST_BARS = 12;
const SEVERITIES: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** A report in words. */
export function scanView(report: WorkspaceReport, t: Translate): ScanView {
  const { roots, total, declared, files, looked } = report;
  const found = countOf(total);
  const rows = rowsOf(report).map(({ file, of }, id): ScanRow => {
    const [first] = of.places;
    return {
      id,
      file: shownPath(report, file.root, file.path),
      path: `${file.root}/${file.path}`,
      kind: of.kind,
      class: of.class,
      severity: SEVERITIES.indexOf(of.severity),
      count: of.count,
      place: first ? `${first.line}:${first.column}` : '',
      standing: file.standing,
      declared: of.declaredBy === undefined ? '' : declaredText(of.declaredBy, t),
    };
  });
  const names = roots.map(shownName).join(', ');
  return {
    title: t('Workspace Scan'),
    about: t(
      '{0} · {1} · took {2} s',
      names,
      localTime(report.startedAt),
      numberText(Math.ceil((report.endedAt - report.startedAt) / 1000), t),
    ),
    summary: summaryOf(report, t),
    counts: [
      ...(found === 0
        ? []
        : [countedSummary(new Map(entriesOf(total.classes)), t), ...standingCounts(report, t)]),
      ...(declared === 0
        ? []
        : [t('Apart from that, declared as test values by this workspace: {0}', numberText(declared, t))]),
    ],
    notes: notesOf(report, t),
    empty: rows.length > 0 || found > 0 ? '' : emptyText(files, looked, t),
    bars: barsOf(report.folders, MOST_BARS).map((bar) => barView(bar, report, t)),
    rows,
    kinds: Object.fromEntries(report.kinds.map(({ kind }) => [kind, kindName(kind, t)])),
    standings: STANDINGS.filter(
      (id) => total.found[id] > 0 || rows.some(({ standing }) => standing === id),
    ).map((value) => ({
      value,
      label: standingText(value, t),
    })),
    classes: SCAN_CLASSES.filter((id) => total.classes[id] > 0 || rows.some((row) => row.class === id)).map(
      (value) => ({
        value,
        label: riskText(value, t),
      }),
    ),
    columns: SCAN_COLUMNS.map((id) => columnOf(id, t)),
    labels: scanLabels(t),
  };
}

function summaryOf({ total, files, looked }: WorkspaceReport, t: Translate): string {
  const found = countOf(total);
  return found === 0
    ? t(
        '{0} of {1} files were looked into, and nothing sensitive was found.',
        numberText(looked, t),
        numberText(files, t),
      )
    : t(
        'A chat here could leak {0} findings; {1} of {2} files were looked into.',
        numberText(found - total.found.denied, t),
        numberText(looked, t),
        numberText(files, t),
      );
}

/** Nothing found is one thing, and nothing looked into another. */
function emptyText(files: number, looked: number, t: Translate): string {
  if (files === 0) return t('There is no file to look into.');
  if (looked === 0) return t('None of the files could be looked into; what is in them is not known.');
  return t('Nothing sensitive was found in the files that were looked into.');
}

function standingCounts({ total: { found } }: WorkspaceReport, t: Translate): string[] {
  const said = [
    found.open > 0 && t('{0} in files that may leave', numberText(found.open, t)),
    found.redacted > 0 && t('{0} in files that leave redacted only', numberText(found.redacted, t)),
    found.limited > 0 && t('{0} in files for some destinations only', numberText(found.limited, t)),
    found.denied > 0 && t('{0} in files that may not leave', numberText(found.denied, t)),
  ].filter((text) => text !== false);
  return said.length === 0 ? [] : [said.join(' · ')];
}

function notesOf(report: WorkspaceReport, t: Translate): ScanView['notes'] {
  const { skipped, unseen, unlisted, total } = report;
  const rootName = report.roots.map(shownName).join(', ');
  const shown = (paths: readonly string[]): string[] =>
    paths.map((path) => (path === '' ? rootName : shownName(path)));
  return [
    ...(total.found.open > 0
      ? [
          {
            tone: 'info' as const,
            text: t(
              'What may leave is looked at once more before it does, and goes by what is decided for its destination.',
            ),
            paths: [],
          },
        ]
      : []),
    ...unseen.map(({ why, count, paths }) => ({
      tone: why === 'binary' ? ('info' as const) : ('caution' as const),
      text: unseenSentence(why, count, t),
      paths: shown(paths),
    })),
    ...skipped.map(({ why, count, paths }) => ({
      tone:
        why === 'too-many' || why === 'unlisted' || why === 'too-deep'
          ? ('caution' as const)
          : ('info' as const),
      text: skippedSentence(why, count, t),
      paths: shown(paths),
    })),
    ...(unlisted > 0 ? [{ tone: 'caution' as const, text: unlistedSentence(unlisted, t), paths: [] }] : []),
  ];
}

function barView(bar: Bar, report: WorkspaceReport, t: Translate): ScanBar {
  const { folder, isFlat, total, denied, folders } = bar;
  const parts = SCAN_CLASSES.filter((id) => bar.classes[id] > 0).map((id) => ({
    class: id,
    count: bar.classes[id],
    text: `${riskText(id, t)}: ${numberText(bar.classes[id], t)}`,
  }));
  return {
    name: nameOf(),
    path:
      folder === undefined ? null : folder.path === '' ? `${folder.root}/` : `${folder.root}/${folder.path}/`,
    isFlat,
    total,
    parts,
    text: parts.map(({ text }) => text).join(', '),
    held: denied === 0 ? '' : t('{0} in files that may not leave', numberText(denied, t)),
  };

  function nameOf(): string {
    if (folder === undefined) return t('{0} other folders', numberText(folders, t));
    const { root, path } = folder;
    const name = path === '' ? shownName(report.roots[root] ?? '') : shownPath(report, root, path);
    return isFlat ? t('{0}, files directly in it', name) : name;
  }
}

function columnOf(id: ScanColumn, t: Translate): ScanView['columns'][number] {
  const words: Record<ScanColumn, readonly [label: string, up: string, down: string]> = {
    file: [t('File'), t('A to Z'), t('Z to A')],
    kind: [t('Kind'), t('least severe first'), t('most severe first')],
    count: [t('Found'), t('fewest first'), t('most first')],
    standing: [t('File rules'), t('what may leave first'), t('what may not leave first')],
  };
  const [label, up, down] = words[id];
  return { id, label, ascending: `${label}, ${up}`, descending: `${label}, ${down}` };
}

function entriesOf(classes: WorkspaceReport['total']['classes']) {
  return SCAN_CLASSES.map((id) => [id, classes[id]] as const);
}
