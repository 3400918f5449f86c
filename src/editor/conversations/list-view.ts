import type { ConversationList, ConversationRow } from '../../protocol/conversations.ts';
import type { Translate } from '../../sentences/translate.ts';
import { ago, dayAndTime } from './ago.ts';
import { type Listed, LONGEST_KEPT_DAYS, MOST_CONVERSATIONS, type Summary } from './store.ts';

/** A conversation in the list, with what was found in it where something was searched for. */
export interface Entry extends Summary {
  readonly snippet: string;
}

/** What the list shows. */
export interface ToList extends Pick<Listed, 'unreadable' | 'newer'> {
  readonly query: string;
  readonly entries: readonly Entry[];
  readonly current: string;
  readonly isStored: boolean;
  /** Something that went wrong and has to be said. */
  readonly problem: string;
  readonly deleted: { readonly id: string; readonly title: string } | undefined;
}

/** The list of conversations. @param now in milliseconds since 1970 */
export function listView(list: ToList, now: number, language: string, t: Translate): ConversationList {
  const { query, entries, current, deleted } = list;
  return {
    query,
    rows: entries.map((entry) => rowOf(entry, entry.id === current, now, language, t)),
    empty:
      query === ''
        ? t('No conversations yet. What you ask is listed here.')
        : t('Nothing holds these words.'),
    count: entries.length === 1 ? t('1 conversation') : t('{0} conversations', entries.length),
    note: noteOf(list, t),
    problem: problemOf(list, t),
    deleted: deleted ? { id: deleted.id, text: t('Deleted: {0}', titleOf(deleted.title, t)) } : null,
    labels: {
      title: t('Conversations'),
      search: t('Search conversations'),
      close: t('Close'),
      begin: t('New Conversation'),
      current: t('shown now'),
      rename: t('Rename (F2)'),
      newName: t('New name'),
      exportIt: t('Export as Markdown…'),
      deleteIt: t('Delete (Del)'),
      undo: t('Undo'),
      keys: t('Arrow keys move, Enter opens, F2 renames, Delete deletes.'),
    },
  };
}

/** A title as it is shown. */
export function titleOf(title: string, t: Translate): string {
  return title === '' ? t('Conversation without words') : title;
}

function rowOf(
  { id, title, changedAt, turns, snippet }: Entry,
  current: boolean,
  now: number,
  language: string,
  t: Translate,
): ConversationRow {
  const count = turns === 1 ? t('1 turn') : t('{0} turns', turns);
  return {
    id,
    title: titleOf(title, t),
    detail: `${ago(changedAt, now, language)} · ${count}`,
    when: dayAndTime(changedAt, language),
    snippet,
    current,
  };
}

function noteOf({ isStored }: ToList, t: Translate): string {
  return isStored
    ? t(
        'Kept on this machine with stand-ins only, never with values: the last {0}, for {1} days.',
        MOST_CONVERSATIONS,
        LONGEST_KEPT_DAYS,
      )
    : t('Nothing is stored, as you set it: what is new here ends with the window.');
}

function problemOf({ problem, unreadable, newer }: ToList, t: Translate): string {
  return [
    ...(problem === '' ? [] : [problem]),
    ...(unreadable === 0
      ? []
      : [
          unreadable === 1
            ? t('1 file cannot be read, and is left as it is.')
            : t('{0} files cannot be read, and are left as they are.', unreadable),
        ]),
    ...(newer === 0
      ? []
      : [
          newer === 1
            ? t('1 file is of a newer version, and is left as it is.')
            : t('{0} files are of a newer version, and are left as they are.', newer),
        ]),
  ].join(' ');
}
