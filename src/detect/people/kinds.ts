import { contact, type Kind, regulated } from '../kind.ts';

/** Kinds that say in free text who somebody is, where they live, and what nobody else has to know. */
export const PEOPLE_KINDS = {
  'person-name': contact('medium', 'PERSON', 'name of a person', 'says who somebody is'),
  'postal-address': contact('medium', 'ADDRESS', 'postal address', 'tells where somebody lives'),
  'customer-organisation': contact(
    'low',
    'CUSTOMER',
    'name of a customer',
    'tells whom the company works for',
  ),
  'health-data': regulated('HEALTH', 'health of a person', 'tells what somebody suffers from or takes'),
  'special-category': regulated(
    'SENSITIVE',
    'belief, origin or conviction of a person',
    'tells what nobody may be judged by',
  ),
} as const satisfies Record<string, Kind>;
