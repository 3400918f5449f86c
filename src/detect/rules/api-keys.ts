import type { Evidence } from '../finding.ts';
import type { KindId } from '../kinds.ts';
import { defineRule } from '../rule.ts';

/** One format of a key: the characters it starts with, or the word it needs beside it. */
interface Format {
  readonly kind: KindId;
  readonly evidence: Evidence;
  /** Global, bounded; the key is the group `key`. */
  readonly pattern: RegExp;
}

const FORMATS: readonly Format[] = [
  {
    kind: 'nvidia-api-key',
    evidence: 'shape',
    pattern: /(?<![A-Za-z0-9_])(?<key>nvapi-[\w-]{60,128})/dgi,
  },
  {
    kind: 'openrouter-api-key',
    evidence: 'shape',
    pattern: /(?<![A-Za-z0-9_])(?<key>sk-or-v1-[0-9a-f]{64})(?![A-Za-z0-9])/dgi,
  },
  {
    kind: 'google-api-key',
    evidence: 'shape',
    pattern: /(?<![A-Za-z0-9_])(?<key>AIza[\w-]{35})(?![\w-])/dg,
  },
  {
    // No prefix of its own: 32 letters and digits, known by the name beside it. A digest has one case only.
    kind: 'deepinfra-api-key',
    evidence: 'context',
    pattern:
      /(?:[Dd]eep[Ii]nfra|DEEPINFRA)[^\n]{0,80}?(?<![A-Za-z0-9/_-])(?<key>(?=[A-Za-z0-9]{0,31}[A-Z])(?=[A-Za-z0-9]{0,31}[a-z])(?=[A-Za-z0-9]{0,31}\d)[A-Za-z0-9]{32})(?![A-Za-z0-9])/dg,
  },
];

/** Keys of AI providers that secretlint's preset does not know. */
export const apiKeys = defineRule({
  id: 'api-keys',
  kinds: FORMATS.map(({ kind }) => kind),
  *find(content) {
    for (const { kind, evidence, pattern } of FORMATS) {
      for (const match of content.matchAll(pattern)) {
        const range = match.indices?.groups?.['key'];
        if (range) yield { kind, start: range[0], end: range[1], evidence };
      }
    }
  },
});
