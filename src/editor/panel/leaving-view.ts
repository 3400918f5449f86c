import type { Airlock } from '../../airlock.ts';
import { isFinal } from '../../decide/decision.ts';
import type { LeavingFoundView, LeavingPartView, LeavingText, LeavingView } from '../../protocol/leaving.ts';
import { decisionTitle, reasonSentence } from '../../sentences/decision.ts';
import { byteSize } from '../../sentences/fault.ts';
import type { Translate } from '../../sentences/translate.ts';
import { isUnchanged, type LeavingPart, partsOf, replacedIn } from './leaving-parts.ts';
import type { PendingPart, PendingReview, Standing } from './pending.ts';
import { changesOf, foundView, placesOf } from './review-view.ts';

/** Of what the panel shows of a request before it leaves, all that is worked out only while somebody looks. */
export class Leaving {
  readonly #airlock: Pick<Airlock, 'preview' | 'rehearse'>;
  readonly #t: Translate;
  #looks = 0;
  #look:
    { readonly id: string; readonly pending: PendingReview; readonly parts: readonly Numbered[] } | undefined;

  constructor(airlock: Pick<Airlock, 'preview' | 'rehearse'>, t: Translate) {
    this.#airlock = airlock;
    this.#t = t;
  }

  /**
   * The request as it would leave now. Throws as a review does.
   * @returns null where nothing is reviewed, undefined where it was asked for once more meanwhile.
   */
  async look(pending: PendingReview | undefined): Promise<LeavingView | null | undefined> {
    const count = ++this.#looks;
    if (!pending) {
      this.#look = undefined;
      return null;
    }
    const leaving = await this.#airlock.preview(pending.review, pending.left);
    const request = isFinal(pending.review.decision) ? undefined : await this.#bytes(pending);
    if (count !== this.#looks) return undefined;
    const before = new Map(this.#look?.parts.map((one) => [one.part.key, one]));
    const parts = partsOf(pending, leaving).map((part): Numbered => {
      const known = before.get(part.key);
      return known && isUnchanged(known.part, part)
        ? { part, revision: known.revision }
        : { part, revision: (known?.revision ?? 0) + 1 };
    });
    this.#look = { id: String(count), pending, parts };
    return leavingView(String(count), pending, parts, request, this.#t);
  }

  /** The text of a part of what was shown last; undefined where that is another by now. */
  text(look: string, at: number): LeavingText | undefined {
    const one = this.#look?.id === look ? this.#look.parts[at] : undefined;
    if (!one || !this.#look) return undefined;
    const { part, revision } = one;
    return {
      type: 'leaving-part',
      look,
      key: part.key,
      revision,
      ...textOf(this.#look.pending, part, this.#t),
    };
  }

  /** Nobody looks any more: nothing of it is kept. */
  over(): void {
    this.#looks += 1;
    this.#look = undefined;
  }

  /** The size of the request; undefined where it would be refused, which is said when it is to be sent. */
  async #bytes({ review, left }: PendingReview): Promise<number | undefined> {
    try {
      return new TextEncoder().encode((await this.#airlock.rehearse(review, left)).body.text).length;
    } catch {
      return undefined;
    }
  }
}

/** A part, with a number that is another whenever its text is. */
interface Numbered {
  readonly part: LeavingPart;
  readonly revision: number;
}

function leavingView(
  look: string,
  pending: PendingReview,
  numbered: readonly Numbered[],
  bytes: number | undefined,
  t: Translate,
): LeavingView {
  const parts = numbered.map(({ part }) => part);
  const { decision, policy } = pending.review;
  const final = isFinal(decision);
  const [reason] = decision.reasons;
  const why = reason && final ? reasonSentence(reason, policy, t).text : '';
  const history = parts.filter(({ kind }) => kind === 'history');
  const tokens = sum(parts, 'tokens');
  return {
    look,
    size:
      bytes === undefined
        ? sizeText(parts, t)
        : t('{0} as sent, at most about {1} tokens', exactly(bytes, t), tokens),
    sizeNote:
      bytes === undefined
        ? t('The size of the texts alone; tokens are an estimate.')
        : t('Bytes of the whole request; tokens are an estimate, since each host counts in its own way.'),
    blocked: final ? `${decisionTitle(decision, t)}: ${why}` : '',
    without: [
      ...(parts.some(({ leaving }) => leaving.replacements.length > 0)
        ? []
        : [t('Nothing in it is replaced: it leaves as you wrote it.')]),
      ...without(parts, t),
    ].join(' '),
    parts: numbered.map(({ part, revision }) => partView(part, revision, pending, t)),
    history: {
      title: t('Conversation so far'),
      size: `${history.length === 1 ? t('1 message') : t('{0} messages', history.length)} · ${sizeText(history, t)}`,
      ...foundText(history, t),
    },
  };
}

function partView(
  part: LeavingPart,
  revision: number,
  pending: PendingReview,
  t: Translate,
): LeavingPartView {
  const { key, kind } = part;
  const attached = part.own === undefined ? undefined : pending.parts[part.own]?.attached;
  return {
    key,
    kind,
    title: titleOf(part, attached?.name, t),
    icon: attached?.icon ?? iconOf(part),
    size: sizeText([part], t),
    ...foundText([part], t),
    revision,
    note: pictureNote(part, t),
  };
}

/** The longest beginning of a message by which it is told from others. */
const BEGINNING = 60;

function titleOf({ kind, message, leaving }: LeavingPart, name: string | undefined, t: Translate): string {
  switch (kind) {
    case 'system':
      return t('System text');
    case 'attached':
      return name ?? t('Attached');
    case 'typed':
      return t('Your prompt');
    case 'history': {
      const who =
        message.role === 'assistant'
          ? t('Answer')
          : message.part?.type === 'image'
            ? t('Picture')
            : message.part?.type === 'attachment'
              ? t('Attached')
              : t('You');
      const start = leaving.text
        .slice(0, 4 * BEGINNING)
        .replaceAll(/\s+/g, ' ')
        .trim();
      const beginning = start.length > BEGINNING ? `${wholeStart(start, BEGINNING)}…` : start;
      return beginning === '' ? who : `${who}: ${beginning}`;
    }
  }
}

/** No half of a surrogate pair. */
function wholeStart(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function iconOf({ kind, message }: LeavingPart): string {
  if (message.part?.type === 'image') return 'file-media';
  if (kind === 'system') return 'settings-gear';
  if (kind === 'typed') return 'edit';
  return message.role === 'assistant' ? 'sparkle' : message.part?.type === 'attachment' ? 'file' : 'account';
}

function pictureNote({ message, standings, kind }: LeavingPart, t: Translate): string {
  if (message.part?.type !== 'image') return '';
  if (kind === 'history') return t('A picture of an earlier prompt: it goes, or stays, as it did then.');
  const stays = standings.some(({ fate }) => fate === 'redacted');
  return stays
    ? t('A picture, which nobody can look into. It stays here; in its place stands that one was left out.')
    : t('A picture, which nobody can look into. It goes as it is.');
}

function sizeText(parts: readonly LeavingPart[], t: Translate): string {
  const bytes = byteSize(sum(parts, 'bytes'), t);
  return `${bytes} · ${t('about {0} tokens', sum(parts, 'tokens'))}`;
}

function sum(parts: readonly LeavingPart[], what: 'bytes' | 'tokens'): number {
  return parts.reduce((all, part) => all + part[what], 0);
}

function exactly(bytes: number, t: Translate): string {
  return bytes < 1024 ? byteSize(bytes, t) : t('{0} ({1} bytes)', byteSize(bytes, t), bytes);
}

function foundText(parts: readonly LeavingPart[], t: Translate): Pick<LeavingPartView, 'found' | 'tone'> {
  let [replaced, kept] = [0, 0];
  for (const part of parts) {
    replaced += part.leaving.replacements.length;
    kept += part.findings.length - replacedIn(part.findings, part.leaving).size;
  }
  const said = [
    ...(replaced > 0 ? [t('{0} replaced', replaced)] : []),
    ...(kept > 0 ? [t('{0} as it is', kept)] : []),
  ];
  return { found: said.join(' · '), tone: kept > 0 ? 'info' : 'good' };
}

/** What there is none of. */
function without(parts: readonly LeavingPart[], t: Translate): string[] {
  const has = (kind: LeavingPart['kind']): boolean => parts.some((part) => part.kind === kind);
  const none = [
    ...(has('system') ? [] : [t('system text')]),
    ...(has('history') ? [] : [t('earlier messages')]),
    ...(has('attached') ? [] : [t('attachments')]),
  ];
  return none.length === 0 ? [] : [t('Not in it: {0}.', none.join(', '))];
}

function textOf(
  pending: PendingReview,
  part: LeavingPart,
  t: Translate,
): Pick<LeavingText, 'text' | 'changes' | 'found'> {
  const { findings, leaving, message, standings } = part;
  const first = part.own === undefined ? -1 : pending.own.findIndex((one) => one.part === part.own);
  const own = findings.map((finding) => ({ part: 0, finding }));
  const attached = part.own === undefined ? undefined : pending.parts[part.own]?.attached;
  const piece: PendingPart = { attached, text: message.text, findings, leaving };
  const { changes, standIns } = changesOf(0, piece, own, standings, t);
  const place = placesOf(piece);
  const found = own.map((one, at): LeavingFoundView => ({
    ...foundView(one, place(one.finding.start, t), standings[at] ?? NOTHING, t),
    standIn: standIns.get(at) ?? '',
    table: '',
    own: first < 0 ? null : first + at,
  }));
  return { text: message.text, changes, found };
}

const NOTHING: Standing = { fate: 'let-go', offers: [], blocked: undefined };
