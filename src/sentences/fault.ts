import type { ScanFailure } from '../detect/finding.ts';
import { MAX_TEXT_BYTES } from '../detect/limits.ts';
import type { FaultReason, WireFault } from '../wire/fault.ts';
import type { Translate } from './translate.ts';

/** Something that went wrong: what happened, and what to do. */
export interface FaultText {
  readonly title: string;
  readonly text: string;
}

/** Bytes as people write them, in units of 1024: `14 KB`, `10.5 MB`. */
export function byteSize(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const size = bytes / 1024 ** step;
  return `${step === 0 || size >= 100 ? Math.round(size) : Number(size.toFixed(1))} ${units[step] ?? ''}`;
}

/** Why a text could not be looked at, that nothing was sent, and what to do. */
export function scanFailureSentence({ reason, size }: ScanFailure, t: Translate): string {
  switch (reason) {
    case 'too-large':
      return t(
        'The text has {0}; at most {1} are looked at, and nothing is sent unseen. Leave out what is not needed.',
        byteSize(size ?? 0),
        byteSize(MAX_TEXT_BYTES),
      );
    case 'deadline':
      return t(
        'Looking through the text took too long, so nothing was sent. The scanner was replaced: try again, or send less at once.',
      );
    case 'rule-failed':
      return t(
        'A rule failed while looking through the text, so nothing was sent. Try again; if it stays, leave out the part that was added last.',
      );
    case 'scanner-died':
      return t(
        'The scanner ended while looking through the text, so nothing was sent. A new one is ready: try again.',
      );
  }
}

/** Why a request failed, where its bytes are, and what to do. `host` is where it was to go. */
export function faultText(fault: WireFault, host: string, t: Translate): FaultText {
  const { title, text } = faultWords(fault, host, t);
  return { title, text: `${text} ${whereItIs(fault, t)}` };
}

function whereItIs({ sent, reason }: WireFault, t: Translate): string {
  if (sent === 'no') return t('Nothing was sent; your text is back in the composer.');
  if (sent === 'unknown') return t('It may have arrived there; your text is back in the composer.');
  return reason === 'cut-off' || reason === 'error-in-answer'
    ? t('What was sent has arrived there; your text is back in the composer.')
    : t('It was sent, and there is no answer; your text is back in the composer.');
}

function faultWords({ reason, status, retryAfter }: WireFault, host: string, t: Translate): FaultText {
  const words: Record<FaultReason, () => FaultText> = {
    'not-cleared': () => ({
      title: t('Not reviewed'),
      text: t('A request came to the wire without having been reviewed.'),
    }),
    'no-key': () => ({ title: t('No API key'), text: t('{0} wants an API key.', host) }),
    'malformed-address': () => ({
      title: t('Not an address'),
      text: t(
        'The address of the destination cannot be used: it has to be an https address without user name, query or fragment.',
      ),
    }),
    'no-tls': () => ({
      title: t('No encryption'),
      text: t('{0} is asked for over plain http, which is possible on this machine only. Use https.', host),
    }),
    'other-host': () => ({
      title: t('Another host'),
      text: t('The request was on its way to another host than the one that was reviewed ({0}).', host),
    }),
    'not-json-body': () => ({
      title: t('Not looked into'),
      text: t('The request is not in a form that could be looked into.'),
    }),
    unsendable: () => ({
      title: t('Not in a form to send'),
      text: t(
        '{0} would not take a picture of this kind, or a tool whose name holds more than letters, digits, _ and -.',
        host,
      ),
    }),
    'unreviewed-finding': () => ({
      title: t('Held at the last look'),
      text: t(
        'The finished request holds something sensitive that the review had not seen, perhaps in a field other than your text. Redact by hand what may be hidden in an unusual spelling.',
      ),
    }),
    'vault-value': () => ({
      title: t('Held at the last look'),
      text: t(
        'The finished request holds a value that was redacted before, in another spelling. Take it out of your text.',
      ),
    }),
    'scan-failed': () => ({
      title: t('Not looked through'),
      text: t('The finished request could not be looked through to its end.'),
    }),
    unreachable: () => ({
      title: t('No connection'),
      text: t('{0} could not be reached. Check the address, the network and the proxy.', host),
    }),
    redirected: () => ({
      title: t('Sent elsewhere'),
      text: t(
        '{0} answered with a redirection, which is not followed: its new address would be a host nobody reviewed. Set the new address as the destination if you trust it.',
        host,
      ),
    }),
    'bad-request': () => ({
      title: t('Not accepted'),
      text: t(
        '{0} did not accept the request (status {1}). The model may not take it in this form.',
        host,
        status ?? '?',
      ),
    }),
    'key-refused': () => ({
      title: t('API key refused'),
      text: t('{0} refused the API key (status {1}). Set another one.', host, status ?? '?'),
    }),
    'not-found': () => ({
      title: t('No such model or address'),
      text: t(
        '{0} knows neither this model nor this address (status 404). Check the name of the model.',
        host,
      ),
    }),
    'too-large': () => ({
      title: t('Too large'),
      text: t('{0} takes no request of this size (status 413). Leave out what is not needed.', host),
    }),
    'rate-limited': () => ({
      title: t('Too many requests'),
      text:
        retryAfter === undefined
          ? t(
              '{0} takes no more requests for now (status 429). Try again later, or look at the quota of the account.',
              host,
            )
          : t('{0} takes no more requests for now (status 429). Try again in {1} s.', host, retryAfter),
    }),
    'server-error': () => ({
      title: t('Trouble at the host'),
      text: t('{0} reports trouble of its own (status {1}). Try again later.', host, status ?? '?'),
    }),
    'not-an-answer': () => ({
      title: t('Not an answer'),
      text: t(
        '{0} answered with something that is no answer of a model. Check that the address is that of an API, and what it speaks.',
        host,
      ),
    }),
    'cut-off': () => ({
      title: t('The answer broke off'),
      text: t('The connection to {0} ended before the answer did. What had come is kept above.', host),
    }),
    'error-in-answer': () => ({
      title: t('Error in the answer'),
      text: t('{0} reported an error instead of going on.', host),
    }),
  };
  return words[reason]();
}
