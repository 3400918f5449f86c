import type { Action } from '../decide/decision.ts';
import { kindOf } from '../detect/kinds.ts';
import { kindCounted } from './finding.ts';
import type { Translate } from './translate.ts';

/**
 * What a finding of an open file is, what it opens, and what would happen to it in a prompt; never its value.
 * @param action undefined where the destination cannot be used, so that nothing leaves.
 * @param destination as people see it.
 */
export function diagnosticMessage(
  kind: string,
  action: Action | undefined,
  destination: string,
  t: Translate,
): string {
  return `${kindCounted(kind, 1, t)}: ${t(kindOf(kind).opens)}. ${whatHappens(action, destination, t)}`;
}

function whatHappens(action: Action | undefined, destination: string, t: Translate): string {
  switch (action) {
    case undefined:
      return t('No prompt leaves while the destination cannot be used.');
    case 'allow':
      return t('In a prompt it would go as it is ({0}).', destination);
    case 'notify':
      return t('In a prompt it would go as it is, and you would be told ({0}).', destination);
    case 'redact':
      return t('In a prompt a stand-in would go in its place ({0}).', destination);
    case 'ask':
      return t('In a prompt it would be asked about first ({0}).', destination);
    case 'block':
      return t('A prompt with it would be blocked until it is redacted ({0}).', destination);
  }
}
