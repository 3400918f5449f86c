import { runEnd } from '../numbers/digit-runs.ts';
import type { RuleDefinition } from '../rule.ts';

const NAME = /(?<![A-Za-z0-9])(?:aws_?)?account(?:_?id)?["']?\s{0,4}(?::|=>|=)\s{0,4}["']?$/i;
/** A name and what stands between it and the number, in UTF-16 code units. */
const REACH = 32;
const WHOLE = /[0-9]{4}-?[0-9]{4}-?[0-9]{4}(?![0-9-])/y;

/** Those of AWS's own documents. */
const SAMPLES: ReadonlySet<string> = new Set([
  '123456789012',
  '012345678901',
  '111122223333',
  '444455556666',
  '210987654321',
  '000000000000',
]);

/** AWS account ids, known by the name they are given to: twelve digits, in one or in three groups. */
export const awsAccountId: RuleDefinition = {
  id: 'aws-account-id',
  kinds: ['aws-account-id'],
  *find(content, { digits }) {
    for (let i = 0; i < digits.length; i++) {
      const start = digits.first(i);
      const length = runEnd(content, digits.second(i)) - start;
      if (length !== 12 && length !== 4 && length !== 8) continue;
      WHOLE.lastIndex = start;
      const id = WHOLE.exec(content)?.[0];
      if (id === undefined || !NAME.test(content.slice(Math.max(0, start - REACH), start))) continue;
      if (SAMPLES.has(id.replaceAll('-', ''))) continue;
      yield { kind: 'aws-account-id', start, end: start + id.length, evidence: 'context' };
    }
  },
};
