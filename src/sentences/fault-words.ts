import type { FaultReason, WireFault } from '../wire/fault.ts';
import { waitInWords } from './duration.ts';
import type { Translate } from './translate.ts';

/** What is said of a fault: its name, what happened, and what to do about it. */
export interface FaultWords {
  readonly title: string;
  readonly what: string;
  readonly next: string;
}

/** The words for a fault. `host` is where the request was to go. */
export function faultWords(fault: WireFault, host: string, t: Translate): FaultWords {
  const [title, what, next] = ROWS[fault.reason](t, { host, fault });
  return { title, what, next };
}

interface About {
  readonly host: string;
  readonly fault: WireFault;
}

type Row = (t: Translate, about: About) => readonly [title: string, what: string, next: string];

const ROWS: Readonly<Record<FaultReason, Row>> = {
  'not-cleared': (t) => [
    t('Not reviewed'),
    t('A request came to the wire without having been reviewed.'),
    t('Send it again, so that it is reviewed; if it stays so, please report it.'),
  ],
  'no-key': (t, { host }) => [t('No API key'), t('{0} wants an API key.', host), t('Set one.')],
  'malformed-key': (t, { host }) => [
    t('Not an API key'),
    t(
      'The API key for {0} cannot be sent: there is a blank, a line break or a character beyond ASCII in it.',
      host,
    ),
    t('Set another one.'),
  ],
  'malformed-address': (t) => [
    t('Not an address'),
    t('The address of the destination cannot be used.'),
    t('Give an https address without user name, query or fragment.'),
  ],
  'no-tls': (t, { host }) => [
    t('No encryption'),
    t('{0} is asked for over plain http, which is possible on this machine only.', host),
    t('Use https.'),
  ],
  'tls-unchecked': (t, { host }) => [
    t('Certificates are not checked'),
    t(
      'The editor runs with NODE_TLS_REJECT_UNAUTHORIZED=0, so anybody on the way could read along as {0}.',
      host,
    ),
    t(
      'Remove that variable and start the editor anew; give an authority of your own by NODE_EXTRA_CA_CERTS.',
    ),
  ],
  'other-host': (t, { host }) => [
    t('Another host'),
    t('The request was on its way to another host than the one that was reviewed ({0}).', host),
    t('Choose the destination again; if it stays so, please report it.'),
  ],
  'not-json-body': (t) => [
    t('Not looked into'),
    t('The request is not in a form that could be looked into.'),
    t('Choose another destination; if it stays so, please report it.'),
  ],
  unsendable: (t, { host }) => [
    t('Not in a form to send'),
    t(
      '{0} would not take a picture of this kind, or a tool whose name holds more than letters, digits, _ and -.',
      host,
    ),
    t('Leave the picture out, or choose another destination.'),
  ],
  'unreviewed-finding': (t) => [
    t('Held at the last look'),
    t(
      'The finished request holds something sensitive that the review had not seen, perhaps in a field other than your text.',
    ),
    t('Redact by hand what may be hidden in an unusual spelling.'),
  ],
  'vault-value': (t) => [
    t('Held at the last look'),
    t('The finished request holds a value that was redacted before, in another spelling.'),
    t('Take it out of your text.'),
  ],
  'scan-failed': (t) => [
    t('Not looked through'),
    t('The finished request could not be looked through to its end.'),
    t('Send it again, or send less at once.'),
  ],
  'not-recorded': (t) => [
    t('Not written down'),
    t('No line could be added to the ledger, and you have set that nothing leaves without one.'),
    t('Show Ledger says what is wrong with its file; or switch off promptAirlock.ledger.required.'),
  ],
  'no-such-host': (t, { host }) => [
    t('No such host'),
    t('The name of {0} could not be looked up.', host),
    t('Check that you are online and that the name is right.'),
  ],
  refused: (t, { host }) => [
    t('Connection refused'),
    t('Nothing answers at {0}.', host),
    t('Check the address and its port; a server on this machine has to be started first.'),
  ],
  'slow-to-connect': (t, { host }) => [
    t('No connection'),
    t('{0} did not take up the connection in time.', host),
    t('Check the network, a VPN or a firewall on the way, then send again.'),
  ],
  unreachable: (t, { host }) => [
    t('No connection'),
    t('{0} could not be reached.', host),
    t('Check the address, the network and the proxy.'),
  ],
  'tls-untrusted': (t, { host }) => [
    t('Certificate not trusted'),
    t(
      'The certificate that was shown for {0} is not one of a known authority, is over, or is for another name.',
      host,
    ),
    t('Somebody may be reading along. If it is your own authority, let the system trust it.'),
  ],
  'tls-failed': (t, { host }) => [
    t('No encrypted connection'),
    t('{0} could not agree with us on an encrypted connection.', host),
    t('Check whether it speaks https at this port.'),
  ],
  'proxy-login': (t, { host }) => [
    t('The proxy wants a login'),
    t('The proxy on the way to {0} wants a user name and password (status 407).', host),
    t('Log in to it, or set it in the setting http.proxy.'),
  ],
  'proxy-refused': (t, { host, fault: { status } }) => [
    t('The proxy refused'),
    status === undefined
      ? t('The proxy did not open a way to {0}.', host)
      : t('The proxy did not open a way to {0} (status {1}).', host, status),
    t('Check the setting http.proxy, or ask whoever runs the proxy.'),
  ],
  'no-first-byte': (t, { host }) => [
    t('No answer'),
    t('{0} took the request and then kept silent for minutes.', host),
    t('The model may be overloaded or still loading; send again, or choose another.'),
  ],
  'connection-lost': (t, { host }) => [
    t('Connection lost'),
    t('The connection to {0} was lost before an answer came.', host),
    t('Check the network, then send again.'),
  ],
  redirected: (t, { host }) => [
    t('Sent elsewhere'),
    t(
      '{0} answered with a redirection, which is not followed: its new address would be a host nobody reviewed.',
      host,
    ),
    t('Set the new address as the destination if you trust it.'),
  ],
  'bad-request': (t, { host, fault: { status } }) => [
    t('Not accepted'),
    t('{0} did not accept the request (status {1}).', host, status ?? '?'),
    t('The model may not take it in this form: try another model, or a shorter conversation.'),
  ],
  'key-refused': (t, { host, fault: { status } }) => [
    t('API key refused'),
    status === 403
      ? t('{0} does not let this API key do that (status 403).', host)
      : t('{0} refused the API key (status {1}).', host, status ?? '?'),
    status === 403
      ? t('Set another one, or look whether the account may use this model from here.')
      : t('Set another one.'),
  ],
  payment: (t, { host }) => [
    t('Payment wanted'),
    t('{0} wants to be paid first (status 402).', host),
    t('Look at the credit and the limits of the account.'),
  ],
  'not-found': (t, { host }) => [
    t('No such model or address'),
    t('{0} knows neither this model nor this address (status 404).', host),
    t('Check the name of the model.'),
  ],
  'too-slow-for-host': (t, { host }) => [
    t('Too slow for the host'),
    t('The request did not reach {0} in the time it allows (status 408).', host),
    t('The connection may be slow: send again, or send less at once.'),
  ],
  'too-large': (t, { host }) => [
    t('Too large'),
    t('{0} takes no request of this size (status 413).', host),
    t('Leave out what is not needed.'),
  ],
  'rate-limited': (t, { host, fault: { retryAfter } }) => [
    t('Too many requests'),
    t('{0} takes no more requests for now (status 429).', host),
    retryAfter === undefined
      ? t('Send again later, or look at the quota of the account.')
      : waitFor(retryAfter, t),
  ],
  overloaded: (t, { host, fault: { status, retryAfter } }) => [
    t('Overloaded'),
    t('{0} is overloaded or being maintained (status {1}).', host, status ?? '?'),
    retryAfter === undefined
      ? t('This passes by itself: send again in a while, or choose another model.')
      : waitFor(retryAfter, t),
  ],
  'server-error': (t, { host, fault: { status, retryAfter } }) => [
    t('Trouble at the host'),
    t('{0} reports trouble of its own (status {1}).', host, status ?? '?'),
    retryAfter === undefined ? t('Send again later.') : waitFor(retryAfter, t),
  ],
  'gave-up-behind': (t, { host }) => [
    t('Gave up waiting'),
    t('{0} gave up waiting for the model behind it (status 504).', host),
    t('Send again, ask for less, or choose a faster model.'),
  ],
  'not-an-answer': (t, { host }) => [
    t('Not an answer'),
    t('{0} answered with something that is no answer of a model.', host),
    t('Check that the address is that of an API, and what it speaks.'),
  ],
  'web-page': (t, { host }) => [
    t('A web page'),
    t('{0} answered with a web page, such as a sign-in page of a network or a proxy.', host),
    t('Open the address in a browser to see what it wants, and check that it is that of an API.'),
  ],
  'broken-stream': (t, { host }) => [
    t('Not readable'),
    t('{0} sent something in its answer that cannot be read. Whatever had come is kept above.', host),
    t('Send again; if it stays so, the host or a proxy on the way garbles answers.'),
  ],
  'error-in-answer': (t, { host }) => [
    t('Error in the answer'),
    t('{0} reported an error instead of going on. Whatever had come is kept above.', host),
    t('Send again, or choose another model.'),
  ],
  'cut-off': (t, { host }) => [
    t('The answer broke off'),
    t('The connection to {0} ended before the answer did. Whatever had come is kept above.', host),
    t('Send again, or ask to go on from there.'),
  ],
  stalled: (t, { host }) => [
    t('The answer came to a standstill'),
    t('{0} had begun to answer and then went no further for minutes. Whatever had come is kept above.', host),
    t('Send again, or ask to go on from there.'),
  ],
  'answer-too-long': (t, { host }) => [
    t('The answer does not end'),
    t('{0} sent more than an answer can be, so it was stopped. Whatever had come is kept above.', host),
    t('Ask for less, or choose another model.'),
  ],
};

function waitFor(seconds: number, t: Translate): string {
  return t('It asks to wait {0}.', waitInWords(seconds, t));
}
