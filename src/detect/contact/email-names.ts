/** Names at either side of an `@` that reach nobody. */

/** Domains nobody can have, and those that stand for "some domain" (RFC 2606, RFC 6761). */
const RESERVED = /(?:^|\.)(?:example\.(?:com|net|org|edu)|test|invalid|example|localhost)$/i;
/** Mailboxes of machines; naming them tells nothing about a person. */
const NOBODY = /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster)(?:[-_+.][^@]{0,60})?$/i;
/** Hosts that hide a person's address behind a number. */
const HIDING = /(?:^|\.)no-?reply\.[a-z.]{1,40}$/i;
/** Image densities (`icon@2x.png`), versions (`pkg@4.0.0-beta.rc`). */
const VERSION = /^(?:\d{1,3}x\.|v?\d{1,5}\.\d{1,5}(?:[.-]|$))/i;

/** Last labels that are the ends of files, of units of systemd or of properties in code. */
const NOT_TOP: ReadonlySet<string> = new Set(
  (
    'service socket timer target mount slice scope device path swap automount ' +
    'png jpg jpeg gif webp svg ico avif bmp js mjs cjs ts tsx jsx mts cts go java rb php css scss less sass html htm ' +
    'json jsonc yaml yml toml lock txt tgz zip gz patch dll exe bat ini conf cfg env sql csv xml vue svelte ' +
    'kt swift cpp hpp hs ex exs lua jar war tar map log bin'
  ).split(' '),
);

/** Country codes with a top level of their own (IANA root zone): two letters that are none of these are no domain. */
const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ' +
    'ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm ' +
    'fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it ' +
    'je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn ' +
    'mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps ' +
    'pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj ' +
    'tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw'
  ).split(' '),
);

/** Last labels that addresses spelled out in words have, besides countries. */
const SPELLED: ReadonlySet<string> = new Set(
  'com org net edu gov info biz dev app name pro online cloud tech email me tv xyz store shop site'.split(
    ' ',
  ),
);

/** Whether mail to that domain could reach somebody: it is no file, version or reserved name. */
export function isMailDomain(domain: string): boolean {
  const top = topOf(domain);
  if (NOT_TOP.has(top) || (/^[a-z]{2}$/.test(top) && !COUNTRIES.has(top))) return false;
  return !VERSION.test(domain) && !RESERVED.test(domain) && !HIDING.test(domain);
}

/** Whether a domain written in words ends in a name that many know. */
export function isWellKnownTop(domain: string): boolean {
  const top = topOf(domain);
  return COUNTRIES.has(top) || SPELLED.has(top);
}

/** Whether a mailbox is a machine's. */
export function isNobody(local: string): boolean {
  return local === 'git' || NOBODY.test(local);
}

function topOf(domain: string): string {
  return domain.slice(domain.lastIndexOf('.') + 1).toLowerCase();
}
