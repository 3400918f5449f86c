import { contact, type Kind } from '../kind.ts';

/** Kinds that only a label or the title of a column tells; the others are named in the folders that find them anywhere. */
export const FIELD_KINDS = {
  residence: contact('low', 'PLACE', 'town or postcode of a person', 'tells where somebody lives'),
  'birth-place': contact('low', 'BIRTHPLACE', 'place of birth', 'tells a person from others of the name'),
  'maiden-name': contact('medium', 'MAIDEN_NAME', 'mother’s maiden name', 'answers a security question'),
  nationality: contact('low', 'NATIONALITY', 'nationality', 'tells where somebody comes from'),
  'personal-detail': contact(
    'low',
    'PERSONAL_DETAIL',
    'sex or marital status',
    'says something private of a person',
  ),
  'employee-id': contact('low', 'EMPLOYEE_ID', 'number of an employee', 'names an employee'),
  'customer-id': contact('low', 'CUSTOMER_ID', 'number of a customer', 'names a customer'),
  salary: {
    ...contact('medium', 'SALARY', 'salary of a person', 'tells what somebody earns'),
    signsTell: true,
  },
  'licence-plate': contact('medium', 'LICENCE_PLATE', 'licence plate', 'names a vehicle, and its keeper'),
  username: contact('low', 'USERNAME', 'user name of a person', 'names somebody’s account'),
} as const satisfies Record<string, Kind>;
