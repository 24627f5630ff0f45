import { Button, Form } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import type { FieldChoice, RepeatedSheet } from '#shared/rules/foreign-forms/pointing.ts';
import { FieldSelect } from './field-select.tsx';
import { RepeatFields } from './repeat-fields.tsx';
import { SourceSelect } from './source-select.tsx';
import styles from './pointing.module.css';

interface CellPanelProps {
  sources: readonly OfferedSource[];
  value: FieldChoice | null;
  /** A formula of the form stands here: filling the cell takes it away. */
  isFormula: boolean;
  rows: { top: number; bottom: number };
  onCell: (choice: FieldChoice | null) => void;
  onRepeat: (source: string) => void;
  /** How the whole sheet repeats; null: it is there once. */
  repeat: RepeatedSheet | null;
  sheet: string;
  onSheet: (repeat: RepeatedSheet | null) => void;
}

/** A single cell, rows that are to repeat, and the sheet as a whole. */
export function CellPanel({
  sources,
  value,
  isFormula,
  rows,
  sheet,
  repeat,
  onCell,
  onRepeat,
  onSheet,
}: CellPanelProps) {
  const { top, bottom } = rows;
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label="这一格填什么"
        {...(isFormula ? { extra: '这里原来是公式。填了以后公式就没有了，一般应当留着。' } : {})}
      >
        <div className={styles.stack}>
          <FieldSelect
            label="这一格填什么"
            sources={sources.filter(({ kind, key }) => kind === 'single' || key === repeat?.source)}
            value={value}
            onChange={onCell}
          />
          {value !== null && <Button onClick={() => onCell(null)}>不填这一格</Button>}
        </div>
      </Form.Item>
      <Form.Item
        label={top === bottom ? `第 ${top} 行按什么重复` : `第 ${top}—${bottom} 行按什么重复`}
        extra="每个单位、每项任务各占一行的地方：先选中表里留好的这几行，再选每行是什么。行数不够时照着插入，公式、边框、合计跟着走；多出来的行留空。"
      >
        <SourceSelect
          label="按什么重复"
          placeholder="不重复。输入文字或拼音首字母查找"
          sources={sources}
          value={null}
          onChange={onRepeat}
        />
      </Form.Item>
      <RepeatFields sources={sources} sheet={sheet} repeat={repeat} onChange={onSheet} />
    </Form>
  );
}
