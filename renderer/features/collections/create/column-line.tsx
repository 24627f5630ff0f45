import { Checkbox, Input, InputNumber, Select } from 'antd';
import {
  type CollectedColumn,
  columnKindNames,
  columnKinds,
  numberKinds,
} from '#shared/rules/collections/definition.ts';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { boundOf, typedBound, withKind } from './design.ts';
import styles from './design.module.css';

interface ColumnLineProps {
  column: CollectedColumn;
  columns: CollectedColumn[];
  place: number;
  onChange: (column: CollectedColumn) => void;
  onColumns: (columns: CollectedColumn[]) => void;
}

const kindOptions = columnKinds.map((kind) => ({ value: kind, label: columnKindNames[kind] }));

/** One column: what it is called, what may be written there. */
export function ColumnLine({ column, columns, place, onChange, onColumns }: ColumnLineProps) {
  const name = column.heading === '' ? `第 ${place + 1} 栏` : column.heading;
  return (
    <div className={styles.line}>
      <Input
        aria-label={`第 ${place + 1} 栏的名称`}
        placeholder={`第 ${place + 1} 栏的名称`}
        maxLength={60}
        value={column.heading}
        onChange={({ target }) => onChange({ ...column, heading: target.value })}
      />
      {column.locked ? (
        <span className={styles.locked}>已填好，锁定</span>
      ) : (
        <Select
          aria-label={`${name}的类型`}
          value={column.kind}
          options={kindOptions}
          onChange={(kind) => onChange(withKind(column, kind))}
        />
      )}
      {column.locked ? (
        <span />
      ) : (
        <Checkbox
          checked={column.required}
          onChange={({ target }) => onChange({ ...column, required: target.checked })}
        >
          必填
        </Checkbox>
      )}
      {column.locked ? <span /> : <ColumnDetail column={column} name={name} onChange={onChange} />}
      <span className={styles.buttons}>
        <LineButtons
          lines={columns}
          place={place}
          remove={`删除${name}`}
          stays={columns.length === 1}
          onChange={onColumns}
        />
      </span>
    </div>
  );
}

interface DetailProps {
  column: CollectedColumn;
  name: string;
  onChange: (column: CollectedColumn) => void;
}

/** What belongs to the kind: choices, limits, else a hint. */
function ColumnDetail({ column, name, onChange }: DetailProps) {
  if (column.kind === 'choice')
    return (
      <Select<string[]>
        mode="tags"
        aria-label={`${name}有哪些可选`}
        placeholder="有哪些可选，逐个输入后回车"
        open={false}
        suffixIcon={null}
        tokenSeparators={['、', '，', '；', '\n']}
        value={column.choices}
        onChange={(choices) => onChange({ ...column, choices })}
      />
    );
  if (!numberKinds.includes(column.kind))
    return (
      <Input
        aria-label={`${name}的填写说明`}
        placeholder="填写说明，可以不写"
        maxLength={200}
        value={column.hint}
        onChange={({ target }) => onChange({ ...column, hint: target.value })}
      />
    );
  const bound = (end: 'min' | 'max', label: string) => (
    <InputNumber<number>
      aria-label={`${name}${label}`}
      placeholder={label}
      precision={column.kind === 'whole' ? 0 : 2}
      value={typedBound(column, column[end])}
      onChange={(typed) => onChange({ ...column, [end]: boundOf(column, typed) })}
    />
  );
  return (
    <span className={styles.range}>
      {bound('min', '不小于')} {bound('max', '不大于')}
    </span>
  );
}
