function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Local wall time like 2026-11-23 09:05, as clerks read it. */
export function formatInstant(instant: number): string {
  const date = new Date(instant);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
