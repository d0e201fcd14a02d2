import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { ApiError, isApiError } from '../../api/api-error.js';
import { execute } from '../../api/execute.js';
import { forgetDraft, readDraft, writeDraft } from '../../shared/draft.js';
import type { AssessmentRecord } from './assessment.queries.js';
import { SAVE } from './assessment.mutations.js';
import { toInput, valuesOf, type FormValues } from './form-values.js';
import type { BackgroundField } from '../../shared/assessment/ability-form.queries.js';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'stale';

export interface FormChecks {
  readonly contradictions: readonly { readonly code: string; readonly fields: readonly string[] }[];
}

const PAUSE_MS = 800;
const RETRY_MS = 5000;
/** What another try may mend; anything else needs the person. */
const PASSING = ['NETWORK', 'BAD_ANSWER', 'OVERLOADED', 'INTERNAL'];

const draftKeyOf = (id: string): string => `assessment:${id}`;

function startValues(record: AssessmentRecord): { values: FormValues; isRestored: boolean } {
  const draft = readDraft(draftKeyOf(record.id)) as FormValues | null;
  return draft
    ? { values: draft, isRestored: true }
    : { values: valuesOf(record), isRestored: false };
}

/** What the saver needs to hold between renders: one save at a time, always of the latest form. */
interface Desk {
  values: FormValues;
  version: number;
  isDirty: boolean;
  running: Promise<boolean> | null;
  timer: number | undefined;
}

interface SaverOptions {
  readonly id: string;
  readonly fields: readonly BackgroundField[];
  readonly desk: React.RefObject<Desk>;
  readonly onChecks: (checks: FormChecks) => void;
}

function useSaver({ id, fields, desk, onChecks }: SaverOptions) {
  const [state, setState] = useState<SaveState>(desk.current.isDirty ? 'waiting' : 'saved');
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const saveOnce = useCallback(async (): Promise<void> => {
    const { values, version } = desk.current;
    desk.current.isDirty = false;
    setState('saving');
    const { saveAssessment } = await execute(SAVE, {
      input: toInput(values, fields, { id, version }),
    });
    desk.current.version = saveAssessment.version;
    onChecks(saveAssessment);
  }, [desk, fields, id, onChecks]);
  const flush = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(desk.current.timer);
    const work = async (): Promise<boolean> => {
      try {
        while (desk.current.isDirty) {
          await saveOnce();
        }
        forgetDraft(draftKeyOf(id));
        setError(null);
        setSavedAt(new Date().toISOString());
        setState('saved');
        return true;
      } catch (failure) {
        desk.current.isDirty = true;
        setError(failure);
        const isStale = isApiError(failure, 'STALE_VERSION', 'ASSESSMENT_WRONG_STATE');
        const isPassing = failure instanceof ApiError && PASSING.includes(failure.code);
        setState(isStale ? 'stale' : isPassing ? 'failed' : 'refused');
        if (isPassing) {
          desk.current.timer = window.setTimeout(() => void flush(), RETRY_MS);
        }
        return false;
      } finally {
        desk.current.running = null;
      }
    };
    desk.current.running ??= work();
    return await desk.current.running;
  }, [desk, id, saveOnce]);
  const later = useCallback(() => {
    desk.current.isDirty = true;
    setState((now) => (now === 'stale' ? now : 'waiting'));
    window.clearTimeout(desk.current.timer);
    desk.current.timer = window.setTimeout(() => void flush(), PAUSE_MS);
  }, [desk, flush]);
  return { state, savedAt, error, flush, later };
}

/**
 * The open form: what was ticked is sent a moment later, one save at a time and always the whole form at the version
 * last read. What could not be sent stays in this tab and is tried again.
 */
export function useAutosave(record: AssessmentRecord, fields: readonly BackgroundField[]) {
  const start = useMemo(() => startValues(record), [record]);
  const [values, setValues] = useState(start.values);
  const [checks, setChecks] = useState<FormChecks>({ contradictions: record.contradictions });
  const desk = useRef<Desk>({
    values: start.values,
    version: record.version,
    isDirty: start.isRestored,
    running: null,
    timer: undefined,
  });
  const saver = useSaver({ id: record.id, fields, desk, onChecks: setChecks });
  const { flush, later, state } = saver;
  const change = useCallback(
    (update: (values: FormValues) => FormValues) => {
      desk.current.values = update(desk.current.values);
      setValues(desk.current.values);
      writeDraft(draftKeyOf(record.id), desk.current.values);
      later();
    },
    [record.id, later],
  );
  useEffect(() => {
    const current = desk.current;
    if (current.isDirty) {
      void flush();
    }
    return () => {
      if (current.isDirty && state !== 'stale') {
        void flush();
      }
    };
    // Once on opening, for what was put back, and once on leaving.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const giveUp = useCallback(() => {
    desk.current.isDirty = false;
    window.clearTimeout(desk.current.timer);
    forgetDraft(draftKeyOf(record.id));
  }, [record.id]);
  return {
    ...saver,
    values,
    checks,
    change,
    giveUp,
    isRestored: start.isRestored,
    version: () => desk.current.version,
  };
}

export type Autosave = ReturnType<typeof useAutosave>;
