/** What a record's own form calls its entries; nothing for what the catalogue of the trail knows. */
export interface EntryWords {
  readonly field: (field: string) => string | null;
  readonly value: (field: string, value: string) => string | null;
}
