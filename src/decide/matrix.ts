import type { MatrixRow } from '../detect/kind.ts';
import type { Column } from '../policy/column.ts';
import type { Action } from './decision.ts';

/** The default decision: rows are what was found, columns the destination's policy in force. */
export const MATRIX: Readonly<Record<MatrixRow, Readonly<Record<Column, Action>>>> = {
  secret: {
    'this-machine': 'redact',
    'nothing-kept': 'redact',
    kept: 'redact',
    'trains-or-unknown': 'block',
  },
  regulated: {
    'this-machine': 'notify',
    'nothing-kept': 'redact',
    kept: 'redact',
    'trains-or-unknown': 'block',
  },
  contact: {
    'this-machine': 'allow',
    'nothing-kept': 'redact',
    kept: 'redact',
    'trains-or-unknown': 'redact',
  },
  internal: { 'this-machine': 'allow', 'nothing-kept': 'ask', kept: 'redact', 'trains-or-unknown': 'block' },
  path: { 'this-machine': 'block', 'nothing-kept': 'block', kept: 'block', 'trains-or-unknown': 'block' },
  opaque: { 'this-machine': 'allow', 'nothing-kept': 'ask', kept: 'ask', 'trains-or-unknown': 'block' },
};
