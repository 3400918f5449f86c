/*
 * Addresses that no mail is sent to: what people write for want of one, `foo@bar.com`, and the ids of messages, which
 * look the same (RFC 5322 3.6.4).
 */

/** Mailboxes of nobody in particular; a domain of nobody's makes the address one. */
const ANYBODY: ReadonlySet<string> = new Set(
  (
    'abc xyz me my you your user user1 user2 username name someone somebody anyone anybody nobody none foo bar ' +
    'baz qux test test1 test2 tester testuser dummy fake sample example email e-mail mail address valid invalid admin ' +
    'info contact hello john jane john.doe jane.doe johndoe janedoe joe alice bob first.last recipient sender to from ' +
    'firstname.lastname member customer owner author maintainer support phishing spam'
  ).split(' '),
);
/** Mailboxes that say what belongs there, at whatever host. */
const SAYS_SO =
  /^(?:your|my|some)[-_.]?(?:own[-_.]?)?(?:name|user|username|e?-?mail|address|account|id|login)$|^(?:first[-_.]?name)[-_.]?last[-_.]?name$|^(?:example|username|placeholder|e?mail[-_.]?address|user[-_.]?name)$/;
/** Domains, without their last label, that stand for any. */
const SOME_DOMAIN =
  /^(?:(?:my|your|some|any|the)[-_]?)?(?:domain|company|host|site|website|server|organi[sz]ation|org|mail|email)(?:[-_]?name)?$|^(?:abc|xyz|foo|bar|baz|qux|foobar|test|tests|testing|dummy|fake|sample|example|placeholder|somewhere|nowhere|anywhere|none|invalid|doe|me|admin|host\.fully\.qualified)$/;

/** Whether an address is one that people write for want of one; a real name or a real domain makes it somebody's. */
export function isStandIn(local: string, domain: string): boolean {
  const mailbox = local.toLowerCase();
  if (SAYS_SO.test(mailbox)) return true;
  const host = domain.toLowerCase();
  const owned = host.slice(0, host.lastIndexOf('.'));
  return SOME_DOMAIN.test(owned) && (ANYBODY.has(mailbox) || mailbox === owned);
}

/** What stands before the id of a message: the header of a mail, an archive's address. */
const BEFORE_ID =
  /(?:message-id|in-reply-to|references|content-id)["']?[:=][ \t]{0,3}["']?(?:<[^<>\s]{3,120}>[ \t,]{0,3}){0,2}<?[\w.+=$-]{0,24}$|lore\.kernel\.org\/[\w.-]{1,30}\/$|\/(?:message-id|msgid|mid)\/(?:flat\/|raw\/)?$/i;
/** An id that begins with the second it was made in. */
const DATED = /(?:19|20)\d{12}[.-]/y;
const REACH = 160;

/** Whether what looks like a mailbox in [start, at) is the id of a message. Offsets are UTF-16 code units. */
export function isMessageId(content: string, start: number, at: number): boolean {
  DATED.lastIndex = start;
  if (DATED.test(content) && DATED.lastIndex <= at) return true;
  return BEFORE_ID.test(content.slice(Math.max(0, start - REACH), start));
}
