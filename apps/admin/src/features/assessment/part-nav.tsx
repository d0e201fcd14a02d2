import { CheckCircleFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';

import { useText } from '../../i18n/use-text.js';
import { SidewaysArrows } from '../../shared/sideways-arrows.js';
import { pointsOf, progressOf, type FormValues, type Part } from './form-values.js';

interface PartNavProps {
  readonly parts: readonly Part[];
  readonly current: string;
  readonly values: FormValues;
  readonly onOpen: (partId: string) => void;
}

/** Where one is, how much is done in each part, and the points so far (for information). */
export function PartNav({ parts, current, values, onOpen }: PartNavProps) {
  const { t } = useText();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current="step"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  const total = parts.reduce(
    (sum, part) => sum + (part.dimension ? pointsOf(part.dimension, values) : 0),
    0,
  );
  return (
    <div className="yb-sideways as-nav-frame">
      <nav className="as-nav" aria-label={t('assessment:form.nav')} ref={list}>
        {parts.map((part) => {
          const { done, all } = progressOf(part, values);
          return (
            <button
              key={part.id}
              type="button"
              className="as-nav-part"
              aria-current={part.id === current ? 'step' : undefined}
              onClick={() => onOpen(part.id)}
            >
              <span className="as-nav-name">{t(`assessment:form.sections.${part.id}`)}</span>
              <span className="as-nav-note yb-number">
                {part.id === 'SIGN' ? null : done === all ? (
                  <span>
                    <CheckCircleFilled aria-hidden /> {t('assessment:form.done', { done, all })}
                  </span>
                ) : (
                  <span>{t('assessment:form.done', { done, all })}</span>
                )}
                {part.dimension ? (
                  <span className="as-nav-points">
                    {t('assessment:form.subtotal', {
                      points: pointsOf(part.dimension, values),
                      max: part.dimension.maxPoints,
                    })}
                  </span>
                ) : null}
              </span>
            </button>
          );
        })}
        <p className="as-nav-total">
          <strong className="yb-number">{t('assessment:form.running', { points: total })}</strong>
          <span>{t('assessment:form.runningNote')}</span>
        </p>
      </nav>
      <SidewaysArrows row={list} />
    </div>
  );
}
