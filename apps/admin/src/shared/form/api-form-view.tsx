import { Alert, Button, Form } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';

import { useText } from '../../i18n/use-text.js';
import { ErrorAlert } from '../error-alert.js';
import { LeaveGuard } from './leave-guard.js';
import type { ApiForm, FormProblem } from './use-api-form.js';

interface ApiFormViewProps<Values extends object> {
  readonly form: ApiForm<Values>;
  readonly children: ReactNode;
}

function Problems<Values extends object>({
  form,
  problems,
}: {
  readonly form: ApiForm<Values>;
  readonly problems: readonly FormProblem[];
}) {
  const { t } = useText();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={t('shell:form.problems', { count: problems.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {problems.map(({ path, label, text }) => (
            <li key={path.join('.')}>
              <Button
                type="link"
                size="small"
                style={{
                  minHeight: 26,
                  height: 'auto',
                  padding: 0,
                  whiteSpace: 'normal',
                  textAlign: 'start',
                }}
                onClick={() =>
                  form.form.scrollToField(path as never, { focus: true, block: 'center' })
                }
              >
                {label ? t('shell:form.problem', { label, text }) : text}
              </Button>
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** Stands above the fields, while whoever sent the form looks at the button below them: it is brought into sight. */
function Refusal({ error }: { readonly error: unknown }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <div ref={place} style={{ scrollMargin: 16 }}>
      <ErrorAlert error={error} />
    </div>
  );
}

/** The form itself: error summary, restored draft, leave guard, and the fields given as children. */
export function ApiFormView<Values extends object>({ form, children }: ApiFormViewProps<Values>) {
  const { t } = useText();
  return (
    <Form<Values>
      form={form.form}
      layout="vertical"
      disabled={form.isPending}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onValuesChange={form.onValuesChange}
      onFinish={form.onFinish}
      onFinishFailed={form.onFinishFailed as never}
    >
      {form.isDirty ? <LeaveGuard /> : null}
      {form.isRestored ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('shell:form.restored')}
          action={
            <Button size="small" onClick={form.discard}>
              {t('shell:form.discard')}
            </Button>
          }
        />
      ) : null}
      {form.problems.length > 0 ? (
        <Problems form={form} problems={form.problems} />
      ) : form.error ? (
        <Refusal error={form.error} />
      ) : null}
      {children}
    </Form>
  );
}
