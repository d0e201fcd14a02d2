import { useEffect, useState, type ComponentType, type ReactNode } from 'react';

import { useLate } from './use-late.js';

export type Load<Props extends object> = () => Promise<{ readonly default: ComponentType<Props> }>;
/** What stands in its place until the code is there; `isLate`: a person would wonder by now. */
type Waiting<Props extends object> = (props: Props, isLate: boolean) => ReactNode;

interface Loaded<Props extends object> {
  readonly Component?: ComponentType<Props>;
  readonly failure?: { readonly error: unknown };
}

/**
 * A part of the screen whose code is fetched when it is first shown. Not `React.lazy`: what has once fallen back under
 * Suspense is held back for 300 ms, though its code be there in ten. What fails is thrown to the boundary around it
 * and fetched again when that is given another try.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  waiting: Waiting<Props> = () => null,
): (props: Props) => ReactNode {
  let known: ComponentType<Props> | undefined;
  return function LazyPart(props: Props): ReactNode {
    const [{ Component, failure }, setLoaded] = useState<Loaded<Props>>(
      known === undefined ? {} : { Component: known },
    );
    const isLate = useLate(Component === undefined && failure === undefined);
    useEffect(() => {
      let isShown = true;
      const tell = (loaded: Loaded<Props>): void => {
        if (isShown) {
          setLoaded(loaded);
        }
      };
      if (known !== undefined) {
        tell({ Component: known });
      } else {
        load().then(
          (module) => {
            known = module.default;
            tell({ Component: known });
          },
          (error: unknown) => tell({ failure: { error } }),
        );
      }
      return () => {
        isShown = false;
      };
    }, []);
    if (failure !== undefined) {
      throw failure.error;
    }
    return Component === undefined ? waiting(props, isLate) : <Component {...props} />;
  };
}
