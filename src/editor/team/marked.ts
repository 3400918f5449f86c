import { type DeclaredValues, markTestValues } from '../../detect/test-values.ts';
import type { Scan } from '../../detect/finding.ts';
import { openScrypt } from '../../host/scrypt.ts';
import { createFingerprint } from '../../wire/fingerprint.ts';
import type { WindowRules } from '../window-rules.ts';

/** The rules that say what is declared, and whether that is believed. */
export type DeclaringRules = Pick<WindowRules, 'settings' | 'team'>;

/**
 * A scan that marks what files of the trusted workspace declare to be made up, unless the user refuses them all.
 * @param most how many values are compared in all, where it is not for a prompt.
 */
export function markedByWorkspace(scan: Scan, rules: DeclaringRules, most?: number): Scan {
  const declared = (): readonly DeclaredValues[] =>
    rules.settings.testValues
      ? rules.team.testValues.map(({ salt, hashes, source }) => ({ salt, hashes, file: source.file }))
      : [];
  return markTestValues(scan, {
    declared,
    hash: openScrypt(),
    fingerprint: createFingerprint(),
    ...(most !== undefined && { most }),
  });
}
