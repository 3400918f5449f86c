import type { KeyVerdict } from '../wire/test-key.ts';
import type { Translate } from './translate.ts';

/** Where a key came from: kept, or a variable of the environment by its name. */
export interface SaidSource {
  readonly variable: string | undefined;
}

/**
 * Which key is meant, as it stands within a sentence about its host.
 * @param name whose it is; left out where that is the host's own name.
 */
export function keyWords({ variable }: SaidSource, name: string | undefined, t: Translate): string {
  if (name === undefined)
    return variable === undefined
      ? t('the key that is kept')
      : t('the key from the environment variable {0}', variable);
  return variable === undefined
    ? t('the key kept for {0}', name)
    : t('the key for {0} from the environment variable {1}', name, variable);
}

/** That a refused key was not the kept one; empty where it was. */
export function sourceSentence({ variable }: SaidSource, t: Translate): string {
  return variable === undefined
    ? ''
    : t('It came from the environment variable {0}; a key that is kept comes before it.', variable);
}

/** What a host said of a key, and what to do. */
export function verdictSentence(verdict: KeyVerdict, which: string, host: string, t: Translate): string {
  switch (verdict.said) {
    case 'accepted':
      return t('{0} accepts {1}.', host, which);
    case 'refused':
      return t('{0} refuses {1} (status {2}). Set another one.', host, which, verdict.status);
    case 'nothing':
      return `${t('Whether {0} accepts {1} could not be told:', host, which)} ${whyNot(verdict, t)}`;
  }
}

function whyNot(verdict: Extract<KeyVerdict, { said: 'nothing' }>, t: Translate): string {
  switch (verdict.why) {
    case 'open':
      return t('it lists its models to anybody, with any key or none.');
    case 'status':
      return verdict.status === 400 || verdict.status === 403
        ? t('it answered with status {0}, which may mean the key or what the key may do.', verdict.status)
        : t('it answered with status {0}.', verdict.status);
    case 'no-list':
      return t('it has no list of models to ask for.');
    case 'unreachable':
      return t('it could not be reached.');
    case 'not-sent':
      return t('there is a blank, a line break or a character beyond ASCII in the key, so it was not sent.');
  }
}
