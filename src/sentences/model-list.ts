import type { NoList } from '../wire/list-models.ts';
import type { Translate } from './translate.ts';

/** Why the models of a host could not be listed, and what is shown instead. */
export function notListedSentence({ reason, status }: NoList, host: string, t: Translate): string {
  return `${why(reason, status ?? 0, host, t)} ${t('The models below are those that are built in.')}`;
}

function why(reason: NoList['reason'], status: number, host: string, t: Translate): string {
  switch (reason) {
    case 'no-list':
      return t('{0} lists no models.', host);
    case 'not-a-list':
      return t('What {0} answered is no list of models.', host);
    case 'unreachable':
      return t('{0} could not be reached.', host);
    case 'not-sent':
      return t('{0} was not asked: its key or its address cannot be used.', host);
    case 'redirected':
      return t('{0} answered with a redirection, which is not followed.', host);
    case 'refused':
      return t('{0} lists its models only with an API key that it accepts (status {1}).', host, status);
    case 'other-status':
      return t('{0} answered with status {1}.', host, status);
  }
}

/** When models were listed, in whole minutes or hours. */
export function listedAgo(milliseconds: number, t: Translate): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t('listed just now');
  if (minutes < 60) return t('listed {0} min ago', minutes);
  return t('listed {0} h ago', Math.floor(minutes / 60));
}
