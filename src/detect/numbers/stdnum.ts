import type { NumberCheck } from './format.ts';

/** What a module of stdnum offers. */
interface Validator {
  validate(value: string): { readonly isValid: boolean };
}

/** A check by stdnum (https://github.com/koblas/stdnum-js) over letters and digits only. */
export function by(validator: Validator): NumberCheck {
  return (compact) => validator.validate(compact).isValid;
}

/** A check by stdnum over the number as it is written, where signs between the digits say something. */
export function byWritten(validator: Validator): NumberCheck {
  return (_, written) => validator.validate(written).isValid;
}
