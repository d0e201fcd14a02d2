import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { SESSION_KEY, useSession } from '../../shared/session.js';
import { signInPath } from '../sign-in/next-path.js';
import { SIGN_OUT } from '../sign-in/sign-in.queries.js';
import { useLeaveTo } from '../use-leave-to.js';

const MINUTE_MS = 60_000;
const WARNING_MS = 2 * MINUTE_MS;
const CHECK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Milliseconds since the last sign of life on this page, refreshed every few seconds. */
function useStillness(): { stillMs: number; awake: () => void } {
  const last = useRef(Date.now());
  const [stillMs, setStillMs] = useState(0);
  const awake = (): void => {
    last.current = Date.now();
    setStillMs(0);
  };
  useEffect(() => {
    const mark = (): void => {
      last.current = Date.now();
    };
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, mark, { passive: true }));
    const timer = window.setInterval(() => setStillMs(Date.now() - last.current), CHECK_EVERY_MS);
    return () => {
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, mark));
      window.clearInterval(timer);
    };
  }, []);
  return { stillMs, awake };
}

/** A screen left alone in a nurses' room signs itself out; two minutes before, it says so. */
export function IdleWatch() {
  const { t } = useText();
  const { idleMinutes } = useSession();
  const client = useQueryClient();
  const leaveTo = useLeaveTo();
  const { stillMs, awake } = useStillness();
  const limitMs = idleMinutes * MINUTE_MS;
  const isOver = stillMs >= limitMs;
  useEffect(() => {
    if (isOver) {
      const { pathname, search } = window.location;
      void execute(SIGN_OUT, {})
        .catch(() => undefined)
        .finally(() => void leaveTo(signInPath(`${pathname}${search}`, 'idle')));
    }
  }, [isOver, leaveTo]);
  const isNear = !isOver && stillMs >= limitMs - WARNING_MS;
  const stay = (): void => {
    awake();
    void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  return (
    <Modal
      open={isNear}
      title={t('shell:idle.title')}
      okText={t('shell:idle.stay')}
      onOk={stay}
      onCancel={stay}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      {t('shell:idle.text')}
    </Modal>
  );
}
