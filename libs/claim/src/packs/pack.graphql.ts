import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, InstantScalar, LocalDateScalar } from '@yibu/platform';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** As large as a form may be; the largest shipped pack has 60 kB. */
export const MAX_PACK_CHARACTERS = 500_000;

export const STANDINGS = ['IN_FORCE', 'SCHEDULED', 'SUPERSEDED', 'PUBLISHED'] as const;
export type Standing = (typeof STANDINGS)[number];
const StandingEnum = Object.fromEntries(STANDINGS.map((standing) => [standing, standing]));
registerEnumType(StandingEnum, {
  name: 'PackStanding',
  description: 'PUBLISHED: may be brought into force, and never was',
});

@ObjectType({ description: 'The same words in both languages.' })
export class PackText {
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
}

@ObjectType({ description: 'What the rules of a county call a program' })
export class ProgramName {
  @Field(() => String, { description: '`*`: in texts for everybody' }) countyCode: string;
  @Field(() => String) program: string;
  @Field(() => String) zh: string;
  @Field(() => String) en: string;
  @Field(() => Boolean, { description: 'Its lines are people' }) paysPeople: boolean;
}

@ObjectType({ description: 'One published text of a policy pack.' })
export class PolicyPack {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'The version that the text gives itself' })
  textVersion: string;
  @Field(() => String) sha256: string;
  @Field(() => String, { description: 'BUILT_IN or COUNTY' }) origin: string;
  @Field(() => String) status: string;
  @Field(() => String) titleZh: string;
  @Field(() => String) titleEn: string;
  @Field(() => PackText) place: PackText;
  @Field(() => Boolean, { description: 'Written for this county; another is taken over by name' })
  fits: boolean;
  @Field(() => Int, { description: 'Figures and references that the documents do not give' })
  missingCount: number;
  @Field(() => StandingEnum) standing: Standing;
  @Field(() => LocalDateScalar, { nullable: true }) fromOn: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
  @Field(() => String, { nullable: true }) uploadedByName: string | null;
  @Field(() => InstantScalar) createdAt: Date;
}

@ObjectType({ description: 'A version in force in a county, from a day until a day.' })
export class CountyPack {
  @Field(() => ID) id: string;
  @Field(() => String) countyCode: string;
  @Field(() => String) packCode: string;
  @Field(() => ID) packId: string;
  @Field(() => Int) packVersion: number;
  @Field(() => String) titleZh: string;
  @Field(() => String) titleEn: string;
  @Field(() => LocalDateScalar) fromOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn: LocalDate | null;
}

@ObjectType()
export class PackOption {
  @Field(() => String) id: string;
  @Field(() => String) textZh: string;
  @Field(() => String) textEn: string;
}

@ObjectType({
  description: 'A sentence that can be read in two ways, and how this county reads it.',
})
export class PackDecision {
  @Field(() => String) id: string;
  @Field(() => String, { nullable: true }) clause: string | null;
  @Field(() => String) questionZh: string;
  @Field(() => String) questionEn: string;
  @Field(() => [PackOption]) options: PackOption[];
  @Field(() => String, { nullable: true }) chosen: string | null;
  @Field(() => String, { nullable: true, description: 'As the pack ships' })
  shipped: string | null;
  @Field(() => PackText, { description: 'Why the pack ships so' }) shippedWhy: PackText;
  @Field(() => Boolean, { description: 'False: as the pack ships' }) isCountyChoice: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The county chose an option that this version no longer has',
  })
  lapsed: string | null;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true }) proposedByName: string | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) decidedAt: Date | null;
}

@ObjectType()
export class PackDocument {
  @Field(() => String) id: string;
  @Field(() => PackText) title: PackText;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => PackText) issuer: PackText;
  @Field(() => String, { nullable: true }) date: string | null;
  @Field(() => PackText, { nullable: true, description: 'Why the document is not certain' })
  unsure: PackText | null;
}

@ObjectType({ description: 'A figure of a clause; without figures the document leaves it blank.' })
export class PackClauseValue {
  @Field(() => PackText) name: PackText;
  @Field(() => String, { description: '>= <= = between' }) op: string;
  @Field(() => [Float]) figures: number[];
  @Field(() => String) unit: string;
  @Field(() => Float, { nullable: true }) per: number | null;
  @Field(() => Float, { nullable: true }) least: number | null;
}

@ObjectType({ description: 'A clause of the document, and what the pack makes of it.' })
export class PackClause {
  @Field(() => String) id: string;
  @Field(() => String) clause: string;
  @Field(() => String, {
    description: 'COMPUTED CHECKLIST TARGET CATEGORY_LIST REFERENCE REFUSAL INFORMATION',
  })
  treatment: string;
  @Field(() => PackText) says: PackText;
  @Field(() => PackText) does: PackText;
  @Field(() => [String]) programs: string[];
  @Field(() => [PackText]) items: PackText[];
  @Field(() => [PackClauseValue]) values: PackClauseValue[];
  @Field(() => String, { nullable: true }) due: string | null;
}

@ObjectType({ description: 'What a program pays, to whom, when, in plain words.' })
export class PackProgram {
  @Field(() => String) id: string;
  @Field(() => PackText) title: PackText;
  @Field(() => String) clause: string;
  @Field(() => [String]) linesZh: string[];
  @Field(() => [String]) linesEn: string[];
  @Field(() => [PackText]) documents: PackText[];
}

@ObjectType({ description: 'A figure with a name, which a county notice can set.' })
export class PackRateView {
  @Field(() => String) id: string;
  @Field(() => String) program: string;
  @Field(() => PackText) label: PackText;
  @Field(() => FenScalar, { nullable: true, description: 'Null: the document does not give it' })
  fen: Fen | null;
  @Field(() => Boolean, { description: 'Not less than: a notice may raise it only' })
  isFloor: boolean;
  @Field(() => String, { nullable: true }) clause: string | null;
}

@ObjectType()
export class PackContradiction {
  @Field(() => String) id: string;
  @Field(() => PackText) text: PackText;
  @Field(() => PackText) handling: PackText;
}

@ObjectType()
export class PackDetail {
  @Field(() => PolicyPack) head: PolicyPack;
  @Field(() => [PackDocument]) documents: PackDocument[];
  @Field(() => [PackClause]) clauses: PackClause[];
  @Field(() => [PackProgram]) programs: PackProgram[];
  @Field(() => [PackRateView]) rates: PackRateView[];
  @Field(() => [PackContradiction]) contradictions: PackContradiction[];
  @Field(() => [PackProblem], { description: 'What is taken, and is more often a mistake' })
  advice: PackProblem[];
}

@ObjectType({ description: 'One part of a pack that two versions word differently.' })
export class PackDifference {
  @Field(() => String, { description: 'PROGRAM, DECISION or CLAUSE' }) kind: string;
  @Field(() => String) part: string;
  @Field(() => PackText) title: PackText;
  @Field(() => [String]) removedZh: string[];
  @Field(() => [String]) addedZh: string[];
  @Field(() => [String]) removedEn: string[];
  @Field(() => [String]) addedEn: string[];
}

@ObjectType()
export class PackComparison {
  @Field(() => PolicyPack) old: PolicyPack;
  @Field(() => PolicyPack) now: PolicyPack;
  @Field(() => [PackDifference]) parts: PackDifference[];
  @Field(() => [String], { description: 'Every value that differs, by its path' })
  paths: string[];
}

@InputType()
export class UploadPackInput {
  @Field(() => String, {
    nullable: true,
    description: 'The county that alone sees it; a bureau names its own',
  })
  @IsOptional()
  @Matches(/^\d{6}$/)
  countyCode?: string;
  @Field(() => String, { description: 'The file as it is: pack/1 as JSON' })
  @IsString()
  @MaxLength(MAX_PACK_CHARACTERS)
  text: string;
}

@ObjectType()
export class PackProblem {
  @Field(() => String, { description: 'JSON path' }) path: string;
  @Field(() => String) code: string;
  @Field(() => String) textZh: string;
  @Field(() => String) textEn: string;
}

@ObjectType({ description: 'Published, and in force nowhere yet.' })
export class PackUploaded {
  @Field(() => PolicyPack) pack: PolicyPack;
  @Field(() => Boolean, { description: 'The very same text was there already' })
  isKnown: boolean;
  @Field(() => [PackProblem], { description: 'What was taken, and is more often a mistake' })
  advice: PackProblem[];
}

@ObjectType({ description: 'Nothing was stored.' })
export class PackRefused {
  @Field(() => [PackProblem]) problems: PackProblem[];
  @Field(() => Int) problemCount: number;
}

export const UploadPackResult = createUnionType({
  name: 'UploadPackResult',
  types: () => [PackUploaded, PackRefused] as const,
  resolveType: (value: object) => ('pack' in value ? PackUploaded : PackRefused),
});
