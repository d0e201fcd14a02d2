import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Select } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { UrlTabs, type UrlTab } from '../../shared/url-tabs.js';
import { ChecklistTab } from './checklist.tab.js';
import { NoticesTab } from './notices.tab.js';
import { PacksTab } from './packs.tab.js';
import { ProgressTab } from './progress.tab.js';
import { ProposalsTab } from './proposals.tab.js';
import { RunsTab } from './runs.tab.js';
import { UploadDrawer } from './upload.drawer.js';
import { usePlace, type PolicyPlace } from './use-place.js';
import '../../shared/claim/claim.css';
import './policy.css';

function useTabs(place: PolicyPlace): readonly UrlTab[] {
  const { t } = useText();
  const { countyCode, isBureau } = place;
  const packs = { key: 'packs', label: t('policy:tab.packs'), content: <PacksTab place={place} /> };
  if (countyCode === null) {
    return [packs];
  }
  const mine = { ...place, countyCode };
  const { centerId } = place;
  return [
    packs,
    {
      key: 'changes',
      label: t('policy:tab.changes'),
      content: <ProposalsTab place={mine} />,
    },
    { key: 'notices', label: t('policy:tab.notices'), content: <NoticesTab place={mine} /> },
    ...(centerId === null
      ? []
      : [
          {
            key: 'checklist',
            label: t('policy:tab.checklist'),
            content: <ChecklistTab centerId={centerId} />,
          },
        ]),
    ...(isBureau
      ? [
          {
            key: 'progress',
            label: t('policy:tab.progress'),
            content: <ProgressTab place={mine} />,
          },
          { key: 'runs', label: t('policy:tab.runs'), content: <RunsTab place={mine} /> },
        ]
      : []),
  ];
}

/** What the county computes by, who changed it, and what another rule would cost. */
export function PolicyPage() {
  const { t } = useText();
  const place = usePlace();
  const tabs = useTabs(place);
  const [isUploading, setUploading] = useState(false);
  return (
    <>
      <PageHeader
        title={t('policy:title')}
        note={t('policy:note')}
        actions={
          <>
            {place.counties.length > 1 && !place.base.startsWith('/c/') ? (
              <Select
                aria-label={t('policy:county')}
                value={place.countyCode}
                style={{ minWidth: 160 }}
                options={place.counties.map(({ code, name }) => ({ value: code, label: name }))}
                onChange={(code) => place.chooseCounty(code)}
              />
            ) : null}
            {place.canUpload ? (
              <Button icon={<UploadOutlined aria-hidden />} onClick={() => setUploading(true)}>
                {t('policy:upload.button')}
              </Button>
            ) : null}
          </>
        }
      />
      {place.countyCode === null ? (
        <Alert type="info" showIcon title={t('policy:noCounty')} style={{ marginBottom: 16 }} />
      ) : null}
      <UrlTabs tabs={tabs} label={t('policy:title')} />
      {isUploading ? <UploadDrawer place={place} onClose={() => setUploading(false)} /> : null}
    </>
  );
}

export type CountyPlace = PolicyPlace & { readonly countyCode: string };
