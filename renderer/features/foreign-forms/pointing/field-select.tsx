import { Select } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import { formatNames, formatsFor, type ValueFormat } from '#shared/rules/foreign-forms/pointing.ts';

interface Choice {
  source: string;
  field: string;
  format: ValueFormat;
}

interface FieldSelectProps {
  label: string;
  /** Whose fields are offered. */
  sources: readonly OfferedSource[];
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
}

/** Chooses a field by words or pinyin initials, and how its value is written. */
export function FieldSelect({ label, sources, value, onChange }: FieldSelectProps) {
  const field = value === null ? undefined : fieldOf(sources, value);
  const formats = formatsFor(field?.kind ?? 'text');
  const options = sources.map((source) => ({
    label: source.name,
    options: source.fields.map((each) => ({
      value: keyOf(source.key, each.key),
      label: each.name,
      words: `${each.name} ${each.initials}`.toLowerCase(),
    })),
  }));

  return (
    <>
      <Select
        aria-label={label}
        style={{ width: '100%' }}
        placeholder="不填。输入文字或拼音首字母查找"
        allowClear
        showSearch={{
          filterOption: (typed, option) =>
            option !== undefined && 'words' in option && isMeant(option.words, typed),
        }}
        value={value === null ? null : keyOf(value.source, value.field)}
        options={
          value !== null && field === undefined
            ? [
                {
                  label: '没有这项内容了，请重新选择',
                  options: [{ value: keyOf(value.source, value.field), label: value.field, words: '' }],
                },
                ...options,
              ]
            : options
        }
        onChange={(key?: string) => onChange(key === undefined ? null : { ...choiceOf(key), format: 'asIs' })}
      />
      {value !== null && formats.length > 1 && (
        <Select
          aria-label={`${label}的写法`}
          prefix="写法："
          style={{ width: '100%' }}
          value={value.format}
          options={formats.map((format) => ({ value: format, label: formatNames[format] }))}
          onChange={(format) => onChange({ ...value, format })}
        />
      )}
    </>
  );
}

function isMeant(words: unknown, typed: string): boolean {
  return typeof words === 'string' && words.includes(typed.trim().toLowerCase());
}

const BETWEEN = '\n';

function keyOf(source: string, field: string): string {
  return `${source}${BETWEEN}${field}`;
}

function choiceOf(key: string): Pick<Choice, 'source' | 'field'> {
  const [source = '', field = ''] = key.split(BETWEEN);
  return { source, field };
}

export function fieldOf(
  sources: readonly OfferedSource[],
  { source, field }: Pick<Choice, 'source' | 'field'>,
) {
  return sources.find(({ key }) => key === source)?.fields.find(({ key }) => key === field);
}
