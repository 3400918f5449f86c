/**
 * Parses each of several texts: what is wrong with it in a line, undefined where nothing is. Several at once, since some
 * parsers are programs that take longer to start than to parse.
 */
export type Parse = (texts: readonly string[]) => Promise<readonly (string | undefined)[]>;

/** A parser in this process that throws at what it cannot parse, or says what is wrong. */
export function parseEach(parse: (text: string) => unknown): Parse {
  return async (texts) => {
    const faults: (string | undefined)[] = [];
    for (const text of texts) {
      try {
        const told = await parse(text);
        faults.push(typeof told === 'string' ? told : undefined);
      } catch (error) {
        faults.push(firstLine(error instanceof Error ? error.message : String(error)));
      }
    }
    return faults;
  };
}

/** The first line of a message that says something, short enough for a report. */
export function firstLine(message: string): string {
  return (message.split('\n').find((line) => line.trim() !== '') ?? 'it does not parse').slice(0, 200);
}

/** What differs between what was expected and what is there, if anything does. */
export function difference(expected: readonly string[], there: readonly string[]): string | undefined {
  const at = expected.findIndex((one, i) => one !== there[i]);
  if (at < 0 && expected.length === there.length) return undefined;
  return `${expected[at] ?? 'the end'} became ${there[at < 0 ? expected.length : at] ?? 'the end'}`;
}
