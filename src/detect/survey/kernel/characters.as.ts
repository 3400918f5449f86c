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

/** Which of 16 characters are letters or digits, as bits. */
export function alphanumerics(chars: v128): i32 {
  const lower = v128.or(chars, i8x16.splat(32));
  const letter = v128.and(i8x16.gt_s(lower, i8x16.splat(96)), i8x16.lt_s(lower, i8x16.splat(123)));
  const digit = v128.and(i8x16.gt_s(chars, i8x16.splat(47)), i8x16.lt_s(chars, i8x16.splat(58)));
  return i8x16.bitmask(v128.or(letter, digit));
}
