import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { UseQueryResult } from '@tanstack/react-query';

import { QueryView } from './query-view.js';
import type { StatusTone } from './status-tag.js';
import './dashboard-card.css';

interface DashboardCardProps<Data> {
  readonly title: string;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Two columns wide where there is room: charts. */
  readonly wide?: boolean;
}

/** The frame of one card of the start page; the content comes from the card's own query. */
export function DashboardCard<Data>({ title, query, children, wide }: DashboardCardProps<Data>) {
  return (
    <section className={wide ? 'yb-dash yb-dash-wide' : 'yb-dash'}>
      <h2>{title}</h2>
      <QueryView query={query} rows={2}>
        {children}
      </QueryView>
    </section>
  );
}

interface TodoLineProps {
  readonly label: string;
  readonly count: number;
  /** The list that holds exactly these. */
  readonly to: string;
  readonly tone?: Extract<StatusTone, 'warning' | 'stopped' | 'plain'>;
}

/** One thing to do, and how many of it; the number opens its list. Nothing to do is said quietly. */
export function TodoLine({ label, count, to, tone = 'plain' }: TodoLineProps) {
  return (
    <Link className={`yb-todo yb-todo-${count === 0 ? 'none' : tone}`} to={to}>
      <span>{label}</span>
      <strong className="yb-number">{count}</strong>
    </Link>
  );
}
