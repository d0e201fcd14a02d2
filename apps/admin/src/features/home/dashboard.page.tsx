import { Empty } from 'antd';
import { useLocation, useParams } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import type { Area } from '../../shared/feature.js';
import { PageHeader } from '../../shared/page-header.js';
import { useSession } from '../../shared/session.js';
import { SlotView, useSlot } from '../../shared/slots.js';
import './dashboard.css';

function areaHere(pathname: string): Area {
  return pathname.startsWith('/c/') ? 'center' : pathname.startsWith('/bureau') ? 'bureau' : 'org';
}

function useToday(): string {
  const { locale } = useText();
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date());
}

/** What must I do today? Every card belongs to the feature that answers for its number. */
export function DashboardPage() {
  const { t } = useText();
  const { pathname } = useLocation();
  const { centerId = null } = useParams();
  const { displayName } = useSession();
  const today = useToday();
  const area = areaHere(pathname);
  const cards = useSlot('dashboard.cards', area);
  return (
    <>
      <PageHeader
        title={t(area === 'org' ? 'shell:home.orgMenu' : 'shell:home.title')}
        note={t('shell:home.greeting', { name: displayName, today })}
      />
      {cards.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('shell:home.nothing')} />
      ) : (
        <div className="yb-dashboard">
          {cards.map((entry) => (
            <SlotView key={entry.key} entry={entry} props={{ area, centerId }} />
          ))}
        </div>
      )}
    </>
  );
}
