import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export const DEFAULT_PAGE_SIZE = 20;
export const PAGE_SIZES = [20, 50, 100] as const;
export type PageSize = (typeof PAGE_SIZES)[number];

export interface Sort {
  readonly field: string;
  readonly order: 'ASC' | 'DESC';
}

export interface TableState {
  readonly page: number;
  readonly pageSize: number;
  readonly sort: Sort | null;
  readonly filters: Readonly<Record<string, string>>;
}

interface Change {
  readonly page?: number;
  readonly pageSize?: number;
  readonly sort?: Sort | null;
  readonly filters?: Readonly<Record<string, string | null>>;
}

function readNumber(text: string | null, fallback: number, allowed?: readonly number[]): number {
  const value = Number(text);
  const isGood = Number.isInteger(value) && value >= 1 && (!allowed || allowed.includes(value));
  return text !== null && isGood ? value : fallback;
}

/** `name.desc` */
function readSort(text: string | null): Sort | null {
  const parts = /^(\w+)\.(asc|desc)$/.exec(text ?? '');
  return parts?.[1] ? { field: parts[1], order: parts[2] === 'desc' ? 'DESC' : 'ASC' } : null;
}

function write(params: URLSearchParams, name: string, value: string | null): void {
  if (value === null || value === '') {
    params.delete(name);
  } else {
    params.set(name, value);
  }
}

/** Page, order and filters of a list live in the URL: a reload or a shared link shows the same rows. */
export function useTableState(
  prefix: string,
  filterKeys: readonly string[],
  usual: PageSize = DEFAULT_PAGE_SIZE,
) {
  const [params, setParams] = useSearchParams();
  const names = filterKeys.join(' ');
  const state = useMemo<TableState>(() => {
    const entries = names
      .split(' ')
      .filter((name) => name !== '')
      .flatMap((name): [string, string][] => {
        const value = params.get(prefix + name);
        return value === null || value === '' ? [] : [[name, value]];
      });
    return {
      page: readNumber(params.get(`${prefix}page`), 1),
      pageSize: readNumber(params.get(`${prefix}pageSize`), usual, PAGE_SIZES),
      sort: readSort(params.get(`${prefix}sort`)),
      filters: Object.fromEntries(entries),
    };
  }, [params, prefix, names, usual]);

  const change = useCallback(
    (next: Change) =>
      setParams(
        (current) => {
          const changed = new URLSearchParams(current);
          const page = next.page ?? 1;
          write(changed, `${prefix}page`, page === 1 ? null : String(page));
          if (next.pageSize !== undefined) {
            const isDefault = next.pageSize === usual;
            write(changed, `${prefix}pageSize`, isDefault ? null : String(next.pageSize));
          }
          if (next.sort !== undefined) {
            const { sort } = next;
            write(changed, `${prefix}sort`, sort && `${sort.field}.${sort.order.toLowerCase()}`);
          }
          for (const [name, value] of Object.entries(next.filters ?? {})) {
            write(changed, prefix + name, value);
          }
          return changed;
        },
        { replace: true },
      ),
    [prefix, setParams, usual],
  );
  return [state, change] as const;
}
