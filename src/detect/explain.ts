import { KEY_WORDS } from './context/key-names.ts';
import { whyNot } from './context/assignments.ts';
import { createLiteralFinder } from './engine/literals.ts';

/** Something that looked like a secret by its name, and why it is no finding. */
export interface PassedOver {
  /** Where the name stands, in UTF-16 code units. */
  readonly at: number;
  /** Name of the exclusion, or `too-weak` where the value was judged to be none. */
  readonly exclusion: string;
}

const finder = createLiteralFinder(KEY_WORDS.map((text) => ({ text, exact: false, value: text })));

/** What was let pass, each with the name of the exclusion that did. Holds no value. */
export function explainPassed(text: string): PassedOver[] {
  const passed = new Map<number, string>();
  finder.find(text, (at) => {
    const exclusion = whyNot(text, at);
    if (exclusion !== undefined && exclusion !== 'no-value') passed.set(at, exclusion);
  });
  return [...passed].map(([at, exclusion]) => ({ at, exclusion })).sort((a, b) => a.at - b.at);
}
