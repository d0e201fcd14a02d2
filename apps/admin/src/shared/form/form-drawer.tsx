import { App, Button, Drawer, Flex } from 'antd';
import type { ReactNode } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useFocusBack } from '../use-focus-back.js';
import { useIsPhone } from '../use-is-phone.js';
import { ApiFormView } from './api-form-view.js';
import type { ApiForm } from './use-api-form.js';

const WIDTH = 520;
const WIDE = 860;

interface FormDrawerProps<Values extends object> {
  readonly title: string;
  readonly onClose: () => void;
  readonly form: ApiForm<Values>;
  readonly submitText?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/**
 * Creating and editing happens beside the list, not away from it. Closing half-way asks first.
 * It is open while it is mounted: `{isEditing ? <BedDrawer onClose={…} /> : null}`.
 */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { form, onClose } = props;
  const { t } = useText();
  const { modal } = App.useApp();
  const isPhone = useIsPhone();
  useFocusBack();
  const close = (): void => {
    if (form.isPending) {
      return;
    }
    if (!form.isDirty) {
      onClose();
      return;
    }
    void modal.confirm({
      title: t('shell:leave.title'),
      content: t('shell:leave.text'),
      okText: t('shell:leave.discard'),
      cancelText: t('shell:leave.stay'),
      onOk: () => {
        form.discard();
        onClose();
      },
    });
  };
  return (
    <Drawer
      title={props.title}
      open
      onClose={close}
      size={isPhone ? '100%' : props.wide ? WIDE : WIDTH}
      mask={{ closable: false }}
      footer={
        <Flex justify="flex-end" gap={8}>
          <Button onClick={close} disabled={form.isPending}>
            {t('common:cancel')}
          </Button>
          <Button type="primary" loading={form.isPending} onClick={form.submit}>
            {form.isPending ? t('common:saving') : (props.submitText ?? t('common:save'))}
          </Button>
        </Flex>
      }
    >
      <ApiFormView form={form}>{props.children}</ApiFormView>
    </Drawer>
  );
}
