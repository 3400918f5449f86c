/** So many labels in a row have to come to nothing, close behind one another, before the next of the row are passed over. */
const ENOUGH = 400;
/** Labels further apart than this, in UTF-16 code units, are each looked at. */
const NEAR = 40;

/** Tells rows of labels that come to nothing hundreds of times, such as `Name: a1Name: a2Name: a3…`. */
export interface Thrift {
  /** Whether a place goes on with such a row. Places of a sign have to be asked for in their order. */
  isIdle(at: number): boolean;
  /** To be called with a place where something was found, or not. */
  saw(at: number, found: boolean): void;
}

/** Makes one for one sign of a text. It holds numbers only. */
export function thrift(): Thrift {
  let last = -NEAR;
  let row = 0;
  return {
    isIdle(at) {
      if (row < ENOUGH || at - last > NEAR) return false;
      last = at;
      return true;
    },
    saw(at, found) {
      row = !found && at - last <= NEAR ? row + 1 : 0;
      last = at;
    },
  };
}
