import { Checkbox } from 'antd';
import { useState } from 'react';
import { type DatedKind, datedGroups } from '#shared/rules/calendar/dated-kinds.ts';

const KEY = 'calendar.hidden';

/** Groups of kinds that this browser does not show; remembered. */
export function useHiddenGroups(): [readonly string[], (names: readonly string[]) => void] {
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const stored = localStorage.getItem(KEY)?.split(' ') ?? [];
    return stored.filter((name) => datedGroups.some((group) => group.name === name));
  });
  return [
    hidden,
    (names) => {
      setHidden(names);
      localStorage.setItem(KEY, names.join(' '));
    },
  ];
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
