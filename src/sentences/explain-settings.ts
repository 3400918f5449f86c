import type { Provenance, Traced, TracedValue } from '../decide/team/trace.ts';
import { demandTexts } from './demands.ts';
import type { Translate } from './translate.ts';

/** A value in force, in words. No term, pattern or value of a list is in them: those are counted. */
export interface SettingRow {
  /** As it is written in settings and files. */
  readonly name: string;
  readonly value: string;
  /** Who demands it; several where each does. */
  readonly from: readonly string[];
  readonly locked: boolean;
  /** What does not hold beside it, each with who says so. */
  readonly overrides: readonly string[];
}

/** Each value that is in force, where it comes from and what it overrides. */
export function settingRows(trace: readonly Traced[], t: Translate): readonly SettingRow[] {
  return trace.map(({ inForce, from, overrides, locked }) => ({
    name: nameOf(inForce),
    value: valueText(inForce, t),
    from: from.map((one) => provenanceText(one, t)),
    locked,
    overrides: overrides.map((one) => t('{0} ({1})', valueText(one.value, t), provenanceText(one.from, t))),
  }));
}

/** Who states a value, with the line. */
export function provenanceText(from: Provenance, t: Translate): string {
  switch (from.by) {
    case 'default':
      return t('default');
    case 'user':
      return t('your settings');
    case 'file':
      return from.source.by === 'organisation'
        ? t('policy of your organisation, line {0}', from.at.start.line)
        : t('{0}, line {1}', from.source.file, from.at.start.line);
  }
}

function nameOf(value: TracedValue): string {
  switch (value.what) {
    case 'clause':
      return `requirements.${value.clause}`;
    case 'kind':
      return `kinds.${value.kind}`;
    case 'destinations':
      return 'destinations';
    case 'added':
      return value.field;
    case 'setting':
      return value.name;
  }
}

function valueText(traced: TracedValue, t: Translate): string {
  switch (traced.what) {
    case 'clause':
      return traced.value === undefined
        ? t('not demanded')
        : demandTexts({ [traced.clause]: traced.value }, t).join(', ');
    case 'kind':
      return traced.value;
    case 'destinations':
      return traced.value.length === 0 ? t('no destination') : traced.value.join(', ');
    case 'added':
      return entries(traced.value, t);
    case 'setting':
      return settingText(traced.value, t);
  }
}

function settingText(value: unknown, t: Translate): string {
  if (typeof value === 'object' && value !== null) return entries(Object.keys(value).length, t);
  return value === '' || value === null || value === undefined ? t('nothing') : String(value);
}

function entries(count: number, t: Translate): string {
  return count === 1 ? t('1 entry') : t('{0} entries', count);
}
