import { contact, type Kind } from '../kind.ts';

/** Kinds of ways to reach a person. */
export const CONTACT_KINDS = {
  email: contact('medium', 'EMAIL', 'e-mail address', 'names a person'),
  phone: contact('medium', 'PHONE', 'phone number', 'reaches a person'),
} as const satisfies Record<string, Kind>;
