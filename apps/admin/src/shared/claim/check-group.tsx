import { ArrowRightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';

import type { TextKey } from '../../i18n/keys.js';
import { useText } from '../../i18n/use-text.js';
import { CheckDates, mendingPath, type CheckShown } from './check-item.js';
import './claim.css';

interface CheckGroupProps {
  /** Findings of one kind; never empty. */
  readonly checks: readonly CheckShown[];
  readonly claimId: string;
  /** Where the records are mended; null where the reader may not (the bureau). */
  readonly centerId: string | null;
}

/** What one kind of finding means is said once; under it everybody it was found for, each with the way to the record. */
export function CheckGroup({ checks, claimId, centerId }: CheckGroupProps) {
  const { t } = useText();
  const code = checks[0]?.code ?? '';
  const text = (part: 'title' | 'causes' | 'next'): string =>
    t(`claim:check.${code}.${part}` as TextKey);
  return (
    <section className="yb-check">
      <h3>
        {text('title')}
        {checks.length > 1 ? <span className="yb-check-count">{checks.length}</span> : null}
      </h3>
      <dl>
        <dt>{t('claim:checks.causes')}</dt>
        <dd>{text('causes')}</dd>
        <dt>{t('claim:checks.next')}</dt>
        <dd>{text('next')}</dd>
      </dl>
      <ul className="yb-check-found">
        {checks.map((check) => (
          <Found key={check.id} check={check} to={mendingPath({ centerId, claimId, check })} />
        ))}
      </ul>
    </section>
  );
}

function Found({ check, to }: { readonly check: CheckShown; readonly to: string | null }) {
  const { t } = useText();
  const about = (
    <>
      {check.subjectName ?? (to ? t('claim:checks.mend') : null)} <CheckDates check={check} />
    </>
  );
  if (to) {
    return (
      <li>
        <Link to={to}>
          {about} <ArrowRightOutlined aria-hidden />
        </Link>
      </li>
    );
  }
  return check.subjectName ? (
    <li>
      <span>{about}</span>
    </li>
  ) : null;
}
