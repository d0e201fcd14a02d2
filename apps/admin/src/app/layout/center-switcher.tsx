import { Select } from 'antd';
import { useLocation, useNavigate } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { useSession } from '../../shared/session.js';
import { areaHome, areaOf, centerIdOf } from '../areas.js';

const WHOLE = '';

/** The same page of another center where that makes sense: lists and boards; a record leads to its list. */
function samePage(pathname: string, centerId: string): string {
  const section = pathname.split('/')[3] ?? '';
  return centerPath(centerId, section);
}

/** Which center am I looking at? Always to be seen, since the same person may answer for several. */
export function CenterSwitcher() {
  const { t } = useText();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const session = useSession();
  const { centers, organizationKind, organizationName } = session;
  const isOperator = organizationKind === 'OPERATOR';
  const current = centerIdOf(pathname);
  const isKnown = centers.some(({ id }) => id === current);
  const options = centers.map(({ id, name, countyName }) => ({
    value: id,
    label: name,
    title: `${name} · ${countyName}`,
  }));
  const whole = { value: WHOLE, label: organizationName, title: organizationName };
  return (
    <Select
      className="yb-center"
      variant="filled"
      aria-label={t('shell:centerSwitcher')}
      value={isKnown ? current : WHOLE}
      options={isOperator && options.length > 0 && isKnown ? options : [whole, ...options]}
      showSearch={centers.length > 8 ? { optionFilterProp: 'label' } : false}
      popupMatchSelectWidth={280}
      onChange={(centerId) => {
        if (centerId === WHOLE || centerId === null) {
          void navigate(isOperator ? '/org' : areaHome(session, null));
        } else {
          void navigate(
            areaOf(pathname) === 'center' ? samePage(pathname, centerId) : centerPath(centerId),
          );
        }
      }}
    />
  );
}
