import type { RuleDefinition } from '../rule.ts';

const ASSIGNED =
  /(?<![A-Za-z0-9])(?:aws_?)?account(?:_?id)?["']?\s{0,4}(?::|=>|=)\s{0,4}["']?(?<id>[0-9]{4}-?[0-9]{4}-?[0-9]{4})(?![0-9-])/dgi;

/** AWS account ids, known by the name they are given to: twelve digits, in one or in three groups. */
export const awsAccountId: RuleDefinition = {
  id: 'aws-account-id',
  kinds: ['aws-account-id'],
  *find(content) {
    for (const match of content.matchAll(ASSIGNED)) {
      const range = match.indices?.groups?.['id'];
      if (range) yield { kind: 'aws-account-id', start: range[0], end: range[1], evidence: 'context' };
    }
  },
};
