import type { FoundInFile } from '../airlock/review.ts';
import { isFinal, isHeldBack } from '../decide/decision.ts';
import { judge } from '../decide/decide.ts';
import { groupTables } from '../detect/fields/tables/summary.ts';
import type { Finding, Severity } from '../detect/finding.ts';
import { gradeOf, type Grade } from '../policy/grade.ts';
import type { DataPolicy } from '../policy/resolve.ts';
import type {
  Action,
  DestinationView,
  FoundView,
  NoticeView,
  PanelLabels,
  PanelState,
  ReviewView,
  StandInView,
  Tone,
  TurnView,
} from '../protocol.ts';
import type { StandIn } from '../redact/vault.ts';
import { decisionTitle, reasonSentence } from '../sentences/decision.ts';
import { byteSize, faultText, scanFailureSentence } from '../sentences/fault.ts';
import { className, findingReason, foundSummary, kindName } from '../sentences/finding.ts';
import { asOfText, gradeSentence, policyBrief, policyLine } from '../sentences/policy.ts';
import { tableLine } from '../sentences/table.ts';
import type { Translate } from '../sentences/translate.ts';
import type { Chat, PendingReview, Problem } from './chat.ts';
import type { Turn } from './turn.ts';

/** What is shown of the destination chosen, or why there is none. */
export type Chosen =
  | { readonly ok: true; readonly name: string; readonly policy: DataPolicy }
  /** `title` says in a word or two what is wrong, where that is not the destination. */
  | { readonly ok: false; readonly text: string; readonly title?: string };

/** The whole of what the panel shows. */
export function panelState(chat: Chat, chosen: Chosen, t: Translate): PanelState {
  return {
    destination: destinationView(chosen, t),
    turns: chat.turns.map((turn) => turnView(turn, chosen, t)),
    draft: chat.draft,
    draftRevision: chat.draftRevision,
    busy: chat.busy,
    review: chat.pending ? reviewView(chat.pending, t) : null,
    notice: noticeView(chat.problem, chosen, t),
    labels: labels(t),
  };
}

/** A stand-in with its value, for the panel alone. */
export function standInView({ name, kind, value }: StandIn, t: Translate): StandInView {
  return { name, value, what: t('{0}, sent as {1}', kindName(kind, t), name) };
}

/** How loud a grade is. */
export function gradeTone(grade: Grade): Tone {
  const tones: Record<Grade, Tone> = {
    A: 'good',
    B: 'good',
    C: 'caution',
    D: 'caution',
    E: 'bad',
    '?': 'unknown',
  };
  return tones[grade];
}

function destinationView(chosen: Chosen, t: Translate): DestinationView {
  if (!chosen.ok) {
    return {
      name: chosen.title ?? t('No destination'),
      detail: chosen.text,
      grade: '?',
      gradeTone: 'unknown',
      gradeSentence: t('Nothing can be sent.'),
      policy: [],
      asOf: '',
    };
  }
  const { policy, name } = chosen;
  const { grade } = gradeOf(policy);
  return {
    name,
    detail: '',
    grade,
    gradeTone: gradeTone(grade),
    gradeSentence: gradeSentence(policy, t),
    policy: policyLine(policy, t).map(({ tone, icon, text }) => ({ tone, icon, text })),
    asOf: t('All facts, {0}', asOfText(policy, t)),
  };
}

function reviewView({ id, text, review, preview }: PendingReview, t: Translate): ReviewView {
  const { decision, policy, findings } = review;
  const held = (finding: FoundInFile): boolean => isHeldBack(judge(finding, review.terms));
  const own = findings.at(-1) ?? [];
  const earlier = findings.slice(0, -1).flatMap((list, i) => (review.messages[i]?.settled ? [] : list));
  const standInAt = ({ start }: Finding): string =>
    preview.find((replacement) => replacement.start <= start && start < replacement.end)?.standIn.name ?? '';
  const tables = new Map(
    groupTables(own).tables.flatMap((table) => {
      const line = tableLine(table, t);
      return table.findings.map((finding) => [finding, line] as const);
    }),
  );
  const lineOf = linesOf(text);
  const found = own.map((finding) => ({
    ...foundView(finding, lineOf(finding.start), held(finding) ? standInAt(finding) : null, t),
    table: tables.get(finding) ?? '',
  }));
  const gravest = decision.reasons[0];
  const why = gravest && reasonSentence(gravest, policy, t);
  const count = own.filter(held).length;
  return {
    id,
    text,
    decision: decision.action,
    summary: foundSummary([...own, ...earlier], t),
    found,
    verdict: { title: decisionTitle(decision, t), text: why?.text ?? '', source: why?.source ?? '' },
    actions: isFinal(decision) ? finalActions(t) : reviewActions(decision.action, count, t),
  };
}

/** The line of each place of a text, from 1; 0 where there is but one. Places are asked for in their order. */
function linesOf(text: string): (place: number) => number {
  let next = text.indexOf('\n');
  let line = next < 0 ? 0 : 1;
  return (place) => {
    for (; next >= 0 && next < place; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

/**
 * @param line 0 where the text has but one
 * @param standIn null where the finding goes as it is.
 */
function foundView(
  finding: Finding,
  line: number,
  standIn: string | null,
  t: Translate,
): Omit<FoundView, 'table'> {
  const where = line === 0 ? '' : `${t('line {0}', line)} · `;
  return {
    start: finding.start,
    end: finding.end,
    tone: standIn === null ? 'info' : severityTone(finding.severity),
    name: kindName(finding.kind, t),
    className: className(finding.class, t),
    reason: where + findingReason(finding, t),
    standIn: standIn ?? '',
  };
}

function severityTone(severity: Severity): Tone {
  return severity === 'critical' || severity === 'high' ? 'bad' : 'caution';
}

function reviewActions(decision: ReviewView['decision'], count: number, t: Translate): Action[] {
  const redact = count === 0 ? t('Redact and send') : t('Redact {0} and send', count);
  return [
    { id: 'send-redacted', label: redact, primary: true },
    { id: 'edit', label: t('Edit'), primary: false },
    ...(decision === 'block' ? [] : [{ id: 'send-as-is', label: t('Send as is'), primary: false } as const]),
    { id: 'change-destination', label: t('Change destination'), primary: false },
  ];
}

/** Nothing that is done to the prompt lets it go there. */
function finalActions(t: Translate): Action[] {
  return [
    { id: 'change-destination', label: t('Choose a destination that fits'), primary: true },
    { id: 'edit', label: t('Edit'), primary: false },
  ];
}

function turnView(turn: Turn, chosen: Chosen, t: Translate): TurnView {
  return {
    id: turn.id,
    role: turn.role,
    author: turn.role === 'user' ? t('You') : turn.author,
    text: turn.wire,
    standIns: turn.standIns.map((standIn) => standInView(standIn, t)),
    state: turn.state,
    receipt: receiptLine(turn, chosen, t),
    ...(turn.rehearsal && {
      rehearsal: {
        method: turn.rehearsal.method,
        url: turn.rehearsal.url,
        headers: Object.entries(turn.rehearsal.headers).map(([name, value]) => ({ name, value })),
        body: turn.rehearsal.body,
      },
    }),
  };
}

function receiptLine(turn: Turn, chosen: Chosen, t: Translate): string[] {
  if (turn.role === 'user') {
    return [
      ...(turn.redacted > 0 ? [t('{0} redacted', turn.redacted)] : []),
      ...(turn.letThrough > 0 ? [t('{0} sent as it is', turn.letThrough)] : []),
    ];
  }
  if (!turn.receipt) return [];
  const { host, bytes } = turn.receipt;
  if (turn.rehearsal) return [t('nothing left'), t('{0} would have gone to {1}', byteSize(bytes), host)];
  const policy = chosen.ok && chosen.name === turn.author ? [policyBrief(chosen.policy, t)] : [];
  return [host, t('{0} sent', byteSize(bytes)), ...policy];
}

function noticeView(problem: Problem | undefined, chosen: Chosen, t: Translate): NoticeView | null {
  const dismiss: Action = { id: 'dismiss', label: t('Close'), primary: false };
  const change: Action = { id: 'change-destination', label: t('Change destination'), primary: true };
  if (!problem) return null;
  switch (problem.kind) {
    case 'settings':
      return { tone: 'bad', title: t('Nothing was sent'), text: problem.text, actions: [change, dismiss] };
    case 'scan':
      return {
        tone: 'bad',
        title: t('Nothing was sent'),
        text: scanFailureSentence(problem.failure, t),
        actions: problem.failure.reason === 'too-large' ? [dismiss] : [retry(t), dismiss],
      };
    case 'internal':
      return {
        tone: 'bad',
        title: t('Something went wrong inside'),
        text: t(
          'Nothing was let through that had not been reviewed; your text is in the composer. Try again.',
        ),
        actions: [retry(t), dismiss],
      };
    case 'fault': {
      const { reason } = problem.fault;
      const key = reason === 'no-key' || reason === 'key-refused';
      const first: Action[] = key
        ? [{ id: 'set-key', label: t('Set API key'), primary: true }]
        : reason === 'not-found' || reason === 'malformed-address' || reason === 'no-tls'
          ? [change]
          : [retry(t)];
      return {
        tone: 'bad',
        ...faultText(problem.fault, problem.host || (chosen.ok ? chosen.name : ''), t),
        actions: [...first, dismiss],
      };
    }
  }
}

function retry(t: Translate): Action {
  return { id: 'retry', label: t('Try again'), primary: true };
}

function labels(t: Translate): PanelLabels {
  return {
    composer: t('Prompt'),
    composerHint: t('Ask about your code. Enter reviews first.'),
    send: t('Review and send'),
    stop: t('Stop'),
    emptyTitle: t('Nothing leaves unexamined'),
    emptyText: t(
      'Ask about your code. Everything you send is checked here first, and you see where it goes before it goes.',
    ),
    pickDestination: t('Choose a destination'),
    found: t('What was found'),
    conversation: t('Conversation'),
    restored: t('Put back on this machine'),
    copyRequest: t('Copy request'),
    reviewing: t('Looking through your prompt…'),
    waiting: t('Waiting for the answer…'),
    stopped: t('Stopped'),
    failed: t('Broken off'),
  };
}
