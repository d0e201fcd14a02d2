import { UploadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import type { UploadPackMutation } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import { UPLOAD_PACK } from './policy.queries.js';
import { RemarkList } from './remark-list.js';
import type { PolicyPlace } from './use-place.js';
import { usePackWords } from './words.js';

type Outcome = UploadPackMutation['uploadPack'];
type Refused = Extract<Outcome, { __typename: 'PackRefused' }>;

const MAX_BYTES = 500_000;

interface UploadDrawerProps {
  readonly place: PolicyPlace;
  readonly onClose: () => void;
}

/** A text is published whole or refused with every mistake by its path. */
export function UploadDrawer({ place, onClose }: UploadDrawerProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [isTooLarge, setTooLarge] = useState(false);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      const countyCode = place.isBureau ? place.countyCode : null;
      return (await execute(UPLOAD_PACK, { input: { countyCode, text } })).uploadPack;
    },
    onSuccess: async () => await client.invalidateQueries({ queryKey: ['policy'] }),
  });
  const take = (file: File): void => {
    setTooLarge(file.size > MAX_BYTES);
    upload.reset();
    if (file.size <= MAX_BYTES) {
      upload.mutate(file);
    }
  };
  return (
    <SideDrawer title={t('policy:upload.title')} onClose={onClose} width={720}>
      <p style={{ marginTop: 0 }}>
        {t('policy:upload.note')} <a href="/export/pack/schema">{t('policy:pack.schema')}</a>
      </p>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          take(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <Button type="primary" icon={<UploadOutlined aria-hidden />} loading={upload.isPending}>
          {t('policy:upload.choose')}
        </Button>
      </Upload>
      <div style={{ marginTop: 16 }}>
        {isTooLarge ? <Alert type="error" showIcon title={t('policy:upload.tooLarge')} /> : null}
        {upload.error ? <ErrorAlert error={upload.error} /> : null}
        {upload.data ? <OutcomeView outcome={upload.data} place={place} /> : null}
      </div>
    </SideDrawer>
  );
}

function OutcomeView({
  outcome,
  place,
}: {
  readonly outcome: Outcome;
  readonly place: PolicyPlace;
}) {
  const { t } = useText();
  const { title } = usePackWords();
  if (outcome.__typename === 'PackRefused') {
    return <ProblemTable refused={outcome} />;
  }
  const { pack, isKnown, advice } = outcome;
  const params = { name: title(pack), version: pack.version };
  return (
    <>
      <Alert
        type={isKnown ? 'info' : 'success'}
        showIcon
        title={t(isKnown ? 'policy:upload.known' : 'policy:upload.stored', params)}
        action={<Link to={`${place.base}/packs/${pack.id}`}>{t('policy:upload.open')}</Link>}
      />
      {advice.length > 0 ? (
        <>
          <Alert
            type="warning"
            showIcon
            title={t('policy:advice.title', { count: advice.length })}
            description={t('policy:advice.note')}
            style={{ margin: '12px 0' }}
          />
          <RemarkList remarks={advice} />
        </>
      ) : null}
    </>
  );
}

function ProblemTable({ refused }: { readonly refused: Refused }) {
  const { t } = useText();
  return (
    <>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={t('policy:upload.problems', { count: refused.problemCount })}
        style={{ marginBottom: 12 }}
      />
      <RemarkList remarks={refused.problems} />
    </>
  );
}
