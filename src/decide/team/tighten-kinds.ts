import { kindOf } from '../../detect/kinds.ts';
import type { Severity } from '../../detect/finding.ts';
import type { KindSettings } from '../../detect/scan-settings.ts';
import type { TeamFault } from './fault.ts';
import type { TeamPolicy } from './policy-file.ts';
import { isAround } from './source.ts';
import type { KindLevel } from './stated-lists.ts';
import { type Stated, type Traced, traced, type TracedValue } from './trace.ts';

/** From the mildest. */
const LEVELS: readonly KindLevel[] = ['off', 'low', 'medium', 'high', 'critical'];

export interface TightenedKinds {
  /** The user's own with what files raised. */
  readonly kinds: KindSettings;
  /** What the user's own settings give those that files raised; nothing for one that is off there. */
  readonly raisedFrom: ReadonlyMap<string, Severity>;
  readonly faults: readonly TeamFault[];
  readonly trace: readonly Traced[];
}

/** Raises kinds to what files state; none is lowered or switched off by one. */
export function tightenKinds(own: KindSettings, policies: readonly TeamPolicy[]): TightenedKinds {
  const named = new Set([
    ...Object.keys(own),
    ...policies.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)),
  ]);
  const all = [...named].sort().map((kind) => tightenKind(kind, own, policies));
  return {
    kinds: Object.fromEntries(all.map(({ kind, level }) => [kind, level])),
    raisedFrom: new Map(
      all.flatMap(({ kind, level, without }) =>
        level === without || without === 'off' ? [] : [[kind, without] as const],
      ),
    ),
    faults: all.flatMap(({ faults }) => faults),
    trace: all.map(({ trace }) => trace),
  };
}

interface TightenedKind {
  readonly kind: string;
  readonly level: KindLevel;
  /** Without the files. */
  readonly without: KindLevel;
  readonly faults: readonly TeamFault[];
  readonly trace: Traced;
}

function tightenKind(kind: string, own: KindSettings, policies: readonly TeamPolicy[]): TightenedKind {
  const byUser = Object.hasOwn(own, kind) ? own[kind] : undefined;
  const without = byUser ?? kindOf(kind).severity;
  const value = (level: KindLevel): TracedValue => ({ what: 'kind', kind, value: level });
  const stated: Stated[] = [
    { value: value(without), from: { by: byUser === undefined ? 'default' : 'user' } },
  ];
  const faults: TeamFault[] = [];
  let level = without;
  for (const { source, kinds } of policies) {
    for (const one of kinds.filter((other) => other.kind === kind)) {
      const around = policies.filter((policy) => isAround(policy.source, source));
      const held = around
        .flatMap((policy) => policy.kinds.filter((other) => other.kind === kind))
        .reduce((so, other) => higher(so, other.level), without);
      const problem = { id: 'milder-kind', kind, held } as const;
      if (higher(one.level, held) !== one.level)
        faults.push({ problem, reading: 'no-effect', at: one.at, source });
      level = higher(level, one.level);
      stated.push({ value: value(one.level), from: { by: 'file', source, at: one.at } });
    }
  }
  return { kind, level, without, faults, trace: traced(value(level), stated) };
}

function higher(a: KindLevel, b: KindLevel): KindLevel {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}
