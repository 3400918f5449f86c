import type { Finding } from '../finding.ts';
import type { Kind } from '../kind.ts';

/** What is found where nobody could look. */
export const OPAQUE_KINDS = {
  'opaque-content': {
    class: 'opaque',
    row: 'opaque',
    severity: 'medium',
    placeholder: 'OPAQUE',
    name: 'encoded content that could not be looked into',
    opens: 'may hold anything',
  },
} as const satisfies Record<string, Kind>;

/** The finding that says that [start, end) is packed or encoded beyond what is undone. */
export function opaque(start: number, end: number): Finding {
  const { class: className, severity } = OPAQUE_KINDS['opaque-content'];
  return {
    rule: '@prompt-airlock/layers',
    class: className,
    kind: 'opaque-content',
    severity,
    start,
    end,
    evidence: 'shape',
  };
}
