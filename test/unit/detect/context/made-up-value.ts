/** Letters and digits of a made-up value; the same number gives the same value. */
function* numbers(seed: number): Generator<number> {
  let state = seed * 2654435761;
  for (;;) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield state >>> 8;
  }
}

const SHORTHANDS: Readonly<Record<string, string>> = { s: '', S: 'A-Za-z0-9', d: '0-9' };

/** A value of the shape, a pattern as the rows have it: classes, counts, groups, alternatives; nothing more. */
export function madeUp(shape: string, seed: number): string {
  const random = numbers(seed);
  const pick = (count: number): number => (random.next().value ?? 0) % count;
  let at = 0;

  const sequence = (): string => {
    const branches = [''];
    while (at < shape.length && shape[at] !== ')') {
      if (shape[at] === '|') {
        branches.push('');
        at += 1;
        continue;
      }
      const from = at;
      const one = atom();
      const [least, most] = count();
      const end = at;
      let text = '';
      for (let left = most > 300 ? least : least + pick(most - least + 1); left > 0; left--) {
        at = from;
        text += left === 1 && least === 1 ? one : atom();
      }
      at = end;
      branches[branches.length - 1] += text;
    }
    return branches[pick(branches.length)] ?? '';
  };

  const atom = (): string => {
    const unit = shape.charAt(at);
    at += 1;
    if (unit === '(') {
      at += shape.startsWith('?:', at) ? 2 : 0;
      const text = sequence();
      at += 1;
      return text;
    }
    if (unit === '[') {
      const end = shape.indexOf(']', at);
      const units = unitsOf(shape.slice(at, end));
      at = end + 1;
      return units.charAt(pick(units.length));
    }
    if (unit !== '\\') return unit;
    at += 1;
    return shape.charAt(at - 1);
  };

  const count = (): readonly [number, number] => {
    if (shape[at] === '?') {
      at += 1;
      return [0, 1];
    }
    const match = /^\{(\d+)(?:,(\d+))?\}/.exec(shape.slice(at));
    if (match === null) return [1, 1];
    at += match[0].length;
    return [Number(match[1]), Number(match[2] ?? match[1])];
  };

  return sequence();
}

/** The characters of a class. One that is left out gives letters and digits. */
function unitsOf(body: string): string {
  if (body.startsWith('^')) return unitsOf('A-Za-z0-9');
  let units = '';
  for (let i = 0; i < body.length; i++) {
    const unit = body.charAt(i);
    if (unit === '\\') {
      i += 1;
      const shorthand = SHORTHANDS[body.charAt(i)];
      units += shorthand === undefined ? body.charAt(i) : unitsOf(shorthand);
    } else if (body[i + 1] === '-' && i + 2 < body.length) {
      for (let code = unit.charCodeAt(0); code <= body.charCodeAt(i + 2); code++)
        units += String.fromCharCode(code);
      i += 2;
    } else units += unit;
  }
  return units;
}
