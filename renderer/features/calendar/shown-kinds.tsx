import { Checkbox } from 'antd';
import { type DatedKind, datedGroups } from '#shared/rules/calendar/dated-kinds.ts';
import { someOf, useRemembered } from '#renderer/ui/remembered.ts';

const hiddenGroups = someOf(
  'calendar.hidden',
  datedGroups.map(({ name }) => name),
  [],
);

/** Groups of kinds that this browser does not show. */
export function useHiddenGroups(): [readonly string[], (names: readonly string[]) => void] {
  return useRemembered(hiddenGroups);
}

export function kindsOf(groups: readonly string[]): ReadonlySet<DatedKind> {
  return new Set(datedGroups.filter(({ name }) => groups.includes(name)).flatMap(({ kinds }) => kinds));
}

interface ShownKindsProps {
  hidden: readonly string[];
  onChange: (hidden: readonly string[]) => void;
}

/** What the calendar shows. */
export function ShownKinds({ hidden, onChange }: ShownKindsProps) {
  const names = datedGroups.map(({ name }) => name);
  return (
    <Checkbox.Group<string>
      options={names}
      value={names.filter((name) => !hidden.includes(name))}
      onChange={(shown) => onChange(names.filter((name) => !shown.includes(name)))}
    />
  );
}
