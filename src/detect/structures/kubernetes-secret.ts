import { excludedPassword } from '../exclusions/exclusions.ts';
import type { OnPassed } from '../exclusions/passed.ts';
import { unlessExcluded } from '../exclusions/unless-excluded.ts';
import { decodeBase64 } from './base64.ts';
import { after, before, lineBefore, matchAt, NOTHING } from './reading.ts';
import type { Structure, StructureHit } from './structure.ts';

/** How far a manifest is looked at on either side of its kind, in UTF-16 code units. */
const REACH = 8192;

const KIND = /\\{0,3}["']?kind\\{0,3}["']?[ \t]{0,4}:[ \t]{0,4}\\{0,3}["']?Secret\\{0,3}["']?(?=[\s,}#]|$)/iy;
const FENCE = '```';

/** Where the YAML document around an offset begins and ends; another kind ends it too. */
function documentAround(text: string, at: number): { readonly start: number; readonly end: number } {
  let lead = before(text, at, REACH);
  for (const marker of ['\nkind:', '\n> kind:', '\n---', FENCE])
    lead = lead.slice(lead.lastIndexOf(marker) + 1);
  let tail = after(text, at + 4, REACH);
  for (const marker of ['\nkind:', '\n> kind:', '\n---', FENCE]) {
    const end = tail.indexOf(marker);
    if (end >= 0) tail = tail.slice(0, end);
  }
  return { start: at - lead.length, end: at + 4 + tail.length };
}

const DATA = /(?:^|\n)([> \t]{0,40})(data|stringData):[ \t]{0,8}(?=\r?\n)/g;
const ENTRY = /([> \t]{0,60})(["']?)[\w.-]{1,253}\2:[ \t]{1,8}/y;
const SCALAR = /"([^"\r\n]{0,8192})"|'([^'\r\n]{0,8192})'|([^\s#][^\r\n]{0,8192})/y;

/** The value of an entry, unless an exclusion holds for it or for what it decodes to. */
function entryHit(
  value: string,
  start: number,
  end: number,
  encoded: boolean,
  onPassed: OnPassed | undefined,
): readonly StructureHit[] {
  if (!encoded) {
    const why = excludedPassword(value);
    return unlessExcluded(why, 'kubernetes-secret', { start, end }, 'context', onPassed);
  }
  const plain = value.replace(/\s/g, '');
  const decoded = plain.length < 4 || plain.length % 4 !== 0 ? undefined : decodeBase64(plain);
  const why =
    excludedPassword(plain) ?? (decoded === undefined ? undefined : excludedPassword(decoded.trim()));
  if (decoded === undefined && why === undefined) return NOTHING;
  return unlessExcluded(why, 'kubernetes-secret', { start, end }, 'check', onPassed);
}

/** Lines deeper than an indentation, from an offset on: what a block scalar holds. */
function blockEnd(text: string, from: number, indent: number, limit: number): number {
  let end = from;
  for (let at = from; at < limit;) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 || next > limit ? limit : next;
    const line = text.slice(at, stop);
    if (line.trim() !== '' && line.length - line.trimStart().length <= indent) break;
    if (line.trim() !== '') end = at + line.trimEnd().length;
    at = stop + 1;
  }
  return end;
}

/** The values of one `data:` or `stringData:`. */
function entries(
  text: string,
  from: number,
  limit: number,
  indent: number,
  encoded: boolean,
  onPassed: OnPassed | undefined,
): StructureHit[] {
  const found: StructureHit[] = [];
  for (let at = from; at < limit;) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 || newline > limit ? limit : newline;
    const entry = matchAt(ENTRY, text, at);
    if (!entry || (entry[1] ?? '').length <= indent) {
      if (text.slice(at, lineEnd).trim() === '' || /^[> \t]*#/.test(text.slice(at, lineEnd))) {
        at = lineEnd + 1;
        continue;
      }
      break;
    }
    const valueAt = at + entry[0].length;
    const scalar = valueAt < lineEnd ? matchAt(SCALAR, text, valueAt) : undefined;
    let value = scalar?.[1] ?? scalar?.[2] ?? scalar?.[3]?.replace(/\s+#.*$|\s+$/, '') ?? '';
    let start = valueAt + (scalar && scalar[3] === undefined ? 1 : 0);
    let end = start + value.length;
    at = lineEnd + 1;
    if (/^[|>][+-]?\d?$/.test(value)) {
      end = blockEnd(text, at, (entry[1] ?? '').length, limit);
      start = at + (text.slice(at, end).length - text.slice(at, end).trimStart().length);
      value = text.slice(start, end);
      at = Math.max(at, end);
      at = text[at] === '\n' ? at + 1 : at;
    }
    found.push(...entryHit(value, start, end, encoded, onPassed));
  }
  return found;
}

const JSON_DATA = /\\{0,3}"(data|stringData)\\{0,3}"\s{0,4}:\s{0,4}\{/g;
const JSON_ENTRY =
  /(\s{0,80},?\s{0,80}\\{0,3}"[\w.-]{1,253}\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}")([^"\\]{0,8192})\\{0,3}"/y;

const TYPE = /"type\\{0,3}"\s{0,4}:/;
const NOTHING_OF_JSON: StructureHit[] = [];

function jsonEntries(
  text: string,
  from: number,
  encoded: boolean,
  onPassed: OnPassed | undefined,
): StructureHit[] {
  const found: StructureHit[] = [];
  for (let at = from, count = 0; count < 100; count++) {
    const entry = matchAt(JSON_ENTRY, text, at);
    const [all, lead, value] = entry ?? [];
    if (all === undefined || lead === undefined || value === undefined) break;
    // A schema of secrets, not one of them.
    if (TYPE.test(lead) && /^(?:object|string|array)$/.test(value)) return NOTHING_OF_JSON;
    const start = at + lead.length;
    found.push(...entryHit(value, start, start + value.length, encoded, onPassed));
    at += all.length;
  }
  return found;
}

/** Values of a Kubernetes Secret, in YAML or JSON, each by itself; names and labels stay. */
export const kubernetesSecret: Structure = {
  id: 'kubernetes-secret',
  literals: [
    'kind: secret',
    'kind: "secret"',
    '"kind":"secret"',
    '"kind": "secret"',
    '\\"kind\\":\\"secret\\"',
  ],
  findAt(text, at, onPassed) {
    if (!matchAt(KIND, text, at)) return NOTHING;
    const found: StructureHit[] = [];
    if (/^\\{0,3}"/.test(text.slice(at, at + 4))) {
      const start = Math.max(0, at - 4096);
      const around = text.slice(start, at + 2048);
      JSON_DATA.lastIndex = 0;
      for (
        let match = JSON_DATA.exec(around), count = 0;
        match && count < 4;
        match = JSON_DATA.exec(around), count++
      ) {
        found.push(
          ...jsonEntries(text, start + match.index + match[0].length, match[1] === 'data', onPassed),
        );
      }
      return found;
    }
    // In YAML a key of the document's own: only what quotes the document stands before it.
    if (!/^[> \t|#-]{0,40}$/.test(lineBefore(text, at, 60))) return NOTHING;
    const { start, end } = documentAround(text, at);
    const document = text.slice(start, end);
    DATA.lastIndex = 0;
    for (
      let match = DATA.exec(document), count = 0;
      match && count < 4;
      match = DATA.exec(document), count++
    ) {
      const from = start + match.index + match[0].length;
      const next = text.indexOf('\n', from) + 1;
      if (next > 0)
        found.push(...entries(text, next, end, (match[1] ?? '').length, match[2] === 'data', onPassed));
    }
    return found;
  },
};
