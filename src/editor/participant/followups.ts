import type { Translate } from '../../sentences/translate.ts';
import type { Ask } from './help-answer.ts';

/** What an answer was about; it is kept with the answer, and holds nothing of what was looked at. */
export interface Asked {
  readonly asked: Ask | 'help';
  /** Whether what was looked at would be, or was, blocked. */
  readonly blocked: boolean;
}

/** A question that follows, as the editor takes it. */
export interface Followup {
  readonly prompt: string;
  readonly command: Ask;
  readonly label: string;
}

/** What one may ask next. */
export function followupsOf({ asked, blocked }: Asked, t: Translate): Followup[] {
  const labels: Record<Ask, string> = {
    policy: t('Where would this go?'),
    check: t('What is in this file?'),
    compare: t('Which destinations fit?'),
    why: t('Why was it decided so?'),
    ledger: t('What has left so far?'),
  };
  const next: Record<Asked['asked'], readonly Ask[]> = {
    help: ['policy', 'check', 'ledger'],
    policy: ['check', 'compare'],
    check: blocked ? ['compare', 'policy'] : ['policy'],
    compare: ['policy'],
    why: blocked ? ['compare', 'policy'] : ['policy'],
    ledger: ['policy'],
  };
  return next[asked].map((command) => ({ prompt: '', command, label: labels[command] }));
}
