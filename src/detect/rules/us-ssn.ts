import type { RuleDefinition } from '../rule.ts';

// Never issued: area 000, 666 and 900-999, group 00, serial 0000 (Social Security Administration, POMS RM 10201).
const VALID = '(?!000|666|9)\\d{3}SEP(?!00)\\d{2}SEP(?!0000)\\d{4}';
const WRITTEN = new RegExp(
  `(?<![\\w.-])${VALID.replace('SEP', '([- ])').replace('SEP', '\\1')}(?![\\w-]|\\.\\d)`,
  'g',
);
const BARE_IN_CONTEXT = new RegExp(
  `(?:\\bssn|social[ _-]?security)[^\\d\\n]{0,30}(?<number>${VALID.replaceAll('SEP', '')})(?![\\w-])`,
  'dgi',
);

/** Numbers that were printed on specimen cards or in advertisements, and so are nobody's. */
const DUMMIES = new Set(['078051120', '219099999', '123456789']);

/** US Social Security numbers: with their separators anywhere, as nine digits only after a word that says so. */
export const usSsn: RuleDefinition = {
  id: 'us-ssn',
  kinds: ['us-ssn'],
  *find(content) {
    for (const match of content.matchAll(WRITTEN)) {
      if (DUMMIES.has(match[0].replace(/[- ]/g, ''))) continue;
      yield { kind: 'us-ssn', start: match.index, end: match.index + match[0].length, evidence: 'shape' };
    }
    for (const match of content.matchAll(BARE_IN_CONTEXT)) {
      const range = match.indices?.groups?.['number'];
      if (!range || DUMMIES.has(content.slice(...range))) continue;
      yield { kind: 'us-ssn', start: range[0], end: range[1], evidence: 'context' };
    }
  },
};
