import { kindOf } from '../../../detect/kinds.ts';

/** The name that a value is assigned to, passed as or keyed by, right before it. */
const ASSIGNED =
  /(?<![\w$\u0080-\uffff-])([A-Za-z_$][\w$-]{0,80})["']?\]?\s*(?:\?|!)?(?::\s*[\w<>|&*'?.[\], ]{1,60}?)?\s*(?::=|=>|=(?!=)|:)\s*(?:new\s+\w+\(\s*)?["'`]?$/;
/** Variables that programs are started by; a file of variables must not set them. */
const RESERVED =
  /^(?:NODE_OPTIONS|NODE_PATH|LD_\w+|DYLD_\w+|GIT_\w+|JAVA_TOOL_OPTIONS|PYTHON\w*|RUBYOPT|PERL5\w*|BASH_ENV|PROMPT_COMMAND|HTTP_PROXY|HTTPS_PROXY|ALL_PROXY|NO_PROXY|SSL_\w+)$/;
const LONGEST = 60;

/**
 * The name of the variable that a value moves to: what it is assigned to, in capitals (`stripeKey` → `STRIPE_KEY`), or its
 * kind's stand-in. A name of one word says less than the kind does, and may be one of the system's.
 *
 * @param before what stands before the value in the source.
 */
export function variableNameFor(before: string, kind: string): string {
  const { placeholder } = kindOf(kind);
  const assigned = ASSIGNED.exec(before.slice(-300))?.[1] ?? '';
  const name = assigned
    .replace(/^[^A-Za-z]+/, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replace(/_+$/, '')
    .toUpperCase();
  return name.includes('_') && name.length <= LONGEST && !RESERVED.test(name) ? name : placeholder;
}
