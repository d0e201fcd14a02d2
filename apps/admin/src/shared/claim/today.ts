const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** Today by the calendar of China, as `2026-02-28`. */
export const todayHere = (): string => DAY.format(new Date());
