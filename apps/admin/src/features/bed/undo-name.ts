/** The name of taking back: a stay that began by a transfer goes back to the bed before. */
export function undoName(stay: {
  readonly id: string;
  readonly spellId?: string;
  readonly status: string;
  readonly endKind?: string | null | undefined;
}): 'undoAdmission' | 'undoTransfer' | 'undoEnd' | 'undoDeath' {
  if (stay.status === 'ENDED') {
    return stay.endKind === 'DEATH' ? 'undoDeath' : 'undoEnd';
  }
  return stay.id === stay.spellId ? 'undoAdmission' : 'undoTransfer';
}
