import { before, hit, lineAfter, lineBefore, matchAt, NOTHING } from '../../structures/reading.ts';
import type { Structure, StructureHit } from '../../structures/structure.ts';
import { folded } from '../names/fold.ts';
import { isPublic } from '../names/public-people.ts';
import { readName } from '../names/read-name.ts';
import { lastingThrift } from '../thrift.ts';

/** A name before a mail address in angle brackets, in quotes or not; names of any words. */
const ADDRESSED =
  /["']?([\p{Lu}][\p{L}\p{M}.'’-]{0,24}(?:,? (?:[\p{L}][\p{L}\p{M}.'’-]{0,24})){0,4})["']? ?(?=<[^<>\s]{1,64}@[^<>\s]{1,80}>|\[mailto:)/uy;
/** Senders that are machines, teams and lists. */
const NO_PERSON =
  /bot\b|github|gitlab|jenkins|support|team|service|no-?reply|copilot|claude|cursor|admin|notif|system|info|newsletter|list|devs?\b|root|inc\.?$|gmbh|ltd|noreply|actions|security|sales|hr\b|abteilung|vertrieb/i;

function addressedAt(text: string, at: number): { start: number; end: number } | undefined {
  const match = matchAt(ADDRESSED, text, at);
  const name = match?.[1];
  if (!match || name === undefined || NO_PERSON.test(name) || isPublic(folded(name))) return undefined;
  const start = at + match[0].indexOf(name);
  return { start, end: start + name.length };
}

const HEADERS = ['from:', 'to:', 'cc:', 'bcc:', 'von:', 'an:', 'reply-to:', 'sender:'];
const HEADER = /[a-z-]{2,8}:[ \t]{1,4}/iy;
/** Another line of a mail's head right behind this one. */
const NEXT_HEADER =
  /^[^\n]{0,80}\r?\n[ \t>|*]{0,6}(?:Sent|Date|To|Cc|Subject|Gesendet|Datum|An|Betreff|Received|Von|From)\*{0,2}: /i;

/** What was put in the place of the address behind a name. */
const MASKED = /^["']? ?<[^<>\n@]{1,60}>/;

/** Names in the head of a mail. */
export const mailHeader: Structure = {
  id: 'mail-header',
  literals: HEADERS,
  findAt(text, at) {
    if (!/(?:^|[\n>"'`*\t ])$/.test(before(text, at, 1))) return NOTHING;
    const label = matchAt(HEADER, text, at)?.[0];
    if (label === undefined || !/^[\s>|*"'`]*$/.test(lineBefore(text, at, 20))) return NOTHING;
    const hits: StructureHit[] = [];
    let place = at + label.length;
    for (let count = 0; count < 10; count++) {
      const name = addressedAt(text, place);
      if (name) hits.push(hit('person-name', name, 'context'));
      const rest = lineAfter(text, place, 200);
      const next = /[^,;]{0,160}>[,;] {0,2}/.exec(rest)?.[0].length;
      if (next === undefined) break;
      place += next;
    }
    if (hits.length > 0) return hits;
    const alone = readName(text, at + label.length);
    if (!alone || alone.given === 0 || alone.words.length < 2) return NOTHING;
    const next = text.slice(alone.end, alone.end + 120);
    return NEXT_HEADER.test(next) || MASKED.test(next) ? [hit('person-name', alone, 'context')] : NOTHING;
  },
};

const TRAILER =
  /(?:signed-off|co-authored|reviewed|acked|reported|tested|helped|suggested|approved|requested|mentored)$/i;

/** Names in the trailers of a commit: `Signed-off-by: Name <mail>`. */
export const commitTrailer: Structure = {
  id: 'commit-trailer',
  literals: ['-by: '],
  findAt(text, at) {
    if (!TRAILER.test(before(text, at, 14))) return NOTHING;
    const name = addressedAt(text, at + 5) ?? readName(text, at + 5);
    return name ? [hit('person-name', name, 'context')] : NOTHING;
  },
};

/** Names in a log of git: `Author: Name <mail>` with a date or a committer beside it. */
export const commitAuthor: Structure = {
  id: 'commit-author',
  literals: ['author: ', 'author:    ', 'commit: ', 'committer: '],
  findAt(text, at) {
    if (!/(?:^|\n|: )[ \t>|*"'`]{0,6}$/.test(before(text, at, 8))) return NOTHING;
    const colon = text.indexOf(':', at) + 1;
    const gap = /^ {1,8}/.exec(text.slice(colon, colon + 8))?.[0].length ?? 0;
    const name = addressedAt(text, colon + gap);
    if (!name) return NOTHING;
    const next = text.slice(name.end, name.end + 160);
    const log =
      /^[^\n]{0,100}\n[ \t>|*"'`]{0,6}(?:Author|Commit)?(?:Date|Commit(?:ter)?): /i.test(next) ||
      /(?:commit [0-9a-f]{7,40}[^\n]{0,60}|Merge: [^\n]{0,40}|AuthorDate: [^\n]{0,40})\r?\n[ \t>|*"'`]{0,6}$/.test(
        before(text, at, 120),
      );
    return log ? [hit('person-name', name, 'context')] : NOTHING;
  },
};

/** `schrieb Falko Ebersbach <mail>:` */
export const quotedAfter: Structure = {
  id: 'quoted-after',
  literals: [' schrieb '],
  findAt(text, at) {
    const name = addressedAt(text, at + 9);
    return name ? [hit('person-name', name, 'context')] : NOTHING;
  },
};

const QUOTED =
  /(?:^|[\n,>:] {0,3})((?:\p{Lu}[\p{L}.'’-]{1,24})(?: \p{L}[\p{L}.'’-]{0,24}){1,3})(?: <[^<>\n]{3,80}>)? (?:wrote|schrieb|a écrit|escribió|ha scritto)$/u;

const thrift = lastingThrift(200);

/** Who wrote what is quoted: `Name <mail> wrote:`. */
export const quotedAuthor: Structure = {
  id: 'quoted-author',
  literals: [' wrote:', ' schrieb:', ' schrieb am ', ' a écrit :', ' escribió:', ' ha scritto:'],
  findAt(text, at) {
    if (!thrift.allows(text, at)) return NOTHING;
    const verb = /^ (?:wrote|schrieb|a écrit|escribió|ha scritto)/i.exec(text.slice(at, at + 14))?.[0] ?? '';
    const end = at + verb.length;
    const stretch = before(text, end, 200);
    const name = QUOTED.exec(stretch)?.[1];
    if (name === undefined || isPublic(folded(name)) || NO_PERSON.test(name)) return NOTHING;
    const start = end - stretch.length + stretch.lastIndexOf(name);
    const read = readName(text, start);
    return read && read.words.length > 1
      ? [hit('person-name', { start, end: start + name.length }, 'context')]
      : NOTHING;
  },
};
