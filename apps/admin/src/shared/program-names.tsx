import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useParams } from 'react-router';

import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import type { ProgramNamesQuery } from '../gql/graphql.js';
import { useSession } from './session.js';

const PROGRAM_NAMES = graphql(`
  query ProgramNames {
    programNames {
      countyCode
      program
      zh
      en
      paysPeople
    }
  }
`);

export type ProgramName = ProgramNamesQuery['programNames'][number];

export const PROGRAM_NAMES_KEY = ['program-names'] as const;
const EVERYBODYS = '*';
const KEPT_MS = 300_000;

interface Book {
  /** Of a county, by program: its own words before those of everybody's texts. */
  readonly of: (countyCode: string | undefined) => ReadonlyMap<string, ProgramName>;
  readonly isReady: boolean;
}

const BookContext = createContext<Book>({ of: () => new Map(), isReady: false });

function bookOf(names: readonly ProgramName[]): Book['of'] {
  const books = new Map<string | undefined, ReadonlyMap<string, ProgramName>>();
  return (countyCode) => {
    const rank = (name: ProgramName): number =>
      name.countyCode === countyCode ? 2 : name.countyCode === EVERYBODYS ? 0 : 1;
    const book =
      books.get(countyCode) ??
      new Map([...names].sort((a, b) => rank(a) - rank(b)).map((name) => [name.program, name]));
    books.set(countyCode, book);
    return book;
  };
}

/** Read once for everything below: each row of a list asks for a name. */
export function ProgramNames({ children }: { readonly children: ReactNode }) {
  const { data } = useQuery({
    queryKey: PROGRAM_NAMES_KEY,
    queryFn: async () => (await execute(PROGRAM_NAMES, {}, { background: true })).programNames,
    staleTime: KEPT_MS,
  });
  const book = useMemo(() => ({ of: bookOf(data ?? []), isReady: data !== undefined }), [data]);
  return <BookContext value={book}>{children}</BookContext>;
}

/** Of the county of the page's center, else of the only county that the reader works in. */
export function useProgramBook(): {
  readonly programs: ReadonlyMap<string, ProgramName>;
  readonly isReady: boolean;
} {
  const { of, isReady } = useContext(BookContext);
  const { centers, counties } = useSession();
  const { centerId } = useParams();
  const county =
    centers.find(({ id }) => id === centerId)?.countyCode ??
    (counties.length === 1 ? counties[0]?.code : undefined);
  return { programs: of(county), isReady };
}
