import { registerEnumType } from '@nestjs/graphql';

import {
  AGREEMENT_CLAUSES,
  CATEGORY_CODES,
  CONSENT_BASES,
  CONSENT_PURPOSES,
  EDUCATIONS,
  GUARDIAN_BASES,
  ID_TYPES,
  INCOME_SOURCES,
  LIVING_SITUATIONS,
  MARITAL_STATUSES,
  MEDICAL_PAYMENTS,
  RELATIONS,
  SEXES,
} from './resident.codes.js';
import { RESIDENCES, RESIDENT_SORTS } from './person/resident.queries.js';

function graphqlEnum(
  name: string,
  values: readonly string[],
  description: string,
): Readonly<Record<string, string>> {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name, description });
  return members;
}

export const SexEnum = graphqlEnum('Sex', SEXES, 'GB/T 2261.1');
export const IdTypeEnum = graphqlEnum('IdType', ID_TYPES, 'The paper an identity rests on');
export const EducationEnum = graphqlEnum('Education', EDUCATIONS, 'GB/T 42195-2022 A.2.9');
export const LivingEnum = graphqlEnum(
  'LivingSituation',
  LIVING_SITUATIONS,
  'GB/T 42195-2022 A.2.10',
);
export const MaritalEnum = graphqlEnum('MaritalStatus', MARITAL_STATUSES, 'GB/T 42195-2022 A.2.11');
export const PaymentEnum = graphqlEnum(
  'MedicalPayment',
  MEDICAL_PAYMENTS,
  'GB/T 42195-2022 A.2.12',
);
export const IncomeEnum = graphqlEnum('IncomeSource', INCOME_SOURCES, 'GB/T 42195-2022 A.2.13');
export const CategoryCodeEnum = graphqlEnum(
  'CategoryCode',
  CATEGORY_CODES,
  'Special categories that policies pay for',
);
export const RelationEnum = graphqlEnum('Relation', RELATIONS, 'Seen from the resident');
export const GuardianBasisEnum = graphqlEnum(
  'GuardianBasis',
  GUARDIAN_BASES,
  'By law, by appointment, or by an agreement made in time',
);
export const ConsentPurposeEnum = graphqlEnum(
  'ConsentPurpose',
  CONSENT_PURPOSES,
  'What personal data is used for',
);
export const ConsentBasisEnum = graphqlEnum(
  'ConsentBasis',
  CONSENT_BASES,
  'What the use rests on (个人信息保护法 13)',
);
export const AgreementClauseEnum = graphqlEnum(
  'AgreementClause',
  AGREEMENT_CLAUSES,
  'What a service agreement settles (养老机构管理办法 16)',
);
export const ResidentSortEnum = graphqlEnum('ResidentSort', RESIDENT_SORTS, 'Order of the list');
export const ResidenceEnum = graphqlEnum(
  'Residence',
  RESIDENCES,
  'Where somebody stands with the house today',
);
