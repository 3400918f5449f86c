import type { Translate } from '../../sentences/translate.ts';

/**
 * The lines by which a guarded model tells in its answer what became of the prompt. They are the editor's user's, not the
 * model's: each is a quote that ends with a link of ours, by which it is known again and taken out of the history.
 */

/** What there is to be told before an answer. */
export interface Told {
  /** How many findings were replaced in the newest turn. */
  readonly redacted: number;
  /** How many values went as they are although they are of some kind. */
  readonly letThrough: number;
  /** Files that were taken out, as people read them. */
  readonly leftOut: readonly string[];
  /** Parts that nobody could look into and that were taken out. */
  readonly opaque: number;
  /** Earlier messages in whose place there is a note. */
  readonly withheld: number;
  /** Names of stand-ins that tools of the newest turn were handed in place of their values. */
  readonly kept: readonly string[];
}

/** Where a link of ours leads: what opens it is the handler of our addresses. */
export interface Links {
  /** Such as `vscode://prompt-airlock.prompt-airlock`. */
  readonly origin: string;
}

/** The line for what was done, or '' where nothing was. @param receipt its id, 32 hex digits. */
export function toldLine(told: Told, receipt: string, { origin }: Links, t: Translate): string {
  const words = wordsFor(told, t);
  return words.length === 0 ? '' : line(words.join(' · '), t('receipt'), `${origin}/receipt/${receipt}`);
}

/** What was done, in a few words each. */
function wordsFor(told: Told, t: Translate): readonly string[] {
  return [
    ...(told.redacted > 0
      ? [told.redacted === 1 ? t('1 value redacted') : t('{0} values redacted', told.redacted)]
      : []),
    ...(told.letThrough > 0
      ? [
          told.letThrough === 1
            ? t('1 value sent as it is')
            : t('{0} values sent as they are', told.letThrough),
        ]
      : []),
    ...told.leftOut.map((file) => t('{0} left out', asCode(file))),
    ...(told.opaque > 0
      ? [
          told.opaque === 1
            ? t('1 part left out that cannot be looked into')
            : t('{0} parts left out that cannot be looked into', told.opaque),
        ]
      : []),
    ...(told.kept.length > 0 ? [t('{0} kept back from tools', told.kept.map(asCode).join(', '))] : []),
    ...(told.withheld > 0
      ? [
          told.withheld === 1
            ? t('1 earlier message withheld')
            : t('{0} earlier messages withheld', told.withheld),
        ]
      : []),
  ];
}

/** The line for stand-ins that a tool was handed in place of their values. */
export function keptLine(names: string, tool: string, { origin }: Links, t: Translate): string {
  return line(t('{0} kept back from {1}', names, asCode(tool)), t('why'), `${origin}/kept`);
}

/** The line over a request that was only rehearsed; what stands below it is no answer of a model. */
export function rehearsalLine(told: Told, receipt: string, { origin }: Links, t: Translate): string {
  const words = [t('Dry run: nothing left'), ...wordsFor(told, t)];
  return line(words.join(' · '), t('open the whole request'), `${origin}/rehearsal/${receipt}`);
}

/** An answer without the lines of ours, as the model wrote it. */
export function withoutTold(text: string): string {
  const rehearsed = text.search(REHEARSED);
  if (rehearsed >= 0) return withoutTold(text.slice(0, rehearsed));
  return text.replace(LINE, (_, at: number) => (at === 0 ? '' : '\n\n'));
}

const NAME = 'Prompt Airlock:';

/** Only the address tells a line of ours; it has to be the last in it. */
const LINE =
  /(?:^|\n\n)> Prompt Airlock: [^\n]{1,2000}\]\([a-z][a-z0-9.+-]{0,40}:\/\/prompt-airlock\.prompt-airlock\/(?:receipt\/[0-9a-f]{32}|kept)\)(?:\n\n|\n?$)/g;

const REHEARSED =
  /(?:^|\n\n)> Prompt Airlock: [^\n]{1,2000}\]\([a-z][a-z0-9.+-]{0,40}:\/\/prompt-airlock\.prompt-airlock\/rehearsal\/[0-9a-f]{32}\)\n/;

function line(words: string, label: string, address: string): string {
  return `> ${NAME} ${words} · [${label}](${address})\n\n`;
}

/** A name from outside as code, so that nothing in it is read as Markdown. */
export function asCode(name: string): string {
  const plain = name.replaceAll(/[`\p{Cc}\p{Cf}]/gu, '\u{FFFD}').slice(0, 200);
  return `\`${plain}\``;
}
