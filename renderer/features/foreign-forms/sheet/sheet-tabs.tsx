import { Tabs } from 'antd';
import type { SheetLayout } from '#shared/rules/foreign-forms/layout.ts';

interface SheetTabsProps {
  sheets: readonly SheetLayout[];
  value: string;
  onChange: (name: string) => void;
}

/** The sheets of a workbook; one that is hidden there is said to be so. */
export function SheetTabs({ sheets, value, onChange }: SheetTabsProps) {
  return (
    <Tabs
      size="small"
      activeKey={value}
      onChange={onChange}
      items={sheets.map(({ name, state }) => ({
        key: name,
        label: state === 'visible' ? name : `${name}(隐藏)`,
      }))}
    />
  );
}
