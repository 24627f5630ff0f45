/**
 * No fewer days can hold visits of these lengths (the bound of Martello and Toth): each place longer than half a day
 * has one of its own, and what these leave over takes only a part of the others.
 */
export function leastDays(minutes: readonly number[], ofDay: number): number {
  const fitting = minutes.filter((length) => length <= ofDay);
  const sum = (list: readonly number[]) => list.reduce((total, length) => total + length, 0);
  const thresholds = new Set([0, ...fitting.filter((length) => length * 2 <= ofDay)]);
  return Math.max(
    0,
    ...Array.from(thresholds, (short) => {
      const alone = fitting.filter((length) => length > ofDay - short).length;
      const long = fitting.filter((length) => length * 2 > ofDay && length <= ofDay - short);
      const others = fitting.filter((length) => length * 2 <= ofDay && length >= short);
      const over = sum(others) - (long.length * ofDay - sum(long));
      return alone + long.length + Math.max(0, Math.ceil(over / ofDay));
    }),
  );
}
