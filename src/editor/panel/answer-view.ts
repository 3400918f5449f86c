import type { AnswerLabels, StandInView, TurnView } from '../../protocol/answer.ts';
import type { StandIn } from '../../redact/vault.ts';
import { byteSize } from '../../sentences/fault.ts';
import { kindName } from '../../sentences/finding.ts';
import { heldWords } from '../../sentences/ledger.ts';
import { policyBrief } from '../../sentences/policy.ts';
import type { Translate } from '../../sentences/translate.ts';
import { turnAttachments } from '../attachments/turn-view.ts';
import type { Chosen } from './panel-view.ts';
import type { Turn } from './turn.ts';
import { turnActions } from './turns/turns-view.ts';

/** A name that is longer, such as that of a whole piece of base64, is cut where it is only spoken of. */
const LONGEST_SPOKEN = 60;

/** A stand-in with its value, for the panel alone. */
export function standInView({ name, kind, value }: StandIn, t: Translate): StandInView {
  return { name, value, what: t('{0}, sent as {1}', kindName(kind, t), spoken(name)) };
}

/** A stand-in's name as it fits into a sentence. */
export function spoken(name: string): string {
  return name.length > LONGEST_SPOKEN ? `${name.slice(0, LONGEST_SPOKEN)}…` : name;
}

/** One turn of the conversation as it is shown. */
export function turnView(turn: Turn, turns: readonly Turn[], chosen: Chosen, t: Translate): TurnView {
  const facts = receiptLine(turn, chosen, t);
  const held = heldLine(turn, t);
  return {
    id: turn.id,
    role: turn.role,
    author: turn.role === 'user' ? t('You') : turn.author,
    text: turn.wire,
    attached: turnAttachments(turn.attached, t),
    thought: turn.thought,
    standIns: turn.standIns.map((standIn) => standInView(standIn, t)),
    unknown: [...turn.unknown],
    state: turn.state,
    receipt: [...facts, ...unknownLine(turn, t)],
    actions: turnActions(turn, turns, t),
    receipted: turn.receipt !== undefined && !turn.rehearsal,
    // Said once: the policy in a few words says it already where nothing is kept.
    held: facts.some((fact) => fact.endsWith(held)) ? '' : held,
    ...(turn.rehearsal && {
      rehearsal: {
        method: turn.rehearsal.method,
        url: turn.rehearsal.url,
        headers: Object.entries(turn.rehearsal.headers).map(([name, value]) => ({ name, value })),
        body: turn.rehearsal.body.text,
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
  const stopped = [...stoppedLine(turn, t), ...endLine(turn, t)];
  if (!turn.receipt) return stopped;
  const { host, bytes } = turn.receipt;
  if (turn.rehearsal) return [t('nothing left'), t('{0} would have gone to {1}', byteSize(bytes, t), host)];
  const policy = chosen.ok && chosen.name === turn.author ? [policyBrief(chosen.policy, t)] : [];
  return [...stopped, host, t('{0} sent', byteSize(bytes, t)), ...policy];
}

/** Where the bytes of a request were when it was stopped. */
function stoppedLine({ stopped }: Turn, t: Translate): string[] {
  if (stopped === undefined || stopped === 'no') return [];
  return [stopped === 'yes' ? t('your prompt had arrived') : t('your prompt may have arrived')];
}

/** That an answer is not all the model might have said. */
function endLine({ ended }: Turn, t: Translate): string[] {
  if (ended === 'length') return [t('cut off at the longest answer the host gives')];
  return ended === 'filtered' ? [t('held back by the host')] : [];
}

function heldLine({ receipt, rehearsal }: Turn, t: Translate): string {
  if (!receipt || rehearsal) return '';
  const { content } = receipt.held;
  const { text } = heldWords(content, t);
  return content.is === 'until'
    ? t('held until {0} at most', text)
    : content.is === 'nothing'
      ? text
      : t('held: {0}', text);
}

function unknownLine({ unknown }: Turn, t: Translate): string[] {
  return unknown.length === 0 ? [] : [t('never issued: {0}', namesInWords(unknown, t))];
}

/** Names in a row, the first few of them. */
export function namesInWords(names: readonly string[], t: Translate): string {
  const first = names.slice(0, 5).map(spoken).join(', ');
  return names.length > 5 ? t('{0} and {1} more', first, names.length - 5) : first;
}

/** The words around an answer. */
export function answerLabels(t: Translate): AnswerLabels {
  return {
    copy: t('Copy Answer'),
    copyCode: t('Copy Code'),
    insert: t('Insert at Cursor'),
    apply: t('Apply to File…'),
    newFile: t('Open in New File'),
    save: t('Save Answer As…'),
    open: t('Open Answer as Document'),
    showSent: t('Show what was sent'),
    showValues: t('Show values'),
    restored: t('Put back on this machine'),
    thinking: t('Thinking…'),
    thought: t('What the model thought first'),
    toReceipt: t('Receipt'),
  };
}
