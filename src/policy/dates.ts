const MS_PER_DAY = 86_400_000;

/** A day as `YYYY-MM-DD`. */
export type IsoDate = string;

/** Whether the text is a day that exists in the calendar, as `YYYY-MM-DD` (`2026-02-30` is not). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one day to another, negative when `to` lies before `from`. Both must be ISO dates. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}
