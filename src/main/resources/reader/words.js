/* Formats dates, counts and names. */

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
const weekday = new Intl.DateTimeFormat("en-GB", { dateStyle: "full" });
const ago = new Intl.RelativeTimeFormat("en-GB");
const names = new Intl.ListFormat("en-GB");

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "Wednesday, 25 November 2026" */
export function today() {
  return weekday.format(new Date());
}

/** "25 November 2026 at 13:47" */
export function exactly(instant) {
  return moment.format(new Date(instant));
}

/** "3 hours ago", and after a day "25 November 2026". */
export function briefly(instant) {
  const age = Date.now() - new Date(instant);
  if (age < HOUR) {
    return ago.format(-Math.max(1, Math.floor(age / MINUTE)), "minute");
  }
  return age < DAY ? ago.format(-Math.floor(age / HOUR), "hour") : day.format(new Date(instant));
}

/** "4 articles" */
export function counted(count, one, many) {
  return `${count} ${count === 1 ? one : many}`;
}

/** The name of a language in itself: "Deutsch" */
export function languageName(language) {
  return new Intl.DisplayNames(language, { type: "language" }).of(language);
}

/** Joins parts with separators in between: "Elena Marsh", " and ", "Mei Castellan". */
export function joined(parts) {
  const values = [...parts];
  return names.formatToParts(values.map(String)).map((part) => (part.type === "element" ? values.shift() : part.value));
}
