import { Link } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { useSession } from '../../shared/session.js';
import '../../shared/dashboard-card.css';

/** The doors to the centers one answers for. */
export function MyCentersCard() {
  const { t } = useText();
  const { centers } = useSession();
  return (
    <section className="yb-dash">
      <h2>{t('doors:cards.myCenters')}</h2>
      {centers.map(({ id, name, countyName }) => (
        <Link key={id} className="yb-todo" to={centerPath(id)}>
          <span>{name}</span>
          <span style={{ color: 'var(--yb-ink-soft)' }}>{countyName}</span>
        </Link>
      ))}
    </section>
  );
}
