import { fragmentOf, newSalt, toBase64 } from '../airlock/declare-test-value.ts';
import { MOST_TEST_VALUES, readSalt } from '../decide/team/test-values.ts';
import {
  type HashTestValue,
  isDeclarable,
  LONGEST_TEST_VALUE,
  SHORTEST_TEST_VALUE,
} from '../detect/test-values.ts';
import { t } from './language.ts';
import { UsageError } from './usage.ts';

/**
 * What a policy file says to declare some values, as JSON: their hashes, never the values.
 *
 * @param text a value a line; empty lines are passed over.
 * @param salt in base64, that of the file it is for; a new one where it is left out.
 * @throws UsageError naming the line that cannot be declared, by its number.
 */
export async function testValuesAsJson(
  text: string,
  salt: string | undefined,
  hash: HashTestValue,
): Promise<string> {
  const bytes = salt === undefined ? newSalt() : readSalt(salt);
  if (!bytes) throw new UsageError(t('--salt takes 16 to 64 bytes in base64'));
  const values = new Set<string>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    if (!isDeclarable(line)) {
      throw new UsageError(
        t('line {0}: a test value has {1} to {2} characters', i + 1, SHORTEST_TEST_VALUE, LONGEST_TEST_VALUE),
      );
    }
    values.add(line);
  }
  if (values.size === 0)
    throw new UsageError(t('test-value reads the values from standard input, one a line'));
  if (values.size > MOST_TEST_VALUES)
    throw new UsageError(t('a file declares {0} test values at most', MOST_TEST_VALUES));
  const hashes = await Promise.all(Array.from(values, async (value) => toBase64(await hash(value, bytes))));
  return `{\n  ${fragmentOf(bytes, hashes, '  ')}\n}\n`;
}
