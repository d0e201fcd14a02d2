type Ask = () => Promise<boolean>;

let ask: Ask | null = null;
let asked: Promise<boolean> | null = null;

/** The shell lends its dialog; the sign-in pages have none and need none. */
export function offerPasswordDialog(dialog: Ask): () => void {
  ask = dialog;
  return () => {
    ask = ask === dialog ? null : ask;
  };
}

/** Whether the password was given once more. Steps refused at the same time share one dialog. */
export async function passwordGiven(): Promise<boolean> {
  asked ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asked = null;
  });
  return await asked;
}
