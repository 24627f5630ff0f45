import { Select } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';

interface SourceSelectProps {
  label: string;
  placeholder?: string;
  /** Only those that have rows are offered. */
  sources: readonly OfferedSource[];
  value: string | null;
  onChange: (source: string) => void;
}

/** Chooses what each row, or each sheet, is: by words or pinyin initials. */
export function SourceSelect({ label, placeholder, sources, value, onChange }: SourceSelectProps) {
  return (
    <Select<string, { value: string; label: string; words: string }>
      aria-label={label}
      placeholder={placeholder}
      showSearch={{
        filterOption: (typed, option) => option?.words.includes(typed.trim().toLowerCase()) ?? false,
      }}
      value={value}
      options={sources
        .filter(({ kind }) => kind === 'rows')
        .map(({ key, name, initials }) => ({
          value: key,
          label: name,
          words: `${name} ${initials}`.toLowerCase(),
        }))}
      onChange={onChange}
    />
  );
}
