import type { NoticeView } from '../../protocol.ts';
import type { Action } from '../../protocol/atoms.ts';
import { sourceSentence } from '../../sentences/api-key.ts';
import { faultText, scanFailureSentence } from '../../sentences/fault.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { FaultReason } from '../../wire/fault.ts';
import type { Problem } from './chat-options.ts';

/** What is asked to wait longer is said in words and not counted down, in seconds. */
const LONGEST_COUNTED = 60 * 60;

/** What is done about a fault, where that is something other than sending again. */
const FIRST_ACTION: Readonly<Partial<Record<FaultReason, Action['id']>>> = {
  'no-key': 'set-key',
  'malformed-key': 'set-key',
  'key-refused': 'set-key',
  'not-found': 'change-destination',
  'malformed-address': 'change-destination',
  'no-tls': 'change-destination',
  'not-recorded': 'show-ledger',
  redirected: 'change-destination',
  'web-page': 'change-destination',
  unsendable: 'change-destination',
};

/** Another model may well help: it is offered besides. */
const ELSEWHERE: ReadonlySet<FaultReason> = new Set([
  'rate-limited',
  'overloaded',
  'server-error',
  'gave-up-behind',
  'payment',
  'no-first-byte',
  'too-large',
]);

/**
 * What has to be said above the composer of something that went wrong.
 *
 * @param name of the destination, for where there is no host.
 * @param now in milliseconds since 1970.
 */
export function noticeView(
  problem: Problem | undefined,
  name: string,
  t: Translate,
  now: number = Date.now(),
): NoticeView | null {
  const dismiss: Action = { id: 'dismiss', label: t('Close'), primary: false };
  const change = (primary: boolean): Action => ({
    id: 'change-destination',
    label: t('Change destination'),
    primary,
  });
  const retry: Action = { id: 'retry', label: t('Try again'), primary: true };
  const ledger: Action = { id: 'show-ledger', label: t('Show Ledger'), primary: true };
  if (!problem) return null;
  switch (problem.kind) {
    case 'settings':
      return bad(t('Nothing was sent'), problem.text, [change(true), dismiss]);
    case 'note':
      return { ...bad(problem.title, problem.text, [dismiss]), tone: 'info' };
    case 'ledger':
      return { ...bad(problem.title, problem.text, [ledger, dismiss]), tone: 'caution' };
    case 'attachments':
      return { ...bad(t('Nothing was sent'), problem.text, [dismiss]), tone: 'caution' };
    case 'scan':
      return bad(
        t('Nothing was sent'),
        scanFailureSentence(problem.failure, t),
        problem.failure.reason === 'too-large' ? [dismiss] : [retry, dismiss],
      );
    case 'internal':
      return bad(
        t('Something went wrong inside'),
        t('Nothing was let through that had not been reviewed; your text is in the composer. Try again.'),
        [retry, dismiss],
      );
    case 'fault': {
      const { fault, host, until } = problem;
      const { title, text } = faultText(fault, host || name, t);
      const first = FIRST_ACTION[fault.reason];
      if (first === 'set-key') {
        const source = sourceSentence({ variable: problem.sent?.variable }, t);
        const words = source ? `${text} ${source}` : text;
        return bad(title, words, [{ id: first, label: t('Set API key'), primary: true }, dismiss]);
      }
      if (first === 'show-ledger') return bad(title, text, [ledger, dismiss]);
      if (first) return bad(title, text, [change(true), dismiss]);
      // What nobody can take back goes again only when somebody says so, and what left is called by its name.
      const again = fault.sent === 'no' ? retry : { ...retry, label: t('Send again') };
      return {
        ...bad(title, text, [again, ...(ELSEWHERE.has(fault.reason) ? [change(false)] : []), dismiss]),
        wait: waitOf(until, now, t),
      };
    }
  }
}

function bad(title: string, text: string, actions: Action[]): NoticeView {
  return { tone: 'bad', title, text, actions, wait: null };
}

function waitOf(until: number | undefined, now: number, t: Translate): NoticeView['wait'] {
  const seconds = until === undefined ? 0 : Math.ceil((until - now) / 1000);
  if (seconds <= 0 || seconds > LONGEST_COUNTED) return null;
  return { seconds, label: t('Send again in {0}', '{0}'), over: t('You can send it again now.') };
}
