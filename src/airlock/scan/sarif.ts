/**
 * A report of a scan as SARIF 2.1.0 (OASIS, errata 01): what each result is of and where it stands, never what stands there.
 * Numbers in comments are sections of that standard.
 */
import type { Standing } from '../../decide/standing.ts';
import type { Severity } from '../../detect/finding.ts';
import type { SkippedWhy, UnseenWhy } from '../../detect/left-out.ts';
import type { FileFound, KindInFile, Place, WorkspaceReport } from './report.ts';

type Level = 'error' | 'warning' | 'note';

interface Message {
  readonly text: string;
}

/** §3.4 */
interface ArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly description?: Message;
}

/** §3.30: lines and columns from 1, `endColumn` exclusive. */
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** §3.28 */
interface Location {
  readonly physicalLocation: { readonly artifactLocation: ArtifactLocation; readonly region?: Region };
}

/** §3.49 */
interface Rule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: Message;
  readonly help: Message;
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: Level };
  /** `security-severity` is what code hosts sort by, from 0 to 10. */
  readonly properties: { readonly tags: readonly string[]; readonly 'security-severity': string };
}

/** §3.27 */
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly [Location];
  readonly partialFingerprints?: Readonly<Record<string, string>>;
  /** §3.27.23: of a run either all results have them or none; empty for one that is not suppressed. */
  readonly suppressions?: readonly Suppression[];
  readonly properties: { readonly standing: Standing };
}

/** §3.35: by what is no part of the source it is in. */
interface Suppression {
  readonly kind: 'external';
  readonly justification: string;
}

/** §3.58 */
interface Notification {
  readonly level: Level;
  readonly message: Message;
  readonly locations: readonly Location[];
}

/** §3.13 */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly version?: string;
          readonly rules: readonly Rule[];
        };
      };
      readonly language: string;
      readonly columnKind: 'utf16CodeUnits';
      readonly originalUriBaseIds: Readonly<Record<string, ArtifactLocation>>;
      readonly invocations: readonly [
        {
          readonly executionSuccessful: true;
          readonly startTimeUtc: string;
          readonly endTimeUtc: string;
          readonly toolExecutionNotifications: readonly Notification[];
        },
      ];
      readonly results: readonly Result[];
    },
  ];
}

/** What people read in it. */
export interface SarifWords {
  /** The tag of their language. */
  readonly locale: string;
  rule(kind: string): { readonly name: string; readonly help: string; readonly page: string | undefined };
  /** @param more findings of the kind in the file that have no result of their own; 0 for all results but the last. */
  result(of: Pick<KindInFile, 'kind' | 'evidence'>, standing: Standing, more: number): string;
  /** @param file the one that declares the values to be made up. */
  declared(file: string): string;
  skipped(why: SkippedWhy, count: number): string;
  unseen(why: UnseenWhy, count: number): string;
  unlisted(count: number): string;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
};
const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical'];
/** By which a result is known again once its line moved (§3.27.17); keyed, so that it tells nothing of the value. */
const FINGERPRINT = 'promptAirlock/v1';

/** @param version of ours. */
export function sarifOf(report: WorkspaceReport, words: SarifWords, version?: string): SarifLog {
  const kinds = worstByKind(report.found);
  const places = new Map([...kinds.keys()].map((kind, i) => [kind, i]));
  const isAnyDeclared = report.declared > 0;
  const at = (time: number): string => new Date(time).toISOString();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Prompt Airlock',
            ...(version !== undefined && { version }),
            rules: [...kinds.values()].map((worst) => ruleOf(worst, words)),
          },
        },
        language: words.locale,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: Object.fromEntries(
          report.roots.map((name, root) => [baseOf(root), { description: { text: name } }]),
        ),
        invocations: [
          {
            executionSuccessful: true,
            startTimeUtc: at(report.startedAt),
            endTimeUtc: at(report.endedAt),
            toolExecutionNotifications: notificationsOf(report, words),
          },
        ],
        results: report.found.flatMap((file) =>
          file.kinds.flatMap((kind) =>
            resultsOf(file, kind, places.get(kind.kind) ?? -1, words).map((result) =>
              isAnyDeclared ? { ...result, suppressions: suppressionsOf(kind, words) } : result,
            ),
          ),
        ),
      },
    ],
  };
}

/** Of each kind the finding that is worst, in the order in which the kinds come up. */
function worstByKind(found: readonly FileFound[]): ReadonlyMap<string, KindInFile> {
  const worst = new Map<string, KindInFile>();
  for (const one of found.flatMap(({ kinds }) => kinds)) {
    const before = worst.get(one.kind);
    if (before === undefined || ORDER.indexOf(one.severity) > ORDER.indexOf(before.severity))
      worst.set(one.kind, one);
  }
  return worst;
}

function ruleOf({ kind, class: className, severity }: KindInFile, words: SarifWords): Rule {
  const { name, help, page } = words.rule(kind);
  return {
    id: kind,
    name,
    shortDescription: { text: name },
    help: { text: help },
    ...(page !== undefined && { helpUri: page }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', className], 'security-severity': SCORES[severity] },
  };
}

function resultsOf(
  { root, path, standing }: FileFound,
  of: KindInFile,
  ruleIndex: number,
  words: SarifWords,
): Result[] {
  return of.places.map((place, i) => ({
    ruleId: of.kind,
    ruleIndex,
    level: LEVELS[of.severity],
    message: {
      text: plain(words.result(of, standing, i === of.places.length - 1 ? of.count - i - 1 : 0)),
    },
    locations: [{ physicalLocation: { artifactLocation: fileAt(root, path), region: regionOf(place) } }],
    ...(place.print !== '' && { partialFingerprints: { [FINGERPRINT]: place.print } }),
    properties: { standing },
  }));
}

function suppressionsOf({ declaredBy }: KindInFile, words: SarifWords): readonly Suppression[] {
  return declaredBy === undefined ? [] : [{ kind: 'external', justification: words.declared(declaredBy) }];
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function notificationsOf(
  { roots, skipped, unseen, unlisted }: WorkspaceReport,
  words: SarifWords,
): Notification[] {
  // With several folders a path begins with the name of one.
  const locations = (paths: readonly string[]): Location[] =>
    roots.length > 1
      ? []
      : paths
          .filter((path) => path !== '')
          .map((path) => ({ physicalLocation: { artifactLocation: fileAt(0, path) } }));
  return [
    ...unseen.map(({ why, count, paths }) => ({
      level: 'warning' as const,
      message: { text: plain(words.unseen(why, count)) },
      locations: locations(paths),
    })),
    ...skipped.map(({ why, count, paths }) => ({
      level: 'note' as const,
      message: { text: plain(words.skipped(why, count)) },
      locations: locations(paths),
    })),
    ...(unlisted > 0
      ? [{ level: 'warning' as const, message: { text: plain(words.unlisted(unlisted)) }, locations: [] }]
      : []),
  ];
}

/** A file below a folder, as a reference that is relative to it (§3.4.3, RFC 3986). */
function fileAt(root: number, path: string): ArtifactLocation {
  // Half of a pair of surrogates has no UTF-8.
  const uri = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: baseOf(root) };
}

function baseOf(root: number): string {
  return root === 0 ? 'SRCROOT' : `SRCROOT_${root + 1}`;
}

/** Brackets would be links (§3.11.6). */
function plain(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
