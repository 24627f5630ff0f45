import { Button, Form, InputNumber } from 'antd';
import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import { hasFormulas } from '#shared/rules/foreign-forms/fit.ts';
import { lookUpLayout, type SheetLayout } from '#shared/rules/foreign-forms/layout.ts';
import type { PointedBlock, RepeatedSheet } from '#shared/rules/foreign-forms/pointing.ts';
import { columnName } from '#shared/workbook.ts';
import { withColumn, withRows, withSource } from './change-pointing.ts';
import { fieldOf, FieldSelect } from './field-select.tsx';
import { FilterFields } from './filter-fields.tsx';
import { MatchFields } from './match-fields.tsx';
import { OrderFields } from './order-fields.tsx';
import { SourceSelect } from './source-select.tsx';
import styles from './pointing.module.css';

interface BlockPanelProps {
  sources: readonly OfferedSource[];
  layout: SheetLayout;
  block: PointedBlock;
  /** The sheet as it repeats; null: it is there once. */
  repeat: RepeatedSheet | null;
  /** The one that is selected in the sheet. */
  column: number;
  /** Null: nothing repeats there any more. */
  onChange: (block: PointedBlock | null) => void;
}

/** Rows that repeat: for what, which column takes which field, which of them, in which order. */
export function BlockPanel({ sources, layout, block, repeat, column, onChange }: BlockPanelProps) {
  const source = sources.find(({ key }) => key === block.source);
  const pointed = block.columns.find((each) => each.column === column);
  const ofSheet = sources.find(({ key }) => key === repeat?.source);

  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label={`${columnName(column)} 列填什么`}
        {...(hasFormulas(lookUpLayout(layout), block, column)
          ? { extra: '这一列原来是公式。填了以后公式就没有了，一般应当留着；不填时每行的公式都会保留。' }
          : {})}
      >
        <div className={styles.stack}>
          <FieldSelect
            label={`${columnName(column)} 列填什么`}
            sources={source === undefined ? [] : [source]}
            value={pointed === undefined ? null : { source: block.source, ...pointed }}
            onChange={(choice) => onChange(withColumn(block, layout, column, choice))}
          />
        </div>
      </Form.Item>
      <Form.Item label="每行是什么">
        <SourceSelect
          label="每行是什么"
          sources={sources}
          value={block.source}
          onChange={(next) => onChange(withSource(block, next))}
        />
      </Form.Item>
      <Form.Item label="表里留好的行">
        <RowFields block={block} onChange={(rows) => onChange(withRows(block, layout, rows))} />
      </Form.Item>
      {source !== undefined && ofSheet !== undefined && (
        <Form.Item label="只填本表的">
          <MatchFields
            source={source}
            ofSheet={ofSheet}
            match={block.match}
            onChange={(match) => onChange({ ...block, match })}
          />
        </Form.Item>
      )}
      <Form.Item label="只填符合这些条件的">
        <FilterFields
          key={block.source}
          fields={source?.fields ?? []}
          filters={block.filters}
          onChange={(filters) => onChange({ ...block, filters })}
        />
      </Form.Item>
      <Form.Item label="顺序">
        <OrderFields
          fields={source?.fields ?? []}
          order={block.order}
          onChange={(order) => onChange({ ...block, order })}
        />
      </Form.Item>
      {block.columns.length > 0 && (
        <Form.Item label="已指定的列">
          <ul className={styles.columns}>
            {block.columns.map(({ column: place, field }) => (
              <li key={place}>
                {columnName(place)} 列：
                {fieldOf(sources, { source: block.source, field })?.name ?? '没有这项内容了'}
              </li>
            ))}
          </ul>
        </Form.Item>
      )}
      <Button danger onClick={() => onChange(null)}>
        取消重复
      </Button>
    </Form>
  );
}

interface RowFieldsProps {
  block: Pick<PointedBlock, 'top' | 'bottom'>;
  onChange: (rows: Pick<PointedBlock, 'top' | 'bottom'>) => void;
}

function RowFields({ block: { top, bottom }, onChange }: RowFieldsProps) {
  const set = (rows: { top: number; bottom: number }) => {
    if (rows.top <= rows.bottom) onChange(rows);
  };
  return (
    <div className={styles.line}>
      第
      <InputNumber
        aria-label="首行"
        className={styles.number ?? ''}
        min={1}
        max={bottom}
        precision={0}
        value={top}
        onChange={(value) => value !== null && set({ top: value, bottom })}
      />
      行至第
      <InputNumber
        aria-label="末行"
        className={styles.number ?? ''}
        min={top}
        precision={0}
        value={bottom}
        onChange={(value) => value !== null && set({ top, bottom: value })}
      />
      行
    </div>
  );
}
