import { FilePdfOutlined } from '@ant-design/icons';

import { useText } from '../../i18n/use-text.js';
import { useCan } from '../session.js';

interface PaperLinkProps {
  readonly label: string;
  /** Of the route, without the language: `/export/receipt/01J…`. */
  readonly path: string;
}

/** A paper as PDF, in either language, in a tab of its own where it can be read and printed. */
export function PaperLink({ label, path }: PaperLinkProps) {
  const { t } = useText();
  const can = useCan();
  const joint = path.includes('?') ? '&' : '?';
  if (!can('filing.read')) {
    return null;
  }
  return (
    <span className="yb-paper-link">
      <FilePdfOutlined aria-hidden /> {label}{' '}
      {(['zh-CN', 'en'] as const).map((language) => (
        <a
          key={language}
          href={`${path}${joint}language=${language}`}
          target="_blank"
          rel="noreferrer"
          lang={language}
          aria-label={`${label} ${t(language === 'en' ? 'claim:papers.en' : 'claim:papers.zh')}`}
        >
          {t(language === 'en' ? 'claim:papers.en' : 'claim:papers.zh')}
        </a>
      ))}
    </span>
  );
}
