import type { Translate } from './translate.ts';

/** Why nothing is known of the terms of a model that a server on this machine lists. */
export function unknownHereSentence(
  server: string,
  {
    isRemote,
    forwardedTo,
    tells,
  }: {
    /** Whether the window is one onto another machine. */
    readonly isRemote: boolean;
    /** The host the model is forwarded to, '' where that is not told; undefined where it is not known to be. */
    readonly forwardedTo: string | undefined;
    /** Whether such a server tells which models it serves itself. */
    readonly tells: boolean;
  },
  t: Translate,
): string {
  if (forwardedTo !== undefined)
    return t('{0} hands prompts for it on; whose terms hold there is not known.', server);
  if (isRemote) return t('On the machine behind this window; its terms are yours to state.');
  return tells
    ? t('{0} lists it without weights of its own.', server)
    : t('It does not tell what it forwards; its terms are yours to state.');
}

/** That a model is forwarded, in a few words. */
export function forwardedBrief(host: string, t: Translate): string {
  return host === '' ? t('forwarded elsewhere') : t('forwarded to {0}', host);
}
