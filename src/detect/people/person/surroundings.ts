import { after, before, lineAfter, lineBefore } from '../../structures/reading.ts';

/** Lines that name people in public: licences, credits, authors, books and papers. */
const IN_PUBLIC =
  /copyright|\(c\) |©|licen[sc]|(?<![a-z])authors?(?![a-z])|maintain|contribut|__credits__|Idea by|=for stopwords|credit|thanks? to|thank you to|the name of |(?:original|bug ?fix\w{0,3}|revised|improved|input|implement\w{2,6}|invented|devised|designed|optimi[sz]ed|translated|discovered|proposed|introduced|coined|published|suggested|found|fixed|added|provided|pointed out) by:? |courtesy|acknowledg|inspired by|written by|developed by|(?<!re|sup)ported (?:by|from)|originally|based on (?:the )?(?:work|code|idea)|patch(?:es)? (?:by|from)|reported by \[|algorithm|theorem|et al|isbn|proceedings|journal|university press|\bpaper\b|\bbook\b|novel|lyrics|poem|quote|blog|podcast|keynote|github\.com|twitter|@[a-z\d-]{2,30}\)|\]\(http|<sub>|avatar|\balt="/i;
/** What stands right before a name in code: a call, a path, a property. */
const IN_CODE = /(?:[\w$]\(|[/\\#@$.]|\bnew |\bclass |\bimport |<\/?)$/;

/** Places named after a saint or a person. */
const PLACE_BEFORE =
  /(?<![\p{L}])(?:San|Santa|Santo|São|Saint|St\.?|Ste\.?|Sankt|Villa|Ciudad|Cd\.|Port|Fort|Mount|Lake|El|Los|Las|Monte) $/u;
/** The field of a package's author. */
const AUTHOR_FIELD =
  /["']?(?:authors?|contributors?|maintainers?|creator)["']?\s{0,2}[:=]\s{0,2}[[{]?\s{0,12}[{]?\s{0,12}(?:["']?name["']?\s{0,2}[:=]\s{0,2})?["'](?:[^"'\n]{0,40}["'],\s{0,12}["'])?$/i;

/** A list of authors and contributors: each with a mail address or a page, under a title that says so. */
const LISTED = /^[\s>]{0,6}(?:[-*•] {1,3})?$/;
const CREDITED = /^ ?(?:<[^<>\s]{3,80}@[^<>\s]{3,80}>|\(?https?:|\([a-z\d.-]{3,40}\.[a-z]{2,6}\))/i;
const CREDITS = /(?:authors?|contributors?|maintainers?|credits|thanks|licen[cs]e|copyright)\b/i;

/** Comments of programs, and manuals within them. */
const COMMENT =
  /^\s{0,40}(?:#{1,3}[ !]|\/\/|\/\*|\*[ *]|--|;|=item|\.\\"|<!--|"""|""|' )|^\s{1,40}\*\s|\s(?:\/\/|#) /;
/** `by` before a name, unless it is said of a ticket, a payment or a patient. */
const BY =
  /(?<![a-z])(?<!(?:placed|bought|opened|closed|changed|updated|edited|logged|escalated|approved|reported|requested|signed|sent|called|paid|assigned|reviewed|submitted|ordered|booked|treated|prescribed|handled|witnessed|represented|rejected|raised|filed|created|blamed|owned|used|hired|attended|performed) )by:? $/i;
/** What is told of who made a program, in the lines before. */
const MADE =
  /(?:authors?|contributors?|maintained|maintainers?|acknowledg\w{0,8}|credits|copyright|patches|licen[cs]e|stopwords|suggestions|bug reports)(?![a-z])/i;

/** Whether a name stands among those who made a program. */
function isCredit(text: string, left: string, start: number, end: number): boolean {
  if (BY.test(left)) return true;
  const told = ROLE_BEFORE.test(left) || DONE_TO.test(left) || KEY_BEFORE.test(left);
  if (!told && COMMENT.test(left)) return true;
  return !told && !HUMANE.test(lineAfter(text, end, 60)) && MADE.test(before(text, start, 300));
}

/** Entries under codes of languages or countries, two before this one: `"smn": "Sami Inari", "smj": "…`. */
const CODE = `["'](?!(?:cn|sn|gn|ou|uid|to|by|cc|from|ceo|cto|cfo|pm|po|qa|hr|pi)["'])(?:[A-Z]{2}|[a-z]{2,3})(?:[-_][\\w-]{1,16})?["']\\s?[:,]\\s{0,2}["']`;
const OF_CODES = new RegExp(
  `(?:${CODE}[^"'\\n]{1,60}["']\\s?\\}?,\\s{0,24}\\{?\\s{0,12}){2}${CODE}[^"'\\n]{0,40}$`,
);
/** A city that stands for a time zone, the title of an icon. */
const OF_LISTS = /exemplarCity["']?\s?:\s?["'][^"'\n]{0,40}$|<svg[^<>]{0,120}>\s?<title>$/;

/** Whether a name stands where people are named in public, or where code has an identifier. */
export function isPublicPlace(text: string, start: number, end: number): boolean {
  // Who speaks in a chat: `<Name> text`.
  if (text[start - 1] === '<' && /^> \p{L}/u.test(after(text, end, 3))) return false;
  if (IN_CODE.test(before(text, start, 12))) return true;
  if (text[start - 1] === '[' && text[end] === ']') return true;
  // What says so at least cost, and most often, comes first.
  const left = lineBefore(text, start, 120);
  const listed = LISTED.test(left);
  if (listed && CREDITED.test(after(text, end, 90))) return true;
  if (IN_PUBLIC.test(left) || IN_PUBLIC.test(lineAfter(text, end, 80))) return true;
  const reach = before(text, start, 240);
  if (OF_CODES.test(reach) || OF_LISTS.test(reach)) return true;
  if (PLACE_BEFORE.test(left) || AUTHOR_FIELD.test(before(text, start, 80))) return true;
  return isCredit(text, left, start, end) || (listed && CREDITS.test(before(text, start, 1500)));
}

const ROLE =
  'customer|client|colleague|coworker|co-worker|tenant|employee|patient|applicant|candidate|claimant|intern|trainee|landlord|landlady|neighbou?r|student|pupil|guest|caller|resident|subscriber|policyholder|passenger|husband|wife|son|daughter|mother|father|brother|sister|boss|manager|user|member|contact|recipient|cardholder|account holder|' +
  'kund(?:e|in|en)|mandant(?:in|en)?|patient(?:in|en)?|mitarbeiter(?:in|s)?|kolleg(?:e|in|en)|mieter(?:in|s)?|vermieter(?:in)?|bewerber(?:in|s)?|antragsteller(?:in|s)?|benutzer(?:in|s)?|nutzer(?:in|s)?|teilnehmer(?:in|s)?|versicherte[rn]?|ansprechpartner(?:in)?|sachbearbeiter(?:in)?|bearbeiter(?:in)?|vertretung|empfänger(?:in)?|chef(?:in)?|azubi|schüler(?:in)?|familie|' +
  'client[ea]|cliente|paciente|paziente|emplead[oa]|colega|collega|collègue|klant|patiënt';
const ROLE_BEFORE = new RegExp(
  `(?:^|[^\\p{L}])(?:${ROLE})(?:[:,] ?["']?|["']? ?[:=] ?["']| (?:is|ist|named|called|namens) | )$`,
  'iu',
);
/** What is done to somebody, or said, right before the name. */
const DONE_TO =
  /(?:^|[^\p{L}])(?:ask|tell|told|asked|asks|met|meet|call|called|email|e-mail|mail|remind|contact|invite|pay|paid|hire|hired|fire|spoke (?:with|to)|talked to|spoken to|meeting with|call with|chat with|interview with|forwarded (?:it|this) to|assigned to|on behalf of|letter (?:to|from|for)|reminder to|refund (?:for|to)|contract (?:for|with)|invoice (?:for|to)|account (?:for|of)|login (?:failed|failure|attempt) for|password (?:for|of)|reference for|between me and|signed by|approved by|requested by|reported by|handled by|reviewed by|submitted by|sent by|placed by|ordered by|bestellt von|freigegeben von|genehmigt von|my (?:boss|friend|wife|husband|son|daughter|brother|sister|manager|intern)|mahnung an|brief an|mail an|überweisung an|rechnung (?:an|für)|vertrag (?:mit|für)|antrag von|zeugnis für|absage an|zusage an|anmeldung (?:fehlgeschlagen )?für|zugriff für|besprochen mit|gespräch mit|telefonat mit|termin mit|erledigt durch|laut|namens|frag|frage|bitte|zeuge|zeugin|betrifft) $/iu;
/** Words before a name that stand before much else. */
const BESIDE = /(?:^|[^\p{L}])(?:mit|an|von|für|bei|mir|hat|with|from|for|to|and|und) $/iu;
/** What follows somebody who did or does something. */
const DOES =
  /^(?:,? (?:who|whose|born|aged|geb\.|wohnhaft|die |der )|['’]s (?:account|order|invoice|address|phone|mail|email|salary|password|contract|request|team|file|record|ticket|laptop|mother|father|wife|husband)|,? (?:said|says|called|calls|wrote|writes|asked|asks|told|tells|reported|reports|requested|requests|complained|complains|lives|lived|works|worked|wants|wanted|needs|paid|pays|agreed|signed|ordered|bought|logged|joined|left|refuse[sd]|prescribed|died|moved|resigned|received|submitted|approved|rejected|mentioned|confirmed|suggested|emailed|phoned|cannot|can't|has (?:not|been|asked|called|exceeded|reported|paid|requested)|is (?:on|out|our|my|the|a|an|not|still|sick|away)|was|hat|hatte|ist|war|wohnt|wohnte|arbeitet|arbeitete|schrieb|schreibt|sagt|sagte|meldet|meldete|ruft|rief|möchte|fragt|fragte|bittet|bat|kommt|kam|beschwert|wartet|wünscht|erzählt|zahlt|kündigt|kündigte|leidet|braucht|wurde|wird)(?![\p{L}]))/iu;
/** A mail address, a phone number, a date of birth, an IBAN: what stands in a line about a person. */
const REACHES =
  /[\w.+-]{1,40}@[\w-]{1,40}\.|(?:\+|\b0)\d[\d ()/-]{7,20}\d|\b(?:born|dob|geb\.|geboren|date of birth)\b|\b[A-Z]{2}\d\d(?: ?[\dA-Z]{4}){3}/i;
const KEY_BEFORE =
  /(?:name|customer|client|user|kunde|patient|owner|contact|person|tenant|employee|assignee|recipient|by|to|from|author|VALUES) ?["']?\]?(?: ?[:=(] ?|\()(?:\d{1,9}, ?)?["'`]$/i;

/** Whether a role, a verb or a way to reach somebody beside a name says that it is a person's. */
export function isAboutPerson(text: string, start: number, end: number): boolean {
  const left = lineBefore(text, start, 100);
  if (ROLE_BEFORE.test(left) || DONE_TO.test(left) || BESIDE.test(left) || KEY_BEFORE.test(left)) return true;
  const right = lineAfter(text, end, 100);
  return DOES.test(right) || HUMANE.test(right) || REACHES.test(right) || REACHES.test(left);
}

/** What only people do. */
const HUMANE =
  /^,? (?:(?:from|in|aus|vom) [\p{L} ]{2,20} )?(?:who (?:is|was|has|lives|works)|says|said|told|called|wrote|asked|complain(?:s|ed)|lives|lived|works (?:at|in|for|as)|worked (?:at|in|for|as)|wants|agreed|signed|resigned|died|was (?:born|employed|hired|fired|admitted|diagnosed|promoted)|is (?:on leave|on vacation|on holiday|out sick|sick|pregnant|retiring|my|our)|phoned|emailed|mentioned|joined the|left the (?:company|team)|needs a|sagt|sagte|schrieb|wohnt|wohnte|arbeitet (?:bei|in|als|seit)|rief|hat (?:angerufen|geschrieben|gekündigt|gesagt|sich)|ist (?:krank|im Urlaub|umgezogen|verstorben|Mitarbeiter|unser)|möchte|fragt|fragte|bittet|bat|beschwert|wartet (?:seit|auf)|wünscht|erzählt|zahlt|kündigt|kündigte|leidet|muss unterschreiben)(?!\p{L})/iu;

/** The words `HUMANE` begins with. */
const HUMANE_WORDS: ReadonlySet<string> = new Set(
  (
    'from in aus vom who says said told called wrote asked complains complained lives lived works worked wants agreed signed resigned ' +
    'died was is phoned emailed mentioned joined left needs sagt sagte schrieb wohnt wohnte arbeitet rief hat ist möchte fragt ' +
    'fragte bittet bat beschwert wartet wünscht erzählt zahlt kündigt kündigte leidet muss'
  ).split(' '),
);

/** Whether the word behind a place is one of those that people's doings begin with: a cheap look before a dear one. */
export function isHumaneWord(text: string, end: number): boolean {
  const from = text.charCodeAt(end) === 44 ? end + 2 : end + 1;
  let to = from;
  while (to < from + 12 && text.charCodeAt(to) > 96) to += 1;
  return HUMANE_WORDS.has(text.slice(from, to));
}

/** Whether the words right beside a name say that it is a person's, whatever the name. */
export function isSurelyPerson(text: string, start: number, end: number): boolean {
  const left = lineBefore(text, start, 60);
  return ROLE_BEFORE.test(left) || DONE_TO.test(left) || HUMANE.test(lineAfter(text, end, 60));
}

/** Whether what follows a name is said of people only. */
export function isHumane(text: string, end: number): boolean {
  return HUMANE.test(lineAfter(text, end, 60));
}

/** Whether what follows a name says that somebody did something. */
export function doesSomething(text: string, end: number): boolean {
  return DOES.test(after(text, end, 40));
}
