/**
 * The longest answer that is asked for, in tokens; the format has no request without one. More than this nobody reads,
 * and some hosts refuse a request whose answer might not fit beside the prompt.
 */
const LONGEST = 32_000;

/** Those that write less, by a part of their name (https://docs.anthropic.com/en/docs/about-claude/models/all-models). */
const SHORTER: readonly (readonly [model: RegExp, tokens: number])[] = [
  [/claude-3-(?:opus|sonnet|haiku)/, 4_096],
  [/claude-3-5-/, 8_192],
];
/** What any model of another maker's writes, whose host speaks this format. */
const OF_OTHERS = 8_192;

/** The `max_tokens` to ask a model for. */
export function longestAnswerOf(model: string): number {
  const shorter = SHORTER.find(([name]) => name.test(model))?.[1];
  return shorter ?? (model.includes('claude') ? LONGEST : OF_OTHERS);
}
