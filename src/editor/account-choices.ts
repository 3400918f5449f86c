import { type AccountFacts, type AccountField, fieldKey, withAnswer } from '../policy/accounts.ts';
import type { OpenQuestion } from '../policy/questions.ts';
import { fieldText, optionEffect, optionLabel } from '../sentences/question.ts';
import type { Translate } from '../sentences/translate.ts';

/** What can be picked when the user is asked about an account. */
export interface AccountChoice {
  readonly label: string;
  readonly detail: string;
  /** What is stated of the account once it is picked; undefined for what states nothing. */
  readonly stated: AccountFacts | undefined;
  /** Whether to ask on: something was taken back and may be stated anew. */
  readonly again: boolean;
}

/** The answers to the open question, then what was stated already, to be taken back. */
export function accountChoices(
  question: OpenQuestion | undefined,
  stated: AccountFacts,
  t: Translate,
): readonly AccountChoice[] {
  return [...answers(question, stated, t), ...statements(stated, t)];
}

function answers(question: OpenQuestion | undefined, stated: AccountFacts, t: Translate): AccountChoice[] {
  if (question === undefined) return [];
  const { field, name } = question;
  return [
    ...question.options.map((option) => ({
      label: optionLabel(option, t),
      detail: optionEffect(option, t),
      stated: withAnswer(stated, { field, name }, option.values[0]),
      again: false,
    })),
    {
      label: t("I don't know"),
      detail: t('It is not asked again, and stays the worst case'),
      stated: withAnswer(stated, { field, name }, null),
      again: false,
    },
    {
      label: t('Ask me later'),
      detail: t('Nothing changes'),
      stated: undefined,
      again: false,
    },
  ];
}

function statements(stated: AccountFacts, t: Translate): AccountChoice[] {
  const { plan, region, settings = {}, unknown = [] } = stated;
  const one = (field: AccountField, value: string | undefined): AccountChoice[] =>
    value === undefined
      ? []
      : [
          {
            label: t('Forget: {0} is {1}', fieldText(field, t), value),
            detail: t('You are asked again'),
            stated: withoutField(stated, field),
            again: true,
          },
        ];
  const choices = [
    ...one({ field: 'plan', name: null }, plan),
    ...one({ field: 'region', name: null }, region),
    ...Object.entries(settings).flatMap(([name, value]) => one({ field: 'setting', name }, value)),
    ...unknown.flatMap((key) => one(fieldOf(key), t('not known'))),
  ];
  const all = { label: t('Forget all of it'), detail: '', stated: {}, again: false };
  return choices.length > 1 ? [...choices, all] : choices;
}

/** What was stated, as if the field had never been asked for. */
function withoutField(stated: AccountFacts, field: AccountField): AccountFacts {
  const { unknown = [], ...rest } = withAnswer(stated, field, null);
  const others = unknown.filter((key) => key !== fieldKey(field));
  return others.length === 0 ? rest : { ...rest, unknown: others };
}

function fieldOf(key: string): AccountField {
  if (key.startsWith('setting:')) return { field: 'setting', name: key.slice('setting:'.length) };
  return { field: key === 'region' ? 'region' : 'plan', name: null };
}
