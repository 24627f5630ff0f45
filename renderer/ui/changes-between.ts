/** Only what was touched of a form: what somebody else changed beside it is no conflict. */
export function changesBetween<Fields extends object>(
  before: Fields,
  after: Fields,
): { base: Partial<Fields>; set: Partial<Fields> } {
  const names = (Object.keys(before) as (keyof Fields)[]).filter(
    (name) => comparable(before[name]) !== comparable(after[name]),
  );
  return {
    base: Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<Fields>,
    set: Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Fields>,
  };
}

/** The order in which several were chosen says nothing. */
function comparable(value: unknown): string {
  return JSON.stringify(
    Array.isArray(value) ? value.map(String).toSorted((one, other) => (one < other ? -1 : 1)) : value,
  );
}
