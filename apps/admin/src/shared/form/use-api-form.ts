import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App, Form, type FormInstance } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { ApiError } from '../../api/api-error.js';
import { newKey } from '../../api/new-key.js';
import { useText } from '../../i18n/use-text.js';
import { forgetDraft, readDraft, writeDraft } from '../draft.js';
import { useRuleText } from '../use-error-text.js';

const NO_SECRETS: readonly string[] = [];

export type FieldPath = (string | number)[];

export interface FormProblem {
  readonly path: FieldPath;
  /** What the field is called on the page; empty for a part of a field. */
  readonly label?: string;
  readonly text: string;
}

interface ApiFormOptions<Values extends object, Result> {
  /** Names the draft: the same form of the same record, e.g. `resident-edit:01J…`. */
  readonly draftKey: string;
  /** Values of the record as read; plain data. Other content refills a form nobody has typed in. */
  readonly initial?: Partial<Values> | undefined;
  /** The key is one and the same for every retry of one filled-in form. */
  readonly save: (values: Values, idempotencyKey: string) => Promise<Result>;
  readonly onSaved?: (result: Result) => void;
  /** Queries that show what has been saved. */
  readonly invalidates?: readonly QueryKey[];
  /** Field of the form for a field of the input, where their names differ. */
  readonly fieldOf?: (path: FieldPath) => FieldPath;
  /** Fields that are never kept in the browser (passwords, ID numbers). */
  readonly secret?: readonly string[];
  /** Null: says nothing when saved. */
  readonly savedText?: string | null;
}

export interface ApiForm<Values extends object> {
  readonly form: FormInstance<Values>;
  readonly isPending: boolean;
  readonly isDirty: boolean;
  /** What was typed here earlier and not saved has been put back. */
  readonly isRestored: boolean;
  readonly error: Error | null;
  readonly problems: readonly FormProblem[];
  readonly submit: () => void;
  readonly discard: () => void;
  readonly onValuesChange: () => void;
  readonly onFinishFailed: (info: { errorFields: { name: FieldPath; errors: string[] }[] }) => void;
  readonly onFinish: (values: Values) => void;
}

/** `input.contacts.0.phone` → ['contacts', 0, 'phone'] */
export function readPath(path: string): FieldPath {
  const parts = path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  return parts[0] === 'input' ? parts.slice(1) : parts;
}

/** An emptied field is absent, not an empty text; blanks around a text were not meant. Secrets stay as typed. */
function tidy<Values extends object>(values: Values, secret: readonly string[]): Values {
  const entries = Object.entries(values)
    .map(([name, value]: [string, unknown]): [string, unknown] => [
      name,
      typeof value === 'string' && !secret.includes(name) ? value.trim() : value,
    ])
    .filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return Object.fromEntries(entries) as Values;
}

function withoutSecrets(values: object, secret: readonly string[]): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
}

/** The library ties a label to its field by the path: `contacts_0_phone`. */
function labelOf(path: FieldPath): string {
  const id = CSS.escape(path.join('_'));
  return document.querySelector(`label[for="${id}"]`)?.textContent ?? '';
}

function useProblems<Values extends object>(
  form: FormInstance<Values>,
  fieldOf: ApiFormOptions<Values, unknown>['fieldOf'],
) {
  const ruleText = useRuleText();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const focusFirst = useCallback(
    (found: readonly FormProblem[]) => {
      const first = found[0];
      if (first) {
        form.scrollToField(first.path as never, { focus: true, block: 'center' });
      }
    },
    [form],
  );
  const show = useCallback(
    (found: readonly FormProblem[]) => {
      setProblems(found.map((problem) => ({ ...problem, label: labelOf(problem.path) })));
      focusFirst(found);
    },
    [focusFirst],
  );
  const takeRefusal = useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) {
        return;
      }
      const found = error.fields.map((field) => {
        const path = readPath(field.path);
        return { path: fieldOf ? fieldOf(path) : path, text: ruleText(field) };
      });
      form.setFields(found.map(({ path, text }) => ({ name: path as never, errors: [text] })));
      show(found);
    },
    [form, fieldOf, ruleText, show],
  );
  return { problems, setProblems, show, takeRefusal };
}

/** What was typed and not saved: kept while typing, put back when the same form opens again. */
function useDraft<Values extends object>(
  form: FormInstance<Values>,
  { draftKey, initial }: { readonly draftKey: string; readonly initial: Partial<Values> },
) {
  const [isDirty, setDirty] = useState(false);
  const [isRestored, setRestored] = useState(false);
  const isDirtyNow = useRef(false);
  isDirtyNow.current = isDirty;
  useEffect(() => {
    if (isDirtyNow.current) {
      return;
    }
    const draft = readDraft(draftKey);
    form.resetFields();
    form.setFieldsValue({ ...initial, ...draft } as never);
    setDirty(draft !== null);
    setRestored(draft !== null);
  }, [form, draftKey, initial]);
  const forget = useCallback(() => {
    forgetDraft(draftKey);
    setDirty(false);
    setRestored(false);
  }, [draftKey]);
  const keep = useCallback(
    (values: object) => {
      setDirty(true);
      writeDraft(draftKey, values);
    },
    [draftKey],
  );
  return useMemo(
    () => ({ isDirty, isRestored, forget, keep }),
    [isDirty, isRestored, forget, keep],
  );
}

function useAfterSaving<Values extends object, Result>(options: ApiFormOptions<Values, Result>) {
  const { t } = useText();
  const { message } = App.useApp();
  const client = useQueryClient();
  return async (result: Result): Promise<void> => {
    const stale = options.invalidates ?? [];
    await Promise.all(stale.map(async (queryKey) => await client.invalidateQueries({ queryKey })));
    if (options.savedText !== null) {
      void message.success(options.savedText ?? t('common:saved'));
    }
    options.onSaved?.(result);
  };
}

/** A form that saves through the API: nothing typed is lost, and every refusal lands at its field. */
export function useApiForm<Values extends object, Result = unknown>(
  options: ApiFormOptions<Values, Result>,
): ApiForm<Values> {
  const { draftKey, secret = NO_SECRETS } = options;
  const initialText = JSON.stringify(options.initial ?? {});
  const initial = useMemo(() => JSON.parse(initialText) as Partial<Values>, [initialText]);
  const [form] = Form.useForm<Values>();
  const key = useRef(newKey());
  const draft = useDraft(form, { draftKey, initial });
  const { problems, setProblems, show, takeRefusal } = useProblems(form, options.fieldOf);
  const afterSaving = useAfterSaving(options);
  const clean = (): void => {
    draft.forget();
    setProblems([]);
    key.current = newKey();
  };
  const mutation = useMutation<Result, Error, Values>({
    mutationFn: async (values) => await options.save(values, key.current),
    onMutate: () => setProblems([]),
    onError: takeRefusal,
    onSuccess: async (result) => {
      clean();
      await afterSaving(result);
    },
  });
  return {
    form,
    isPending: mutation.isPending,
    isDirty: draft.isDirty,
    isRestored: draft.isRestored,
    error: mutation.error,
    problems,
    submit: () => form.submit(),
    discard: () => {
      clean();
      mutation.reset();
      form.resetFields();
      form.setFieldsValue(initial as never);
    },
    onValuesChange: () => draft.keep(withoutSecrets(form.getFieldsValue(true) as object, secret)),
    onFinishFailed: ({ errorFields }) =>
      show(errorFields.map(({ name, errors }) => ({ path: name, text: errors[0] ?? '' }))),
    onFinish: (values) => {
      if (!mutation.isPending) {
        mutation.mutate(tidy(values, secret));
      }
    },
  };
}
