import type { AccountField } from '../policy/accounts.ts';
import type { PolicyFacts } from '../policy/facts.ts';
import { OTHER, type OpenQuestion, type QuestionOption } from '../policy/questions.ts';
import { inSeries } from './policy-words.ts';
import type { Translate } from './translate.ts';

/** The question to put to the user. */
export function questionText({ provider, providerName, field, name }: OpenQuestion, t: Translate): string {
  switch (field) {
    case 'plan':
      return provider === 'google-gemini-api'
        ? t('Is your Gemini key on a paid plan?')
        : t('Which plan is your account with {0} on?', providerName);
    case 'region':
      return t('Where is your account with {0} registered?', providerName);
    case 'setting':
      return t('What is "{0}" set to in your account with {1}?', name ?? '', providerName);
  }
}

/** An answer as a label. */
export function optionLabel({ values }: QuestionOption, t: Translate): string {
  return values.map((value) => (value === OTHER ? t('None of the others') : value)).join(' · ');
}

/** What an answer would change, in a line. */
export function optionEffect({ grade, best, worst, changes }: QuestionOption, t: Translate): string {
  const graded = best === worst ? t('Grade {0}', grade) : t('Grade {0}, from {1} to {2}', grade, best, worst);
  if (changes.length === 0) return t('{0}; what counts now stays', graded);
  return t(
    '{0}; changes {1}',
    graded,
    inSeries(
      changes.map((fact) => factName(fact, t)),
      t,
    ),
  );
}

/** A fact of an account by the name the settings have for it. */
export function fieldText({ field, name }: AccountField, t: Translate): string {
  return { plan: t('plan'), region: t('region'), setting: `"${name ?? ''}"` }[field];
}

function factName(fact: keyof PolicyFacts, t: Translate): string {
  return {
    training: t('training'),
    retention: t('what is kept'),
    humanReview: t('who sees it'),
    metadataLogging: t('records of use'),
    passThrough: t('whom it is passed on to'),
    zdr: t('zero retention'),
    region: t('the region'),
    outputOwnership: t('whose the answers are'),
    restrictions: t('terms of use'),
  }[fact];
}
