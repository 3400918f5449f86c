/** Classes of bytes. */

export function isDigit(code: u8): bool {
  return <u8>(code - 48) < 10;
}

export function isAlphanumeric(code: u8): bool {
  return <u8>(code - 48) < 10 || <u8>((code | 32) - 97) < 26;
}

export function isCapital(code: u8): bool {
  return <u8>(code - 65) < 26;
}

export function isSmall(code: u8): bool {
  return <u8>(code - 97) < 26;
}

export function isLetter(code: u8): bool {
  return <u8>((code | 32) - 97) < 26;
}
