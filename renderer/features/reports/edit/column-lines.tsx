import { Input, Select } from 'antd';
import type { OfferedMeasure, ReportFields } from '#shared/contract/reports.ts';
import { type RowKind, rowKindNames } from '#shared/rules/reports/table.ts';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import styles from '../reports.module.css';

type Column = ReportFields['columns'][number];

interface ColumnLinesProps {
  measures: readonly OfferedMeasure[];
  rowKind: RowKind;
  /** Given by Form.Item. */
  value?: Column[];
  onChange?: (columns: Column[]) => void;
}

/** The columns of a report in their order, with the office's own headings. */
export function ColumnLines({ measures, rowKind, value = [], onChange }: ColumnLinesProps) {
  const known = new Map(measures.map((measure) => [measure.key, measure]));
  const change = (columns: Column[]) => onChange?.(columns);
  return (
    <>
      {value.length > 0 && (
        <table className={styles.lines} aria-label="栏目">
          <thead>
            <tr>
              <th scope="col">统计项</th>
              <th scope="col">印在表上的名称</th>
              <th scope="col" aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {value.map((column, place) => {
              const measure = known.get(column.measure);
              const name = measure?.name ?? '已没有的统计项';
              return (
                <tr key={column.measure}>
                  <td>
                    {name}
                    <Trouble measure={measure} rowKind={rowKind} />
                  </td>
                  <td>
                    <Input
                      aria-label={`${name}印在表上的名称`}
                      maxLength={30}
                      placeholder={name}
                      value={column.heading}
                      onChange={({ target }) => change(changeLine(value, place, { heading: target.value }))}
                    />
                  </td>
                  <td>
                    <LineButtons lines={value} place={place} remove={`去掉${name}`} onChange={change} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Select<string>
        aria-label="添加栏目"
        placeholder="添加栏目：输入文字或拼音首字母查找"
        style={{ width: '100%' }}
        value={null}
        showSearch={{
          filterOption: (typed, option) =>
            option !== undefined && 'words' in option && isMeant(option.words, typed),
        }}
        options={offered(measures, rowKind, value)}
        onChange={(measure) => change([...value, { measure, heading: '' }])}
      />
    </>
  );
}

/** Each feature's measures under its name: those that such rows can tell and that are not there yet. */
function offered(measures: readonly OfferedMeasure[], rowKind: RowKind, value: readonly Column[]) {
  const open = measures.filter(
    ({ key, rowKinds }) => rowKinds.includes(rowKind) && !value.some(({ measure }) => measure === key),
  );
  return [...Map.groupBy(open, ({ sourceName }) => sourceName)].map(([label, own]) => ({
    label,
    options: own.map(({ key, name, unit, initials }) => ({
      value: key,
      label: `${name}(${unit})`,
      words: `${name} ${label} ${initials}`.toLowerCase(),
    })),
  }));
}

function isMeant(words: unknown, typed: string): boolean {
  return typeof words === 'string' && words.includes(typed.trim().toLowerCase());
}

function Trouble({ measure, rowKind }: { measure: OfferedMeasure | undefined; rowKind: RowKind }) {
  if (measure === undefined || measure.rowKinds.includes(rowKind)) return null;
  return <div className={styles.trouble}>不能按{rowKindNames[rowKind]}分列，请去掉</div>;
}
