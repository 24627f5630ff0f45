const DAY_MILLISECONDS = 86_400_000;
const DAY_ZERO_1900 = Date.UTC(1899, 11, 31);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** Excel's calendar has a 29 February 1900 that never was. */
const INVENTED_DAY = 60;
const FIRST_DAY_OF_YEAR_10000 = Date.UTC(10_000, 0, 1);

/**
 * A workbook's day number as ISO text: the day alone where there is no time of day.
 * @returns undefined for a number that is no day of this calendar
 */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  const milliseconds = Math.round(serial * DAY_MILLISECONDS);
  const day = Math.floor(milliseconds / DAY_MILLISECONDS);
  if (day < (is1904 ? 0 : 1) || (!is1904 && day === INVENTED_DAY)) return undefined;
  const skipped = !is1904 && day > INVENTED_DAY ? DAY_MILLISECONDS : 0;
  const instant = (is1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + milliseconds - skipped;
  if (!(instant < FIRST_DAY_OF_YEAR_10000)) return undefined;
  const text = new Date(instant).toISOString();
  if (milliseconds % DAY_MILLISECONDS === 0) return text.slice(0, 10);
  return milliseconds % 1_000 === 0 ? text.slice(0, 19) : text.slice(0, 23);
}

/** A part of a day (0 up to, not including, 1) as `HH:MM:SS[.mmm]`; undefined for other numbers. */
export function timeOfSerial(serial: number): string | undefined {
  const milliseconds = Math.round(serial * DAY_MILLISECONDS);
  if (milliseconds < 0 || milliseconds >= DAY_MILLISECONDS) return undefined;
  return new Date(milliseconds).toISOString().slice(11, -1).replace('.000', '');
}

/** Seconds, to the millisecond. */
export function secondsOfSerial(serial: number): number {
  return Math.round(serial * DAY_MILLISECONDS) / 1_000;
}

/** A date or time that the file spells in ISO form, in the shape of `dateOfSerial` and `timeOfSerial`. */
export function readIsoDate(text: string): { type: 'date' | 'time'; value: string } | undefined {
  const parts =
    /^(?:(\d{4}-\d{2}-\d{2})(?:T(?=\d)|$))?(?:(\d{2}:\d{2}:\d{2})(?:\.(\d{1,3})\d*)?Z?)?$/.exec(text) ??
    undefined;
  const [, day, time, fraction] = parts ?? [];
  const instant = Date.parse(`${day ?? '1970-01-01'}T${time ?? '00:00:00'}Z`);
  if (Number.isNaN(instant) || (day === undefined && time === undefined)) return undefined;
  if (day !== undefined && !new Date(instant).toISOString().startsWith(day)) return undefined;
  const exactTime =
    time === undefined ? '' : `${time}${fraction === undefined ? '' : `.${fraction.padEnd(3, '0')}`}`;
  if (day === undefined) return { type: 'time', value: exactTime.replace('.000', '') };
  const hasTime = exactTime.replaceAll(/[0:.]/g, '') !== '';
  return { type: 'date', value: hasTime ? `${day}T${exactTime.replace('.000', '')}` : day };
}
