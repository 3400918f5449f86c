import type { Airlock, TextOfFile } from '../airlock.ts';
import type { Style } from '../redact/stand-in.ts';
import { Vault } from '../redact/vault.ts';
import { leftSentence, vaultWarning } from '../sentences/vault-file.ts';
import { openInput } from './input.ts';
import { t } from './language.ts';
import { keepOwnNames, ownNames } from './own-names.ts';
import { assertAllowed } from './redact.ts';
import { restoreAll } from './restore.ts';
import { openVaultFile, readVaultFile } from './vault-file.ts';

/** Tells the user something beside the output. */
export type Tell = (sentence: string) => void;

/**
 * The text with a stand-in for every finding, their values kept in a file that the user named: one that has a stand-in
 * there already keeps it. The file is written before anything is returned, so that all of it can be restored.
 *
 * @throws DeniedError where a rule denies the file, VaultFileError where the vault cannot be used; then it is as it was.
 */
export async function redactWithVault(
  airlock: Airlock,
  input: TextOfFile,
  { file, style }: { readonly file: string; readonly style: Style },
  tell: Tell,
): Promise<string> {
  assertAllowed(airlock, input.file);
  // Found before the vault is taken, so that no other call waits for a scan.
  const found = await airlock.find([input.text]);
  const vaultFile = await openVaultFile(file);
  try {
    const { standIns, literals } = vaultFile.kept;
    const vault = Vault.of(standIns, { styleOf: () => style });
    keepOwnNames(literals, vault);
    const own = ownNames(input.text, vault);
    const [redacted] = await airlock.redact({ vault }, [input.text], found);
    if (!redacted) throw new Error('nothing came back');
    await vaultFile.save({
      standIns: vault.standIns(),
      literals: [...new Set([...literals, ...own])],
    });
    tell(vaultWarning(file, t));
    return redacted.text;
  } finally {
    await vaultFile.close();
  }
}

/**
 * Writes a text with the values of a vault put back.
 *
 * @returns 0, or 1 where stand-ins are left that the vault has no value for; then nothing was written, unless the text is
 * too long to be kept back.
 * @throws VaultFileError where the vault cannot be used.
 */
export async function restoreWithVault(
  file: string,
  input: string | undefined,
  write: (bytes: string) => Promise<void>,
  tell: Tell,
): Promise<0 | 1> {
  const { left, printed } = await restoreAll(openInput(input), await readVaultFile(file), write);
  if (left.length === 0) return 0;
  tell(leftSentence(left, file, printed, t));
  return 1;
}
