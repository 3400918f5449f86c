/**
 * The messages between the panel (a webview) and the extension. Both sides parse what they receive by these
 * schemas; the types are inferred from them. Everything a person reads arrives as a finished sentence.
 */
import * as v from 'valibot';
import { answerLabels, copiedUnknown, standIn, take, turn } from './protocol/answer.ts';
import { attachments, fromAttachments, suggestions } from './protocol/attachments.ts';
import { action, actionId, grade, id, sentence, tone } from './protocol/atoms.ts';
import { recall, recalled } from './protocol/composing.ts';
import { onConversations, reopened, showConversations } from './protocol/conversations.ts';
import { look, lookAtPart, lookOver, toLeaving, toLeavingPart } from './protocol/leaving.ts';
import { actOnTurn, giveUp, interlude, showLedger } from './protocol/turns.ts';
import { allow, keepKey, leave, review, reviewLabels } from './protocol/review.ts';
import { begin, start } from './protocol/start.ts';

/** Name of a codicon. */
const icon = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/));
const policyRow = v.strictObject({ tone, icon, text: sentence });

const destination = v.strictObject({
  /** `OpenAI · gpt-5`, or `Dry run`. */
  name: sentence,
  /** Said under the name: what a dry run rehearses, say. Empty when there is nothing to add. */
  detail: sentence,
  grade,
  gradeTone: tone,
  gradeSentence: sentence,
  policy: v.array(policyRow),
  /** `All facts, as of Nov 2026`: the label of the link to the whole card. */
  asOf: sentence,
});

/** Something that went wrong or has to be said, above the composer. */
const notice = v.strictObject({
  tone,
  title: sentence,
  text: sentence,
  actions: v.array(action),
  /** The host asked to wait: `retry` cannot be pressed for so long. */
  wait: v.nullable(
    v.strictObject({
      seconds: v.pipe(v.number(), v.minValue(0)),
      /** What the button says until then; `{0}` stands for the time that is left. */
      label: sentence,
      /** Said once it is over. */
      over: sentence,
    }),
  ),
});

/** The panel's own words, so that they come out of the same language table as everything else. */
const labels = v.strictObject({
  composer: sentence,
  composerHint: sentence,
  send: sentence,
  stop: sentence,
  emptyTitle: sentence,
  emptyText: sentence,
  pickDestination: sentence,
  conversation: sentence,
  copyRequest: sentence,
  reviewing: sentence,
  waiting: sentence,
  stopped: sentence,
  failed: sentence,
  review: reviewLabels,
  answer: answerLabels,
});

const panelState = v.strictObject({
  destination,
  turns: v.array(turn),
  reopened: v.optional(reopened),
  /** What stands in the composer; kept by the extension in memory, so that a hidden panel loses nothing. */
  draft: v.string(),
  /** Counts up whenever the extension, not the user, changed the draft; the composer takes it over then only. */
  draftRevision: v.number(),
  attachments,
  busy: v.picklist(['idle', 'reviewing', 'sending']),
  review: v.nullable(review),
  notice: v.nullable(notice),
  interlude: v.nullable(interlude),
  /** What is offered to begin with, while there is no turn. */
  starts: v.array(start),
  labels,
});

export const citation = v.strictObject({
  label: sentence,
  /** A section, or a word for a source: the mark of it that fits into a cell. */
  short: sentence,
  /** Its date, or that it has none. */
  date: sentence,
  /** Shown as it is; opens in the browser when pressed. */
  url: v.nullable(v.string()),
  /** Date, age and origin. */
  remark: sentence,
  doubtful: v.boolean(),
});

/** The whole policy of a destination. */
const card = v.strictObject({
  title: sentence,
  destination: sentence,
  grade,
  gradeTone: tone,
  gradeSentence: sentence,
  asOf: sentence,
  problem: v.nullable(sentence),
  /** What the user requires, each clause met or missed in words; `why` is what it does instead. */
  demands: v.array(
    v.strictObject({
      text: sentence,
      met: v.boolean(),
      verdict: sentence,
      why: v.nullable(sentence),
      citations: v.array(citation),
    }),
  ),
  rows: v.array(
    v.strictObject({
      label: sentence,
      tone,
      text: sentence,
      note: v.nullable(sentence),
      citations: v.array(citation),
    }),
  ),
  contradictions: v.array(
    v.strictObject({
      what: sentence,
      reading: sentence,
      sides: v.array(v.strictObject({ label: sentence, text: sentence, citations: v.array(citation) })),
    }),
  ),
  /** What the user can be asked about the account, and would narrow what holds. */
  question: v.nullable(sentence),
  /** Further lists, each under its heading. */
  lists: v.array(v.strictObject({ heading: sentence, items: v.array(sentence) })),
  alsoRead: v.array(citation),
  labels: v.strictObject({
    facts: sentence,
    demands: sentence,
    contradictions: sentence,
    reading: sentence,
    alsoRead: sentence,
    grade: sentence,
    compare: sentence,
    answer: sentence,
  }),
});

export const ToCard = v.strictObject({ type: v.literal('card'), card });
export const FromCard = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  v.strictObject({ type: v.literal('open-link'), url: v.pipe(v.string(), v.maxLength(4096)) }),
  v.strictObject({ type: v.literal('compare') }),
  v.strictObject({ type: v.literal('answer-question') }),
]);

export const ToPanel = v.variant('type', [
  /** The whole of what is shown; sent after `ready` and after every change but streamed text. */
  v.strictObject({ type: v.literal('state'), state: panelState }),
  /** More text for a turn that streams; `standIns` are those not sent before. */
  v.strictObject({
    type: v.literal('delta'),
    turn: id,
    text: v.string(),
    thought: v.string(),
    standIns: v.array(standIn),
  }),
  /** What was found in the prompt as it stands in the composer; null for nothing to look at. */
  v.strictObject({ type: v.literal('review'), review: v.nullable(review) }),
  suggestions,
  toLeaving,
  toLeavingPart,
  /** Put the focus into the composer; where it insists, and the page does not have it a moment later, it says so. */
  v.strictObject({ type: v.literal('focus'), insists: v.optional(v.literal(true)) }),
  recalled,
  showConversations,
]);

export const FromPanel = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** The composer's text after a pause in typing. */
  v.strictObject({ type: v.literal('draft'), text: v.string() }),
  /** Enter: review, and send if nothing stands against it. */
  v.strictObject({ type: v.literal('submit'), text: v.string() }),
  /** A button of a review or a notice. `review` is the id of the review shown, empty for a notice. */
  v.strictObject({ type: v.literal('action'), action: actionId, review: id }),
  v.strictObject({ type: v.literal('stop') }),
  /** The focus that was insisted on went elsewhere. */
  v.strictObject({ type: v.literal('unfocused') }),
  v.strictObject({ type: v.literal('pick-destination') }),
  v.strictObject({ type: v.literal('show-policy') }),
  showLedger,
  actOnTurn,
  giveUp,
  /** A link in an answer was pressed; the extension shows the whole address before anything opens. */
  v.strictObject({ type: v.literal('open-link'), url: v.pipe(v.string(), v.maxLength(4096)) }),
  recall,
  ...fromAttachments,
  look,
  lookAtPart,
  lookOver,
  begin,
  leave,
  allow,
  keepKey,
  take,
  copiedUnknown,
  onConversations,
  /** Copy the exact request of a dry run. */
  v.strictObject({ type: v.literal('copy-rehearsal'), turn: id }),
]);

export type CitationView = v.InferOutput<typeof citation>;
export type CardView = v.InferOutput<typeof card>;
export type ToCard = v.InferOutput<typeof ToCard>;
export type FromCard = v.InferOutput<typeof FromCard>;
export type PolicyRowView = v.InferOutput<typeof policyRow>;
export type DestinationView = v.InferOutput<typeof destination>;
export type NoticeView = v.InferOutput<typeof notice>;
export type PanelLabels = v.InferOutput<typeof labels>;
export type PanelState = v.InferOutput<typeof panelState>;
export type ToPanel = v.InferOutput<typeof ToPanel>;
export type FromPanel = v.InferOutput<typeof FromPanel>;
