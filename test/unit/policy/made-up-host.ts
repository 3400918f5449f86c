import { CITES, HOST } from './made-up.ts';

/** A host with rules of its own, as an entry of a catalogue, and what its rules say. */
export const VOCABULARY = {
  plans: ['free', 'paid'],
  regions: ['EEA'],
  settings: { zdr: ['on', 'off'] },
  features: ['search'],
};
export const rule = (id: string, when: object, more: object = {}) => ({
  id,
  when,
  cites: CITES,
  confidence: 'high',
  ...more,
});
export const host = (rules: readonly object[], more: object = {}) => ({
  ...HOST,
  vocabulary: VOCABULARY,
  rules,
  ...more,
});
export const training = (value: string) => ({ set: { trainsOnInputs: { value } } });
export const kept = (term: string) => ({
  set: { retention: [{ what: 'prompt+output', term, why: 'made up' }] },
});
export const told = (rules: readonly string[], fact = 'training') => ({
  ambiguities: [{ id: 'a', what: 'Two pages differ.', reading: 'The strict one holds.', fact, rules }],
});
