import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Finding } from '../../../src/detect/finding.ts';
import { packed, unpacked } from '../../../src/detect/packed.ts';
import {
  packedAsideReply,
  packedScanReply,
  unpackedAsideReply,
  unpackedScanReply,
} from '../../../src/host/packed-replies.ts';

const plain = fc.record({
  rule: fc.constantFrom('@prompt-airlock/email', '@prompt-airlock/secrets'),
  class: fc.constantFrom('secret', 'pii'),
  kind: fc.constantFrom('email', 'api-key', 'custom:high:Ours'),
  severity: fc.constantFrom('high', 'low'),
  start: fc.nat(2 ** 31 - 1),
  end: fc.nat(2 ** 31 - 1),
  evidence: fc.constantFrom('shape', 'context'),
});
const rest = fc.record(
  {
    through: fc.constant(['base64'] as const),
    inside: fc.array(plain, { maxLength: 3 }),
    table: fc.record({ id: fc.nat(), column: fc.nat(), row: fc.nat() }),
    named: fc.constant(true as const),
    declaredBy: fc.constant('airlock.json'),
    covers: fc.array(plain, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const finding: fc.Arbitrary<Finding> = fc
  .tuple(plain, rest)
  .map(([one, more]) => structuredClone({ ...one, ...more }));

describe('findings that go from thread to thread', () => {
  it('are the same there', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 40 }), (findings) => {
        assert.deepEqual(unpacked(structuredClone(packed(findings))), findings);
        const scan = packedScanReply({ id: 3, findings: [findings, []] });
        assert.deepEqual(unpackedScanReply(structuredClone(scan)), { id: 3, findings: [findings, []] });
        const aside = packedAsideReply({ id: 4, each: [[], findings] });
        assert.deepEqual(unpackedAsideReply(structuredClone(aside)), { id: 4, each: [[], findings] });
      }),
    );
  });

  it('may be none at all, for a reason', () => {
    const failed = { id: 1, failure: 'too-large', size: 9 } as const;
    assert.deepEqual(unpackedScanReply(packedScanReply(failed)), failed);
    assert.deepEqual(unpackedAsideReply(packedAsideReply(failed)), failed);
  });

  it('are a failure where something is missing', () => {
    const broken = { sorts: [], columns: new Int32Array(3), rests: new Map() };
    assert.deepEqual(unpackedScanReply({ id: 1, lists: [broken] }), { id: 1, failure: 'rule-failed' });
    assert.deepEqual(unpackedAsideReply({ id: 1, lists: [broken] }), { id: 1, failure: 'rule-failed' });
  });
});
