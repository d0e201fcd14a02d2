import { usePackWords } from './words.js';

interface Remark {
  readonly path: string;
  readonly code: string;
  readonly textZh: string;
  readonly textEn: string;
}

/** What was found in the text of a pack: where it stands, and what is the matter. */
export function RemarkList({ remarks }: { readonly remarks: readonly Remark[] }) {
  const { pick } = usePackWords();
  return (
    <ul className="yb-remarks">
      {remarks.map((remark) => (
        <li key={`${remark.path} ${remark.code} ${remark.textEn}`}>
          <code>{remark.path}</code>
          <div>{pick(remark.textZh, remark.textEn)}</div>
        </li>
      ))}
    </ul>
  );
}
