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
  picture: {
    class: 'opaque',
    row: 'opaque',
    severity: 'medium',
    placeholder: 'PICTURE',
    name: 'picture that nobody looked into',
    opens: 'may show anything',
  },
} as const satisfies Record<string, Kind>;

/** The finding that says that [start, end) is packed or encoded beyond what is undone. */
export function opaque(start: number, end: number): Finding {
  return found('@prompt-airlock/layers', 'opaque-content', start, end);
}

/** The finding that a message is a picture, whose text is empty. */
export function picture(): Finding {
  return found('@prompt-airlock/picture', 'picture', 0, 0);
}

function found(rule: string, kind: keyof typeof OPAQUE_KINDS, start: number, end: number): Finding {
  const { class: className, severity } = OPAQUE_KINDS[kind];
  return { rule, class: className, kind, severity, start, end, evidence: 'shape' };
}
