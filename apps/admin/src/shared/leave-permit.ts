let isGranted = false;

/** Lets one navigation pass the guard of a half-filled form: the session is over and the draft is kept anyway. */
export const LeavePermit = {
  grant(): void {
    isGranted = true;
  },
  take(): boolean {
    const granted = isGranted;
    isGranted = false;
    return granted;
  },
};
