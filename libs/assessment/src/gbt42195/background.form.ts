import { words, type BackgroundField, type Words } from '../scale.types.js';
import { HEALTH_FIELDS } from './background-health.fields.js';
import { PERSON_FIELDS } from './background-person.fields.js';

export interface BackgroundSection {
  readonly id: BackgroundField['section'];
  readonly name: Words;
}

export const BACKGROUND_SECTIONS: readonly BackgroundSection[] = [
  { id: 'A.1', name: words('评估信息', 'The assessment') },
  { id: 'A.2', name: words('基本信息', 'The person') },
  { id: 'A.3', name: words('信息提供者', 'Informant and contact') },
  { id: 'A.4', name: words('疾病与用药', 'Illness and medication') },
  { id: 'A.5', name: words('健康相关问题', 'Health') },
];

export const BACKGROUND_FIELDS: readonly BackgroundField[] = [...PERSON_FIELDS, ...HEALTH_FIELDS];

const BY_ID: ReadonlyMap<string, BackgroundField> = new Map(
  BACKGROUND_FIELDS.map((field) => [field.id, field]),
);

export const fieldById = (id: string): BackgroundField | undefined => BY_ID.get(id);
