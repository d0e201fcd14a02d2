import { Steps } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { useIsPhone } from '../../shared/use-is-phone.js';

const STEPS = ['upload', 'map', 'check', 'accept', 'done'] as const;

export function RosterSteps({ current }: { readonly current: number }) {
  const { t } = useText();
  const isPhone = useIsPhone();
  const title = STEPS[current] ?? 'upload';
  return isPhone ? (
    <p className="yb-roster-note">
      {t('roster:steps.of', { step: current + 1, total: STEPS.length })}{' '}
      <strong>{t(`roster:steps.${title}`)}</strong>
    </p>
  ) : (
    <Steps
      size="small"
      current={current}
      style={{ marginBottom: 16 }}
      items={STEPS.map((step) => ({ title: t(`roster:steps.${step}`) }))}
    />
  );
}
