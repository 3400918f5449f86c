/** Our detectors as a rule of secretlint, so that they run in secretlint's own CLI too. */
import type { SecretLintRuleCreator } from '@secretlint/types';
import { KIND_IDS, kindOf } from './kinds.ts';
import { mergeFindings } from './merge.ts';
import { OWN_SCOPE } from './rule.ts';
import { DETECTORS } from './rules.ts';
import { findIn } from './scan-text.ts';

const messages = Object.fromEntries(
  KIND_IDS.map((kind) => [
    kind,
    { en: ({ evidence }: { evidence: string }) => `found ${kindOf(kind).name} (by its ${evidence})` },
  ]),
);

/** The rule; the message id is the kind, and neither message nor data hold the value. */
export const creator: SecretLintRuleCreator = {
  messages,
  meta: {
    id: `${OWN_SCOPE}secretlint-rule`,
    recommended: true,
    type: 'scanner',
    supportedContentTypes: ['text'],
  },
  create(context) {
    const t = context.createTranslator(messages);
    return {
      async file({ content }) {
        for (const { kind, start, end, evidence } of mergeFindings(await findIn(content, DETECTORS))) {
          context.report({ message: t(kind, { evidence }), range: [start, end] });
        }
      },
    };
  },
};
