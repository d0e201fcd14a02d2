import { Form, Input } from 'antd';

import { useText } from '../../i18n/use-text.js';

export const PASSWORD_MIN_LENGTH = 8;

/** The new password and its repetition, with the rules the server will hold it to. */
export function NewPasswordFields() {
  const { t } = useText();
  return (
    <>
      <Form.Item
        name="newPassword"
        label={t('signIn:changePassword.next')}
        extra={t('signIn:changePassword.hint')}
        rules={[
          { required: true, message: t('rules:required') },
          {
            min: PASSWORD_MIN_LENGTH,
            message: t('rules:passwordMinLength', { min: PASSWORD_MIN_LENGTH }),
          },
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t('signIn:changePassword.repeat')}
        dependencies={['newPassword']}
        rules={[
          { required: true, message: t('rules:required') },
          ({ getFieldValue }) => ({
            validator: async (_, value: string) => {
              if (value && value !== getFieldValue('newPassword')) {
                throw new Error(t('rules:passwordMismatch'));
              }
            },
          }),
        ]}
      >
        <Input.Password size="large" autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
