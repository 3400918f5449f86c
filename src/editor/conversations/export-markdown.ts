import type { Translate } from '../../sentences/translate.ts';
import type { Conversing, StoredTurn } from './stored.ts';

/** A conversation as Markdown, with its stand-ins as they left. `day` is today as it is written. */
export function conversationMarkdown(
  { title, standIns, turns }: Pick<Conversing, 'title' | 'standIns' | 'turns'>,
  day: string,
  t: Translate,
): string {
  const note =
    standIns.length === 0
      ? t('Exported by Prompt Airlock on {0}.', day)
      : t(
          'Exported by Prompt Airlock on {0}. Stand-ins such as {1} are in place of values.',
          day,
          first(standIns),
        );
  return [
    `# ${plain(title || t('Conversation'))}`,
    `*${plain(note)}*`,
    ...turns.flatMap((turn) => [`## ${plain(headOf(turn, t))}`, ...bodyOf(turn, t)]),
    '',
  ].join('\n\n');
}

function first(standIns: Conversing['standIns']): string {
  return standIns[0]?.name.slice(0, 60) ?? '';
}

function headOf({ role, author }: StoredTurn, t: Translate): string {
  return role === 'user' ? t('You') : author || t('Answer');
}

function bodyOf({ role, text, attached, state, rehearsed }: StoredTurn, t: Translate): string[] {
  const missing = `*${plain(notKept(t))}*`;
  const whole = text === null ? missing : role === 'user' ? quoted(text) : closed(text);
  return [
    ...attached.flatMap((one) => [
      plain(t('Attached: {0}', one.name)),
      one.text === null ? missing : fenced(one.text),
    ]),
    ...(whole === '' ? [] : [whole]),
    ...(rehearsed ? [`*${plain(t('A dry run: nothing left.'))}*`] : []),
    ...(state === 'stopped' ? [`*${plain(t('Stopped'))}*`] : []),
    ...(state === 'failed' ? [`*${plain(t('Broken off'))}*`] : []),
  ];
}

/** Said in place of a text that could not be shown to be free of values. */
export function notKept(t: Translate): string {
  return t('This text was not kept: it could not be shown to be free of values.');
}

/** A person's text is no Markdown of this document's, whatever is in it. */
function quoted(text: string): string {
  return text === ''
    ? ''
    : text
        .split(/\r\n|[\r\n]/)
        .map((line) => `> ${line}`)
        .join('\n');
}

/** A text as a block of code, whatever blocks are in it. */
function fenced(text: string): string {
  const longest = [...text.matchAll(/`{3,}/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** A block of code that an answer left open would take in all that follows. */
function closed(text: string): string {
  let fence = '';
  for (const [, mark = '', rest = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && rest.trim() === '') fence = '';
  }
  return fence === '' ? text : `${text}\n${fence}`;
}

/** Text that no reader of Markdown takes for anything else. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*[\]<>#&|~!]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\$&`);
}
