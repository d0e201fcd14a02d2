import { useCallback, useState } from 'react';

import { useSession } from '../session.js';

export type Density = 'middle' | 'small';

interface Settings {
  readonly hidden: readonly string[];
  readonly density: Density;
}

const DEFAULT: Settings = { hidden: [], density: 'middle' };

function read(key: string): Settings {
  try {
    return { ...DEFAULT, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>) };
  } catch {
    return DEFAULT;
  }
}

/** Which columns a person wants to see, and how close together; kept on this device for each person. */
export function useColumnSettings(tableId: string) {
  const { userId } = useSession();
  const key = `yibu.columns.${userId}.${tableId}`;
  const [settings, setSettings] = useState(() => read(key));
  const save = useCallback(
    (next: Settings) => {
      setSettings(next);
      localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return { settings, save, reset: () => save(DEFAULT) };
}
