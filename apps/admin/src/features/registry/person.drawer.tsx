import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { Link } from 'react-router';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../../shared/error-alert.js';
import { Moment } from '../../shared/values.js';
import { SideDrawer } from '../../shared/side-drawer.js';
import './registry.css';
import { REGISTRY_PERSON } from './registry.queries.js';
import { RowSays, RowState } from './row-facts.js';

const WIDTH = 520;
const ID_LENGTH = 18;

/** Everything the lists say about one number. The number stays in this form. */
export function PersonDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const find = useMutation({
    mutationFn: async ({ idNumber }: { idNumber: string }) =>
      (await execute(REGISTRY_PERSON, { input: { fullIdNumber: idNumber.trim() } })).registryPerson,
  });
  return (
    <SideDrawer title={t('registry:lookUpTitle')} width={WIDTH} onClose={onClose}>
      <Form layout="vertical" requiredMark={false} onFinish={(values) => find.mutate(values)}>
        <Form.Item
          name="idNumber"
          label={t('registry:idNumber')}
          extra={t('registry:lookUpHint')}
          rules={[{ required: true, message: t('rules:required') }]}
        >
          <Input autoComplete="off" maxLength={ID_LENGTH} autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={find.isPending}>
          {t('registry:find')}
        </Button>
      </Form>
      {find.error ? <ErrorAlert error={find.error} /> : null}
      {find.data ? (
        <>
          <p className="yb-soft" role="status" style={{ marginTop: 16 }}>
            {find.data.length === 0
              ? t('registry:nobody')
              : t('registry:foundCount', { count: find.data.length })}
          </p>
          <ul className="yb-registry-found">
            {find.data.map((row) => (
              <li key={row.id}>
                <strong>{row.name}</strong> <RowSays row={row} />
                {row.place ? ` · ${row.place}` : ''}
                <div>
                  <RowState row={row} />
                </div>
                <div className="yb-soft">
                  <Link to={`/bureau/lists/${row.listId}`}>{row.fileName}</Link>{' '}
                  {t('registry:rowNumber', { number: row.rowNumber })} ·{' '}
                  <Moment value={row.listedAt} />
                  {row.centerNames.length > 0 ? ` · ${row.centerNames.join('、')}` : ''}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </SideDrawer>
  );
}
