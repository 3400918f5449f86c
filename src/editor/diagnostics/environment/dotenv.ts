/** A variable as a file of variables has it. */
export interface Variable {
  readonly name: string;
  /** Undefined where it is written in a way that programs read differently. */
  readonly value: string | undefined;
}

/** What is added to a file of variables, and the name that its value has there. */
export interface Added {
  readonly name: string;
  /** Goes to the end of the file; empty where the value is there already. */
  readonly text: string;
}

const LINE = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*(.*?)[ \t]*$/;
/** What needs no quotes in any program that reads such files, shells among them. */
const BARE = /^[\w./:@%+=,-]+$/;

/** The variables of a file, in order. */
export function variablesOf(text: string): readonly Variable[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, written] = LINE.exec(line) ?? [];
      return name === undefined || written === undefined ? [] : [{ name, value: readValue(written) }];
    });
}

function readValue(written: string): string | undefined {
  if (BARE.test(written)) return written;
  const [, quote, value] = /^(["'])(.*)\1$/.exec(written) ?? [];
  if (quote === undefined || value === undefined) return undefined;
  return quote === "'"
    ? value.includes("'")
      ? undefined
      : value
    : /["\\$`]/.test(value)
      ? undefined
      : value;
}

/**
 * A value as it is written into a file of variables, so that dotenv, Compose and a shell read the same; undefined
 * where there is no such way.
 */
export function quoted(value: string): string | undefined {
  if (BARE.test(value)) return value;
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(value)) return undefined;
  if (!value.includes("'")) return `'${value}'`;
  return /["\\$`!]/.test(value) ? undefined : `"${value}"`;
}

/**
 * What to add to a file of variables so that it has a value: nothing where it has it already, under whichever name;
 * otherwise under the name asked for, or with a number where that is taken.
 *
 * @returns undefined where the value cannot be written there.
 */
export function addVariable(text: string, wanted: string, value: string): Added | undefined {
  const variables = variablesOf(text);
  const written = quoted(value);
  if (written === undefined) return undefined;
  // The last of a name is the one that holds.
  const inForce = new Map(variables.map((one) => [one.name, one.value]));
  const there = [...inForce].find(([name, one]) => one === value && /^[A-Za-z_]\w*$/.test(name));
  if (there) return { name: there[0], text: '' };
  let name = wanted;
  for (let number = 2; inForce.has(name); number++) name = `${wanted}_${number}`;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const apart = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return { name, text: `${apart}${name}=${written}${lineEnd}` };
}
