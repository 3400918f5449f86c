import type { Check } from '../field.ts';
import { judgeDate } from './dates.ts';
import { judgeHealth } from './health.ts';
import { judgeName } from './names.ts';
import {
  judgeInsurance,
  judgeMail,
  judgeNumber,
  judgePhone,
  judgePlate,
  judgeSalary,
  judgeUsername,
} from './numbers.ts';
import {
  judgeAddress,
  judgeCity,
  judgePlace,
  judgePostcode,
  judgePostcodeCity,
  judgeStreet,
} from './places.ts';
import { judgeBloodGroup, judgeCompany, judgeNationality, judgeTrait } from './traits.ts';
import { type Form, NO, type Verdict } from './verdict.ts';

const JUDGES: Readonly<Record<Check, (value: string, form: Form) => Verdict>> = {
  name: judgeName,
  'person-or-company': (value, form) => judgeName(value, form) || judgeCompany(value),
  company: judgeCompany,
  street: judgeStreet,
  address: judgeAddress,
  city: judgeCity,
  postcode: judgePostcode,
  'postcode-city': judgePostcodeCity,
  date: judgeDate,
  place: judgePlace,
  phone: judgePhone,
  mail: judgeMail,
  number: judgeNumber,
  insurance: judgeInsurance,
  salary: judgeSalary,
  plate: judgePlate,
  username: judgeUsername,
  nationality: judgeNationality,
  trait: judgeTrait,
  blood: judgeBloodGroup,
  health: judgeHealth,
};

/** Verdicts on the values of a text, so that one which is full of the same is not judged anew. */
const verdicts = new Map<string, Verdict>();
const MOST = 2_048;

/** Forgets the values of the last text. */
export function forgetValues(): void {
  verdicts.clear();
}

/** How much a value looks like what a field of that check holds. */
export function judge(check: Check, value: string, form: Form): Verdict {
  if (value === '') return NO;
  const key = `${check} ${form} ${value}`;
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const verdict = JUDGES[check](value, form);
  if (verdicts.size === MOST) verdicts.clear();
  verdicts.set(key, verdict);
  return verdict;
}
