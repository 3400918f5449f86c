import type { SecretLintRuleCreator } from '@secretlint/types';
import type { Evidence } from './finding.ts';
import { kindOf, type KindId } from './kinds.ts';

/** A place a rule of our own reports; offsets are UTF-16 code units into the content it was given. */
export interface Hit {
  readonly kind: KindId;
  readonly start: number;
  readonly end: number;
  readonly evidence: Evidence;
}

/** What a rule of our own is made of. */
export interface RuleDefinition {
  /** Id without our scope, such as `email`. */
  readonly id: string;
  readonly kinds: readonly KindId[];
  /** Must take time linear in the content. */
  find(content: string): Iterable<Hit>;
}

/** The scope all our rules stand under. */
export const OWN_SCOPE = '@prompt-airlock/';

/**
 * Makes a secretlint rule of a definition, so that it runs in secretlint's own CLI too.
 *
 * The message id is the kind; the message and its data never hold the value.
 */
export function defineRule(definition: RuleDefinition): SecretLintRuleCreator {
  const messages = Object.fromEntries(
    definition.kinds.map((kind) => [
      kind,
      { en: ({ evidence }: { evidence: Evidence }) => `found: ${kindOf(kind).name} (by its ${evidence})` },
    ]),
  );
  return {
    messages,
    meta: {
      id: OWN_SCOPE + definition.id,
      recommended: true,
      type: 'scanner',
      supportedContentTypes: ['text'],
    },
    create(context) {
      const t = context.createTranslator(messages);
      return {
        file(source) {
          for (const { kind, start, end, evidence } of definition.find(source.content)) {
            // What is said beside the message becomes its `data`; never the value.
            context.report({ message: t(kind, { evidence }), range: [start, end] });
          }
        },
      };
    },
  };
}
