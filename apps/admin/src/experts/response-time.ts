/** Words for lengths of time. */
interface TimeWords {
  minutes: (n: number) => string;
  hours: (n: number) => string;
  days: (n: number) => string;
}

/** A length of time in its largest fitting unit: 40 minutes, 3 hours, 2 days. */
export function timeText(minutes: number, w: TimeWords): string {
  if (minutes < 60) return w.minutes(Math.max(1, Math.round(minutes)));
  const hours = Math.round(minutes / 60);
  return hours < 48 ? w.hours(hours) : w.days(Math.round(minutes / 1440));
}
