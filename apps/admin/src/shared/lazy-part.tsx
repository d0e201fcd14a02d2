import { useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react';

import { useLate } from './use-late.js';

export type Load<Props extends object> = () => Promise<{ readonly default: ComponentType<Props> }>;
/** What stands in its place until the code is there; `isLate`: a person would wonder by now. */
type Waiting<Props extends object> = (props: Props, isLate: boolean) => ReactNode;

interface Loaded<Props extends object> {
  readonly Component?: ComponentType<Props>;
  readonly failure?: { readonly error: unknown };
}

/** A part that can be fetched before it is shown. */
export interface LazyPart<Props extends object> {
  (props: Props): ReactNode;
  readonly fetch: () => Promise<void>;
}

/**
 * A part of the screen whose code is fetched when it is first shown. Not `React.lazy`: what has once fallen back under
 * Suspense is held back for 300 ms, though its code be there in ten. What fails is thrown to the boundary around it
 * and fetched again when that is given another try.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  waiting: Waiting<Props> = () => null,
): LazyPart<Props> {
  let known: ComponentType<Props> | undefined;
  const fetch = async (): Promise<void> => {
    known ??= (await load()).default;
  };
  function Part(props: Props): ReactNode {
    const [{ Component, failure }, setLoaded] = useState<Loaded<Props>>(() => loadedOf(known));
    const isLate = useLate(Component === undefined && failure === undefined);
    // Before the screen is painted, so that it does not wait for a frame.
    useLayoutEffect(() => {
      if (Component !== undefined) {
        return undefined;
      }
      let isShown = true;
      const tell = (loaded: Loaded<Props>): void => {
        if (isShown) {
          setLoaded(loaded);
        }
      };
      fetch().then(
        () => tell(loadedOf(known)),
        (error: unknown) => tell({ failure: { error } }),
      );
      return () => {
        isShown = false;
      };
    }, []);
    if (failure !== undefined) {
      throw failure.error;
    }
    return Component === undefined ? waiting(props, isLate) : <Component {...props} />;
  }
  return Object.assign(Part, { fetch });
}

const loadedOf = <Props extends object>(
  Component: ComponentType<Props> | undefined,
): Loaded<Props> => (Component === undefined ? {} : { Component });
