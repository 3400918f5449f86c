import { matchAt } from '../structures/reading.ts';
import type { Label } from './read-label.ts';
import type { Value } from './read-value.ts';
import { judgeName } from './values/names.ts';
import { SURE } from './values/verdict.ts';

/*
 * The key `name` is as often that of a part of a program as of a person: of a package in TOML, of a field in a page.
 */

/** How far before the key its section or its element begins, in UTF-16 code units. */
const REACH = 400;
/** The line of a section: `[package]`, `[[tool.poetry.source]]`. */
const SECTION = /\[{1,2}[ \t]?([\w."' -]{1,60}?)[ \t]?\]{1,2}[ \t]{0,8}(?:[#;][^\n]{0,200})?\r?(?:\n|$)/y;
/** So many lines that begin with a bracket are looked at. */
const TRIES = 4;
/** Sections of what is built, and not of those who build it. */
const OF_PROGRAM =
  /^(?:package|project|tool|lib|bin|example|bench|test|crate|plugin|module|extension|workspace|dependenc|theme|target|build|job|step|image|service|database|registr|feature|source|script|command)/i;
const OF_PERSON =
  /author|owner|user|person|people|contact|customer|client|maintainer|member|employee|patient|staff/i;
/** An element of a page that is still open, whose name is that of a field. */
const ELEMENT =
  /<(?:a|input|meta|form|button|select|textarea|iframe|slot|param|map|object|output|fieldset)\s[^<>]{0,300}$/i;

/** A key behind the name that people do not have: of a package, a plugin, a grammar, an era of a calendar. */
const NEXT_OF_PROGRAM =
  /^["'`]?(?:<\/name>)?[,;]?\s{0,40}["'`<]?(?:version|description|summary|abstract|licen[cs]e|repo|aliases|name_?en|main|private|homepage|channel)["'`]?\s{0,4}[:=>]/i;
/** The same of keys that are never a person's. */
const SURELY_OF_PROGRAM =
  /^["'`]?,?\s{0,40}["'`]?(?:(?:keywords|repository|contains|narrow|abbr|engines|scripts|dependencies)["'`]?\s{0,4}[:=]|in["']?\s?:\s?["']?(?:query|path|body|header|formData|cookie)\b)/i;
/** Before the name of a country or a language. */
const OF_COUNTRY =
  /["'](?:iso|iso_?code|capital|continent|flag\w{0,8}|alpha[-_]?[23]|cca[23]|country_?code)["']\s?:\s?[^\n]{0,60},\s{0,16}["']$/i;
/** What is named if it has a name: `x.name?x.name:"blob"`. */
const CHOSEN = /\?\s?[\w$.]{1,30}\.name$/i;
/** The name of a family of fonts. */
const FONT = /font|glyph|typeface|ascen[dt]|descen[dt]|line-?height|underline|generic-name/i;
/** Languages in the order of their codes: `"ru": "Russian", "rue": "Rusyn"`. */
const LANGUAGES = /["']ru[a-z]?["']\s?:\s?["'][^"'\n]{1,60}["'],\s{0,30}["']$/;

/** Whether a label has another meaning where it stands: a language among languages, a family of fonts. */
export function meansElse(text: string, { start, end }: Label): boolean {
  const written = text.slice(start, end).toLowerCase();
  // An anchor of a page, whose label is read with its tag: `<a name="keywords">`.
  if (written === 'a name') return text[start - 1] === '<';
  if (written === 'rue') return LANGUAGES.test(text.slice(Math.max(0, start - 110), start));
  if (!written.startsWith('family')) return false;
  return FONT.test(text.slice(Math.max(0, start - 120), start) + text.slice(end, end + 120));
}

/** Whether a key behind a name says that it is no person's, whoever is called so: `name: 'Julia REPL', contains: []`. */
export function isSurelyOfProgram(text: string, { start, end }: Label, value: Value | undefined): boolean {
  if (end - start !== 4 || value === undefined || text.slice(start, end).toLowerCase() !== 'name')
    return false;
  if (SURELY_OF_PROGRAM.test(text.slice(value.end, value.end + 80))) return true;
  return OF_COUNTRY.test(text.slice(Math.max(0, start - 120), start));
}

/** Whether a label names a part of a program; `value` is what it is given. */
export function isOfProgram(text: string, label: Label, value: Value | undefined): boolean {
  const { start, end } = label;
  if (CHOSEN.test(text.slice(Math.max(0, end - 40), end))) return true;
  if (end - start !== 4 || text.slice(start, end).toLowerCase() !== 'name' || value === undefined)
    return false;
  if (
    NEXT_OF_PROGRAM.test(text.slice(value.end, value.end + 80)) &&
    judgeName(value.plain, value.form) !== SURE
  )
    return true;
  return isOfSection(text, label, value.plain);
}

/** Whether a name stands in an open element, or in a section of what is built. */
function isOfSection(text: string, { start }: Label, value: string): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (ELEMENT.test(before)) return true;
  if (!/\n[ \t]{0,8}$/.test(before)) return false;
  const section = lastSection(before);
  if (section === undefined || OF_PERSON.test(section)) return false;
  const last = section.slice(section.lastIndexOf('.') + 1);
  return OF_PROGRAM.test(section) || last.toLowerCase() === value.toLowerCase();
}

/** The section that a stretch of lines ends in. */
function lastSection(before: string): string | undefined {
  let open = before.lastIndexOf('\n[');
  for (let i = 0; i < TRIES && open >= 0; i++) {
    const section = matchAt(SECTION, before, open + 1)?.[1];
    if (section !== undefined) return section;
    open = open === 0 ? -1 : before.lastIndexOf('\n[', open - 1);
  }
  return open < 0 ? matchAt(SECTION, before, 0)?.[1] : undefined;
}
