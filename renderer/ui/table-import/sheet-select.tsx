import { Select } from 'antd';

interface SheetSelectProps {
  sheet: string;
  sheets: readonly string[];
  onChange: (sheet: string) => void;
}

/** Nothing where there is no choice. */
export function SheetSelect({ sheet, sheets, onChange }: SheetSelectProps) {
  if (sheets.length < 2) return null;
  return (
    <Select
      aria-label="工作表"
      style={{ minWidth: 140 }}
      value={sheet}
      options={sheets.map((name) => ({ value: name, label: name }))}
      onChange={onChange}
    />
  );
}
