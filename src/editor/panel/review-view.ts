import { type FindingReason, isFinal } from '../../decide/decision.ts';
import { groupTables } from '../../detect/fields/tables/summary.ts';
import type { Finding, Severity } from '../../detect/finding.ts';
import { kindOf } from '../../detect/kinds.ts';
import type { Action, Tone } from '../../protocol/atoms.ts';
import type { BundleView, ChangeView, FoundView, ReviewLabels, ReviewView } from '../../protocol/review.ts';
import { decisionTitle, reasonSentence } from '../../sentences/decision.ts';
import { className, findingReason, foundSummary, kindName } from '../../sentences/finding.ts';
import { sourceText } from '../../sentences/paths.ts';
import { declaredText } from '../../sentences/test-values.ts';
import { tableLine } from '../../sentences/table.ts';
import type { Translate } from '../../sentences/translate.ts';
import { keyOffersOf } from './pasted-key.ts';
import {
  type OwnFinding,
  type PendingPart,
  type PendingReview,
  type Standing,
  standingsOf,
  typedPart,
} from './pending.ts';

/**
 * What is shown of a prompt that waits for the user's word.
 * @param passedOver API keys that are not to be offered to the secret storage
 */
export function reviewView(
  pending: PendingReview,
  t: Translate,
  passedOver: ReadonlySet<string> = new Set(),
): ReviewView {
  const { id, text, held: isHeld, review, parts, own } = pending;
  const { decision, policy, findings } = review;
  const standing = standingsOf(pending);
  const standings = own.map(standing);
  const earlier = findings
    .slice(0, -parts.length)
    .flatMap((list, i) => (review.messages[i]?.settled ? [] : list));
  const tables = parts.flatMap((part) =>
    groupTables(part.findings).tables.map((table) => ({
      table,
      line: tableLine(table, t, part.attached?.name),
    })),
  );
  const lines = new Map<Finding, string>(
    tables.flatMap(({ table, line }) => table.findings.map((one) => [one, line] as const)),
  );
  const placed = parts.map((part, i) => changesOf(i, part, own, standings, t));
  const places = parts.map(placesOf);
  const found = own.map((one, at): FoundView => {
    const stands = standings[at] ?? NOTHING_TO_SAY;
    return {
      ...foundView(one, places[one.part]?.(one.finding.start, t) ?? '', stands, t),
      standIn: stands.fate === 'redacted' ? (placed[one.part]?.standIns.get(at) ?? '') : '',
      table: lines.get(one.finding) ?? '',
    };
  });
  // What was left as it is does not speak any more, as long as anything else does.
  const held = new Set(
    [...own.filter((_, at) => standings[at]?.fate !== 'left').map(({ finding }) => finding), ...earlier].map(
      ({ kind }) => kind,
    ),
  );
  const speaks = decision.reasons.find((reason) => reason.because !== 'finding' || held.has(reason.kind));
  const gravest = speaks ?? decision.reasons[0];
  const why = gravest && reasonSentence(gravest, policy, t);
  const count = standings.filter(({ fate }) => fate === 'redacted').length;
  const left = standings.filter(({ fate }) => fate === 'left').length;
  const summary = foundSummary([...own.map(({ finding }) => finding), ...earlier], t);
  return {
    id,
    text,
    held: isHeld,
    parts: parts.map(({ attached }) => ({
      attached: attached?.id ?? '',
      name: attached?.name ?? '',
      icon: attached?.icon ?? '',
    })),
    decision: decision.action,
    summary: left === 0 ? summary : `${summary} · ${t('{0} left as it is', left)}`,
    found,
    bundles: bundlesOf(own, standings, tables, t),
    keyOffers: keyOffersOf(pending, passedOver, t),
    changes: placed[typedPart(pending)]?.changes ?? [],
    verdict: { title: decisionTitle(decision, t), text: why?.text ?? '', source: why?.source ?? '' },
    actions: !isHeld
      ? []
      : isFinal(decision)
        ? finalActions(t)
        : reviewActions(decision.action, count, count + earlier.length > 0, t),
  };
}

const NOTHING_TO_SAY: Standing = { fate: 'let-go', offers: [], blocked: undefined };

/** Where each place of a part is, in words; empty for a text of one line. Places are asked for in their order. */
export function placesOf({ attached, text }: PendingPart): (place: number, t: Translate) => string {
  let next = text.indexOf('\n');
  let line = next < 0 ? 0 : 1;
  const { behind, first } = attached?.lines ?? { behind: 0, first: 1 };
  return (place, t) => {
    for (; next >= 0 && next < place; next = text.indexOf('\n', next + 1)) line += 1;
    if (!attached) return line === 0 ? '' : t('line {0}', line);
    return line <= behind ? attached.name : `${attached.name}:${line - behind + first - 1}`;
  };
}

/** @param place where it is, in words */
export function foundView(
  { part, finding }: OwnFinding,
  place: string,
  { fate, offers, blocked, declaredBy }: Standing,
  t: Translate,
): Omit<FoundView, 'table' | 'standIn'> {
  const where = place === '' ? '' : `${place} · `;
  const declared = declaredBy === undefined ? '' : ` · ${declaredText(declaredBy, t)}`;
  return {
    part,
    start: finding.start,
    end: finding.end,
    tone: fate === 'redacted' ? severityTone(finding.severity) : 'info',
    name: kindName(finding.kind, t),
    className: className(finding.class, t),
    reason: where + findingReason(finding, t) + declared,
    rule: t('Rule: {0}', finding.rule),
    fate,
    offers: [...offers],
    refusal: blocked ? refusal(blocked, t) : '',
  };
}

function refusal({ rule, ruling }: Pick<FindingReason, 'rule' | 'ruling'>, t: Translate): string {
  if (ruling)
    return t('The path rule `{0}` ({1}) has it redacted.', ruling.glob, sourceText(ruling.source, t));
  return rule === null
    ? t('Blocked for this destination: it can only go redacted.')
    : t('Your rule {0} blocks it: it can only go redacted.', rule + 1);
}

function severityTone(severity: Severity): Tone {
  return severity === 'critical' || severity === 'high' ? 'bad' : 'caution';
}

/** What is replaced in a part, with the findings that are the cause; both are in its order, so one walk does. */
export function changesOf(
  part: number,
  { leaving }: PendingPart,
  all: readonly OwnFinding[],
  standings: readonly Standing[],
  t: Translate,
): { readonly changes: ChangeView[]; readonly standIns: ReadonlyMap<number, string> } {
  const standIns = new Map<number, string>();
  const { replacements } = leaving;
  const startOf = (at: number): number => (all[at]?.part === part ? all[at].finding.start : Infinity);
  let next = all.findIndex((one) => one.part === part);
  if (next < 0) next = all.length;
  const changes = replacements.map(({ start, end, standIn }): ChangeView => {
    const causes: number[] = [];
    while (startOf(next) < start) next += 1;
    for (let at = next; startOf(at) < end; at++) {
      if (standings[at]?.fate !== 'redacted') continue;
      causes.push(at);
      standIns.set(at, standIn.name);
    }
    const [first] = causes.map((at) => all[at]?.finding);
    return {
      start,
      end,
      standIn: standIn.name,
      tone: severityTone(first?.severity ?? kindOf(standIn.kind).severity),
      name: kindName(standIn.kind, t),
      reason: causes.length > 0 ? '' : t('replaced earlier in this conversation, or looks like a stand-in'),
      found: causes,
    };
  });
  return { changes, standIns };
}

/** A table as a whole and each column of it, as far as there is anything to be left or to be redacted after all. */
function bundlesOf(
  own: readonly OwnFinding[],
  standings: readonly Standing[],
  tables: readonly { readonly table: { readonly findings: readonly Finding[] }; readonly line: string }[],
  t: Translate,
): BundleView[] {
  const places = new Map<Finding, number>(own.map(({ finding }, at) => [finding, at]));
  return tables.flatMap(({ table, line }) => {
    const open = table.findings
      .map((finding) => places.get(finding) ?? -1)
      .filter((at) => standings[at]?.offers.includes('leave'));
    const kinds = [...new Set(open.map((at) => own[at]?.finding.kind ?? ''))];
    const bundle = (found: number[], label: (left: boolean) => string): BundleView => {
      const left = found.some((at) => standings[at]?.fate !== 'left');
      return { table: line, label: label(left), found, left };
    };
    if (open.length === 0) return [];
    return [
      bundle(open, (left) => (left ? t('Leave the whole table as it is') : t('Redact the table after all'))),
      ...(kinds.length < 2
        ? []
        : kinds.map((kind) =>
            bundle(
              open.filter((at) => own[at]?.finding.kind === kind),
              (left) =>
                left
                  ? t('Leave as it is: {0}', kindName(kind, t))
                  : t('Redact after all: {0}', kindName(kind, t)),
            ),
          )),
    ];
  });
}

function reviewActions(
  decision: ReviewView['decision'],
  count: number,
  redacts: boolean,
  t: Translate,
): Action[] {
  if (!redacts) {
    // Everything goes as it is already: what would be left to choose is the same twice.
    return [
      { id: 'send-redacted', label: t('Send'), primary: true },
      { id: 'edit', label: t('Edit'), primary: false },
      { id: 'change-destination', label: t('Change destination'), primary: false },
    ];
  }
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

/** The words of what is shown before a prompt leaves. */
export function reviewLabels(t: Translate): ReviewLabels {
  return {
    found: t('What was found'),
    whatLeaves: t('What leaves'),
    inPlace: t('In place'),
    sideBySide: t('Side by side'),
    asWritten: t('As you wrote it'),
    asItLeaves: t('As it leaves'),
    close: t('Close'),
    goesAsItIs: t('as it is'),
    folded: t('{0} characters without anything found', '{0}'),
    more: t('Show more'),
    stepThrough: t('F8 in the prompt goes through what was found, and Escape back'),
    actions: t('What can be done'),
    leave: t('Leave as is, this once'),
    leaveTitle: t('The value goes as it is wherever it stands in this prompt.'),
    redact: t('Redact it after all'),
    redactTitle: t('The value is replaced wherever it stands in this prompt.'),
    allowValue: t('Always allow this value'),
    allowValueTitle: t(
      'It goes to every destination as it is. It is kept as a keyed hash, never as the value.',
    ),
    allowKind: t('Always allow this kind here'),
    takeKeyOut: t('Keep and take out'),
    takeKeyOutTitle: t('It is kept in the secret storage, and taken out of your text.'),
    keepKey: t('Only keep'),
    keepKeyTitle: t('It is kept in the secret storage, and your text stays as it is.'),
    passKeyOver: t('Not now'),
    passKeyOverTitle: t('It is not offered again in this window.'),
    allowKindTitle: t('Writes a rule into your settings: this kind goes to this destination as it is.'),
  };
}
