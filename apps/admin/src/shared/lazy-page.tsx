import { Skeleton } from 'antd';

import { lazyPart, type LazyPart, type Load } from './lazy-part.js';

/** A whole page: lines of a skeleton once a person would wonder. */
export const lazyPage = (load: Load<object>): LazyPart<object> =>
  lazyPart<object>(load, (_props, isLate) =>
    isLate ? <Skeleton active style={{ padding: 24 }} /> : null,
  );
