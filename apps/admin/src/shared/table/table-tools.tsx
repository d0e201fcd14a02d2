import { ReloadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Divider, Flex, Popover, Segmented, Tooltip } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { DownloadButton } from '../download-button.js';
import { useIsPhone } from '../use-is-phone.js';
import type { ExportOf, PageColumn } from './types.js';
import type { Density, useColumnSettings } from './use-column-settings.js';
import type { TableState } from './use-table-state.js';

type Settings = ReturnType<typeof useColumnSettings>;

export function exportHref({ list, args = {} }: ExportOf, state: TableState): string {
  const params = new URLSearchParams({ ...args, ...state.filters });
  if (state.sort) {
    params.set('sort', `${state.sort.field}.${state.sort.order.toLowerCase()}`);
  }
  return `/export/${list}?${params.toString()}`;
}

interface ColumnMenuProps {
  readonly columns: readonly PageColumn<never>[];
  readonly isHidden: (column: PageColumn<never>) => boolean;
  readonly settings: Settings;
}

function ColumnMenu({ columns, isHidden, settings }: ColumnMenuProps) {
  const { t } = useText();
  const { density, hidden } = settings.settings;
  const toggle = (column: PageColumn<never>): void => {
    // An optional column is listed while it is shown, any other while it is not.
    const isListed = hidden.includes(column.key);
    const next = isListed ? hidden.filter((key) => key !== column.key) : [...hidden, column.key];
    settings.save({ density, hidden: next });
  };
  return (
    <Flex vertical gap={8} style={{ minWidth: 200 }}>
      <Segmented<Density>
        block
        aria-label={t('shell:table.density')}
        value={density}
        options={[
          { value: 'middle', label: t('shell:table.roomy') },
          { value: 'small', label: t('shell:table.dense') },
        ]}
        onChange={(value) => settings.save({ hidden, density: value })}
      />
      <Divider style={{ margin: '4px 0' }} />
      {columns.map((column, index) => (
        <Checkbox
          key={column.key}
          checked={!isHidden(column)}
          disabled={index === 0 || column.fixed === true}
          onChange={() => toggle(column)}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={settings.reset}>
        {t('shell:table.resetColumns')}
      </Button>
    </Flex>
  );
}

interface TableToolsProps extends ColumnMenuProps {
  readonly exportHref: string | null;
  readonly isFetching: boolean;
  readonly onRefresh: () => void;
}

export function TableTools(props: TableToolsProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  return (
    <Flex gap={4} align="center" className="yb-no-print">
      {props.exportHref === null ? null : (
        <DownloadButton href={props.exportHref} iconOnly={isPhone ? t('common:export') : undefined}>
          {t('common:export')}
        </DownloadButton>
      )}
      {isPhone ? null : (
        <>
          <Tooltip title={t('common:refresh')}>
            <Button
              type="text"
              icon={<ReloadOutlined spin={props.isFetching} />}
              aria-label={t('common:refresh')}
              onClick={props.onRefresh}
            />
          </Tooltip>
          <Popover
            trigger="click"
            placement="bottomRight"
            content={<ColumnMenu {...props} />}
            title={t('shell:table.columns')}
          >
            <Button type="text" icon={<SettingOutlined />} aria-label={t('shell:table.columns')} />
          </Popover>
        </>
      )}
    </Flex>
  );
}
