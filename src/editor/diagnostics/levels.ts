import * as v from 'valibot';
import { customKind } from '../../detect/custom.ts';
import type { Finding } from '../../detect/finding.ts';
import { kindOf } from '../../detect/kinds.ts';
import { OWN_KINDS } from '../../detect/own/own-terms.ts';

/** Which findings of open files are shown in the editor. */
export const DiagnosticsSetting = v.picklist(['all', 'secrets', 'off']);
export type DiagnosticsSetting = v.InferOutput<typeof DiagnosticsSetting>;

/** How loudly a finding is shown, by the editor's own words; a hint is a few dots and stands in no list of problems. */
export type Level = 'warning' | 'information' | 'hint';

/**
 * How loudly a finding of an open file is shown. A list of problems that is full of what nobody will change is switched
 * off, so that only what opens something or was named by the user is a warning there; what laws name is information,
 * and mail addresses, names and hosts, of which ordinary files are full, are hints.
 *
 * @param isKept whether the file is one that secrets belong into, or that never leaves: nothing is to be mended there.
 * @returns undefined where it is not shown.
 */
export function levelOf(
  { kind, severity }: Pick<Finding, 'kind' | 'severity'>,
  setting: DiagnosticsSetting,
  isKept: boolean,
): Level | undefined {
  const { row } = kindOf(kind);
  if (setting === 'off' || (setting === 'secrets' && row !== 'secret')) return undefined;
  switch (row) {
    case 'secret':
      if (isKept) return 'hint';
      return severity === 'critical' || severity === 'high' ? 'warning' : 'information';
    case 'regulated':
      return isKept ? 'hint' : 'information';
    case 'internal':
      return isNamedByUser(kind) && !isKept ? 'warning' : 'hint';
    case 'contact':
      return 'hint';
    case 'path':
    case 'opaque':
      return undefined;
  }
}

const LOUDEST_FIRST: readonly Level[] = ['warning', 'information', 'hint'];

/** The findings that are shown, each with how loudly, the loudest first and otherwise in their order. */
export function loudestFirst<F extends Pick<Finding, 'kind' | 'severity'>>(
  findings: readonly F[],
  setting: DiagnosticsSetting,
  isKept: boolean,
): readonly (readonly [Level, F])[] {
  const levels = findings.map((finding) => [levelOf(finding, setting, isKept), finding] as const);
  return LOUDEST_FIRST.flatMap((level) =>
    levels.flatMap(([of, finding]) => (of === level ? [[level, finding] as const] : [])),
  );
}

/** Whether a kind is a term or a pattern of the user's own. */
function isNamedByUser(kind: string): boolean {
  return Object.hasOwn(OWN_KINDS, kind) || customKind(kind) !== undefined;
}

/** Whether a file is one that secrets belong into: `.env` and the like, without the examples that are passed on. */
export function keepsVariables(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (/(?:^|[._-])(?:example|sample|template|dist|defaults?)(?:$|[._-])/.test(name)) return false;
  return /^\.env(?:rc)?(?:\.|$)|\.env$/.test(name);
}
