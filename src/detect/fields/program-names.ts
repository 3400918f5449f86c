import { matchAt } from '../structures/reading.ts';
import type { Label } from './read-label.ts';

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
  /<(?:input|meta|form|button|select|textarea|iframe|slot|param|map|object|output|fieldset)\s[^<>]{0,300}$/i;

/** Whether a label names a part of a program; `value` is what it is given. */
export function isOfProgram(text: string, label: Label, value: string): boolean {
  const { start, end } = label;
  if (end - start !== 4 || text.slice(start, end).toLowerCase() !== 'name') return false;
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
