import type { Finding } from '../../detect/finding.ts';
import type { AttachmentsView, ChipView } from '../../protocol/attachments.ts';
import type { Tone } from '../../protocol/atoms.ts';
import { byteSize } from '../../sentences/fault.ts';
import { foundSummary } from '../../sentences/finding.ts';
import type { Translate } from '../../sentences/translate.ts';
import type { Item, Surprise } from './item.ts';
import { LIMITS } from './limits.ts';
import { bytesOf, type Content, type LeftOut, type Why } from './source.ts';
import { iconOf } from './ways.ts';

/** What is shown above the composer. */
export function attachmentsView(items: readonly Item[], t: Translate): AttachmentsView {
  return {
    chips: items.map((item) => chipView(item, t)),
    labels: {
      chips: t('Attached'),
      attach: t('Attach'),
      attachTitle: t(
        'Attach files, a selection, problems and more. Or type #, paste a picture, or hold Shift and drop something here.',
      ),
      suggestions: t('What can be attached'),
      drop: t('Let go to attach it'),
      holdShift: t('Hold Shift while you drop: the editor takes everything else for itself.'),
    },
  };
}

/** One of them. */
export function chipView(item: Item, t: Translate): ChipView {
  const { id, source, content, state } = item;
  const name = lastPart(source.name);
  const reading = state !== 'done';
  const isOut = !reading && (content?.pieces.length ?? 0) === 0;
  const found = isOut || item.found === undefined || !content ? null : foundIn(item.found, content, t);
  const note = content && !reading ? noteOf(item, content, isOut, t) : null;
  const detail = detailOf(item, isOut, t);
  const summary = found && item.found?.length ? foundSummary(item.found, t) : (found?.text ?? '');
  const title = [source.name, detail, summary, note?.text ?? ''].filter((part) => part !== '').join(' · ');
  return {
    id,
    name,
    icon: content?.pieces.some((piece) => 'image' in piece) ? iconOf('image') : iconOf(source.kind),
    detail,
    state: reading ? 'reading' : isOut ? 'out' : 'going',
    found,
    note,
    title,
    remove: reading && !content ? t('Cancel reading {0}', name) : t('Remove {0}', name),
    canOpen: !reading && !isOut,
  };
}

/** What turned out right before a prompt was to leave, and what to do. */
export function surpriseSentence(surprises: readonly Surprise[], t: Translate): string {
  const named = (is: Surprise['is']): string =>
    surprises
      .filter((one) => one.is === is)
      .map(({ name }) => name)
      .join(', ');
  const [changed, gone] = [named('changed'), named('gone')];
  return [
    ...(changed === '' ? [] : [t('Changed since you last saw it, and looked through again: {0}.', changed)]),
    ...(gone === '' ? [] : [t('Not there any more, and left out: {0}.', gone)]),
    t('Look at what is attached now, and send again.'),
  ].join(' ');
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/', name.length - 2) + 1);
}

function detailOf({ state, content, files }: Item, isOut: boolean, t: Translate): string {
  if (state === 'reading' && !content) return files > 1 ? t('{0} files so far', files) : t('reading…');
  if (state !== 'done') return t('looking through it…');
  if (isOut || !content) return '';
  const size = byteSize(bytesOf(content), t);
  const { length } = content.pieces;
  return length > 1 ? t('{0} files, {1}', length, size) : size;
}

function foundIn(found: readonly Finding[], { pieces }: Content, t: Translate): ChipView['found'] {
  if (found.length === 0) {
    // Of what nobody could look into it is not said that nothing was found.
    return pieces.every((piece) => 'text' in piece) ? { tone: 'good', text: t('nothing found') } : null;
  }
  const isGrave = found.some(({ severity }) => severity === 'critical' || severity === 'high');
  return { tone: isGrave ? 'bad' : 'caution', text: t('{0} found', found.length) };
}

function noteOf(item: Item, content: Content, isOut: boolean, t: Translate): ChipView['note'] {
  if (isOut) {
    const [first] = content.leftOut;
    const all = content.leftOut.map((left) => leftSentence(left, isOut && content.leftOut.length === 1, t));
    return { tone: first ? toneOf(first.why) : 'caution', text: all.join('; ') || t('nothing in it') };
  }
  const notes = [
    ...(item.changed ? [t('changed since you attached or opened it')] : []),
    ...(content.remark === 'link-outside' ? [t('a link to a file outside the workspace')] : []),
    ...(content.pieces.some((piece) => 'image' in piece) ? [t('nobody can look into a picture')] : []),
    ...content.leftOut.map((left) => leftSentence(left, false, t)),
  ];
  if (notes.length === 0) return null;
  const isHarmless =
    !item.changed && content.leftOut.every(({ why }) => why === 'excluded' || why === 'empty');
  const isPlain = isHarmless && content.remark === undefined && content.pieces.every((one) => 'text' in one);
  return { tone: isPlain ? 'info' : 'caution', text: notes.join('; ') };
}

function toneOf(why: Why): Tone {
  return why === 'denied' || why === 'unscanned' ? 'bad' : 'caution';
}

/** Why something does not go: of one thing by itself, or of some of many. */
function leftSentence({ why, count, glob = '' }: LeftOut, isAll: boolean, t: Translate): string {
  if (isAll) {
    switch (why) {
      case 'denied':
        return t('kept here by the path rule {0}', glob);
      case 'gone':
        return t('it is not there any more');
      case 'too-large':
        return t('too large: more than {0}', byteSize(LIMITS.file, t));
      case 'binary':
        return t('neither text nor a picture');
      case 'empty':
        return t('nothing in it');
      case 'excluded':
        return t('left out by your exclude settings or .gitignore');
      case 'outside':
        return t('a link that leads out of the folder');
      case 'too-many':
        return t('more than is taken at once');
      case 'unreadable':
        return t('it cannot be read');
      case 'no-git':
        return t('no Git repository is open');
      case 'unscanned':
        return t('it could not be looked through, so it does not go');
    }
  }
  switch (why) {
    case 'denied':
      return t('{0} kept here by the path rule {1}', count, glob);
    case 'gone':
      return t('{0} gone', count);
    case 'too-large':
      return t('{0} too large', count);
    case 'binary':
      return t('{0} not text', count);
    case 'empty':
      return t('{0} empty', count);
    case 'excluded':
      return t('{0} left out by exclude settings or .gitignore', count);
    case 'outside':
      return t('{0} leading out of the folder', count);
    case 'too-many':
      return t('{0} more than are taken at once', count);
    case 'unreadable':
      return t('{0} that cannot be read', count);
    case 'no-git':
      return t('no Git repository is open');
    case 'unscanned':
      return t('{0} that could not be looked through', count);
  }
}
