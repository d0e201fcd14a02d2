export interface Medication {
  readonly name: string;
  readonly method: string;
  readonly dose: string;
  readonly frequency: string;
}

export type FieldValue = string | number | readonly string[] | readonly Medication[];

const isMedication = (value: unknown): value is Medication =>
  typeof value === 'object' && value !== null && 'name' in value;

export const medicationsOf = (value: FieldValue | undefined): readonly Medication[] =>
  Array.isArray(value) ? value.filter(isMedication) : [];

export const ticksOf = (value: FieldValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((tick) => typeof tick === 'string') : [];
