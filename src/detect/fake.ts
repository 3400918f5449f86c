/**
 * Whether a secret's form is filled with one and the same character (`ghp_xxxxxxxx…`, `sk_live_00000000…`), as
 * people write who mean that something belongs there. Twelve in a row are beyond chance in any real token.
 */
export function isPlainlyFake(value: string): boolean {
  return /([A-Za-z0-9*])\1{11}/.test(value);
}
