import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ABILITY_LEVELS,
  BACKGROUND_FIELDS,
  BACKGROUND_SECTIONS,
  DIMENSIONS,
  GBT42195_EDITION,
  maxOfDimension,
  SCALES,
  type FieldKind,
  type ScaleDefinition,
  type ScaleId,
} from '@yibu/assessment';

const constOf = <T extends string>(values: readonly T[]): Record<T, T> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const ScaleEnum = constOf(Object.keys(SCALES) as ScaleId[]);
registerEnumType(ScaleEnum, {
  name: 'AssessmentScaleId',
  description: 'Which scale a result is of.',
});

export const FieldKindEnum = constOf<FieldKind>([
  'single',
  'multi',
  'text',
  'number',
  'medications',
]);
registerEnumType(FieldKindEnum, { name: 'BackgroundFieldKind' });

@ObjectType({ description: 'A text of a standard in both languages.' })
export class Words {
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType()
export class AbilityOption {
  @Field(() => ID, { description: 'Stored as the answer: two options may carry the same points.' })
  id: string;
  @Field(() => Int) points: number;
  @Field(() => Words) text: Words;
}

@ObjectType()
export class AbilityItem {
  @Field(() => ID) id: string;
  @Field(() => Words) name: Words;
  @Field(() => Words, { nullable: true, description: 'What the item covers' }) hint?: Words;
  @Field(() => [AbilityOption], { description: 'Best first' }) options: AbilityOption[];
}

@ObjectType()
export class AbilityDimension {
  @Field(() => ID) id: string;
  @Field(() => Words) name: Words;
  @Field(() => Int) maxPoints: number;
  @Field(() => [AbilityItem]) items: AbilityItem[];
}

@ObjectType()
export class BackgroundOption {
  @Field(() => ID) id: string;
  @Field(() => Words) text: Words;
  @Field(() => String, { nullable: true, description: 'ICD-10 range, where the form prints one' })
  code?: string;
  @Field(() => Boolean, { description: 'Ticking it excludes the others' }) isExclusive: boolean;
}

@ObjectType({ description: 'One field of annex A.' })
export class BackgroundFieldDefinition {
  @Field(() => ID) id: string;
  @Field(() => ID) section: string;
  @Field(() => FieldKindEnum) kind: FieldKind;
  @Field(() => Words) name: Words;
  @Field(() => [BackgroundOption]) options: BackgroundOption[];
  @Field(() => Boolean) isRequired: boolean;
  @Field(() => Boolean, { description: 'Wording still to be checked against the paper' })
  isToBeConfirmed: boolean;
  @Field(() => ID, { nullable: true, description: 'Asked only when this field …' })
  askedWhenField?: string;
  @Field(() => ID, { nullable: true, description: '… has this option ticked' })
  askedWhenOption?: string;
  @Field(() => Int, { nullable: true }) min?: number;
  @Field(() => Int, { nullable: true }) max?: number;
}

@ObjectType()
export class BackgroundSectionDefinition {
  @Field(() => ID) id: string;
  @Field(() => Words) name: Words;
  @Field(() => [BackgroundFieldDefinition]) fields: BackgroundFieldDefinition[];
}

@ObjectType()
export class NamedLevel {
  @Field(() => Int) level: number;
  @Field(() => Words) name: Words;
}

@ObjectType({ description: 'The form of GB/T 42195-2022 as data.' })
export class AbilityForm {
  @Field(() => String) edition: string;
  @Field(() => [AbilityDimension]) dimensions: AbilityDimension[];
  @Field(() => [BackgroundSectionDefinition]) background: BackgroundSectionDefinition[];
  @Field(() => [NamedLevel]) levels: NamedLevel[];
}

@ObjectType({ description: 'A scale whose results can be entered. Only GBT42195 is scored here.' })
export class AssessmentScale {
  @Field(() => ScaleEnum) id: ScaleId;
  @Field(() => Words) name: Words;
  @Field(() => String) document: string;
  @Field(() => Int) min: number;
  @Field(() => Int) max: number;
  @Field(() => Int) step: number;
  @Field(() => Boolean) isHigherWorse: boolean;
  @Field(() => [NamedLevel], { description: 'Empty where the result is a score' })
  levels: NamedLevel[];
  @Field(() => Boolean) isToBeConfirmed: boolean;
}

export function toAbilityForm(): AbilityForm {
  return {
    edition: GBT42195_EDITION,
    dimensions: DIMENSIONS.map((dimension) => ({
      id: dimension.id,
      name: dimension.name,
      maxPoints: maxOfDimension(dimension),
      items: dimension.items.map(({ id, name, hint, options }) => ({
        id,
        name,
        ...(hint === undefined ? {} : { hint }),
        options: [...options],
      })),
    })),
    background: BACKGROUND_SECTIONS.map(({ id, name }) => ({
      id,
      name,
      fields: BACKGROUND_FIELDS.filter((field) => field.section === id).map(toField),
    })),
    levels: ABILITY_LEVELS.map(({ level, name }) => ({ level, name })),
  };
}

function toField(field: (typeof BACKGROUND_FIELDS)[number]): BackgroundFieldDefinition {
  const { id, section, kind, name, askedWhen, min, max } = field;
  return {
    id,
    section,
    kind,
    name,
    options: (field.options ?? []).map((option) => ({
      id: option.id,
      text: option.text,
      isExclusive: option.isExclusive === true,
      ...(option.code === undefined ? {} : { code: option.code }),
    })),
    isRequired: field.isRequired === true || askedWhen !== undefined,
    isToBeConfirmed: field.isToBeConfirmed === true,
    ...(askedWhen === undefined
      ? {}
      : { askedWhenField: askedWhen.field, askedWhenOption: askedWhen.option }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

export function toScale(scale: ScaleDefinition): AssessmentScale {
  const { id, name, document, min, max, step, worse, levels, isToBeConfirmed } = scale;
  return {
    id,
    name,
    document,
    min,
    max,
    step,
    isHigherWorse: worse === 'HIGHER',
    levels: levels.map((level) => ({ level: level.level, name: level.name })),
    isToBeConfirmed,
  };
}
