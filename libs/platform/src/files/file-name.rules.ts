/** Of a name as it is kept; half of them stay free for what a saved copy is called. */
const MAX_NAME = 200;
const LONGEST_ENDING = 10;

/** What some file system takes for a path, a wildcard or a device, and what nobody sees or what turns writing around. */
const UNFIT =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\\/:*?"<>|]|\p{Surrogate}/gu;

const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : '';
};

/** A name that can be saved anywhere. A long one loses its middle, never its ending, without which nothing opens it. */
export function tidyFileName(name: string): string {
  const tidy = name.normalize('NFC').replace(UNFIT, '_').trim();
  const ending = endingOf(tidy);
  const stem = [...tidy.slice(0, tidy.length - ending.length)];
  return `${stem.slice(0, MAX_NAME - ending.length).join('')}${ending}` || 'file';
}

/** Ends as its bytes are read: a page that calls itself PDF and a PDF that calls itself page are saved as a PDF. */
export function nameFor(name: string, endings: readonly string[]): string {
  const [first = ''] = endings;
  return endings.includes(endingOf(name).slice(1).toLowerCase())
    ? name
    : tidyFileName(`${name}.${first}`);
}
