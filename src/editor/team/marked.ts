import { type DeclaredValues, markTestValues } from '../../detect/test-values.ts';
import type { Scan } from '../../detect/finding.ts';
import { openScrypt } from '../../host/scrypt.ts';
import { createFingerprint } from '../../wire/fingerprint.ts';
import type { WindowRules } from '../window-rules.ts';

/** A scan that marks what files of the trusted workspace declare to be made up, unless the user refuses them all. */
export function markedByWorkspace(scan: Scan, rules: Pick<WindowRules, 'settings' | 'team'>): Scan {
  const declared = (): readonly DeclaredValues[] =>
    rules.settings.testValues
      ? rules.team.testValues.map(({ salt, hashes, source }) => ({ salt, hashes, file: source.file }))
      : [];
  return markTestValues(scan, { declared, hash: openScrypt(), fingerprint: createFingerprint() });
}
