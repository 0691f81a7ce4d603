import type { Rule } from '../rule.ts';
import { accountId } from './account-id.ts';
import { bankAccount } from './bank-account.ts';
import { birthDate } from './birth-date.ts';
import { cardNumber } from './card-number.ts';
import { careFacility } from './care-facility.ts';
import { caseNumber } from './case-number.ts';
import { emailAddress } from './email-address.ts';
import { employer } from './employer.ts';
import { exactAge } from './exact-age.ts';
import { exactAmount } from './exact-amount.ts';
import { exactDate } from './exact-date.ts';
import { idNumber } from './id-number.ts';
import { medicalInstitution } from './medical-institution.ts';
import { nationality } from './nationality.ts';
import { personName } from './person-name.ts';
import { phoneNumber } from './phone-number.ts';
import { place } from './place.ts';
import { postalCode } from './postal-code.ts';
import { profileUrl } from './profile-url.ts';
import { school } from './school.ts';
import { streetAddress } from './street-address.ts';
import { vehicleNumber } from './vehicle-number.ts';

/** Every rule: direct identifiers first, then what helps to identify. */
export const RULES: readonly Rule[] = [
  personName,
  phoneNumber,
  emailAddress,
  streetAddress,
  postalCode,
  birthDate,
  idNumber,
  caseNumber,
  bankAccount,
  cardNumber,
  vehicleNumber,
  accountId,
  profileUrl,
  exactAge,
  exactDate,
  place,
  school,
  medicalInstitution,
  employer,
  careFacility,
  exactAmount,
  nationality,
];
