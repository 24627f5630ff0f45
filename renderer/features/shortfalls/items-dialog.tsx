import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { OfferedMeasure } from '#shared/contract/reports.ts';
import type { ShortfallItem, WantedShortfallItem } from '#shared/contract/shortfalls.ts';
import {
  shortfallLevelNames,
  shortfallLevels,
  shortfallRuleNames,
  shortfallRules,
} from '#shared/rules/shortfalls/shortfall.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import { useMeasures } from '../reports/index.ts';
import styles from './shortfalls.module.css';

type Line = WantedShortfallItem & { key: string; usedBy: number };
const NONE = '';

/** Of what there has to be how much, by which standard, and from which ledger it is counted. */
export function ItemsDialog({ items, onClose }: { items: ShortfallItem[]; onClose: () => void }) {
  const [seen] = useState(() => items.map(wantedOf));
  const [lines, setLines] = useState<Line[]>(() =>
    items.map((item) => ({ ...wantedOf(item), key: item.uid, usedBy: item.usedBy })),
  );
  const measures = useMeasures() ?? [];
  const save = useOperation(client.shortfalls.setItems, { success: '已保存欠账项目', undoable: true });
  const hasShare = lines.some(({ rule }) => rule === 'share');
  const isComplete = lines.every(({ name }) => name.trim() !== '');

  return (
    <LinesDialog
      title="欠账项目和标准"
      width={1180}
      isIncomplete={!isComplete}
      saving={save.running}
      onSave={() => save.run({ base: seen, set: lines.map(wantedOf) })}
      onClose={onClose}
    >
      <LinesTable
        lines={lines}
        columns={columnsOf(measures, hasShare)}
        remove={({ name }) => `删除${name}`}
        add="新增一项"
        newLine={newLine}
        onChange={setLines}
      />
      <p className={styles.note}>已经登记了数字或计划的项目不能删除，也不能改由另一级登记。</p>
    </LinesDialog>
  );
}

/** @param hasShare of any line: the column of bases stands there */
function columnsOf(measures: readonly OfferedMeasure[], hasShare: boolean): LineColumn<Line>[] {
  const countable = (level: Line['level']) => [
    { value: NONE, label: '不自动计，逐处填写' },
    ...measures
      .filter(({ kind, rowKinds }) => kind !== 'share' && rowKinds.includes(level))
      .map(({ key, name }) => ({ value: key, label: name })),
  ];
  const basis: LineColumn<Line> = {
    title: '基数',
    cell: (line, change) => (
      <Select
        aria-label="基数"
        style={{ width: 140 }}
        disabled={line.rule !== 'share'}
        showSearch={{ optionFilterProp: 'label' }}
        options={countable(line.level)}
        value={line.basis}
        onChange={(value) => change({ basis: value })}
      />
    ),
  };
  const existing: LineColumn<Line> = {
    title: '现有按什么计',
    cell: (line, change) => (
      <Select
        aria-label="现有按什么计"
        style={{ width: 180 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={countable(line.level)}
        value={line.existing}
        onChange={(value) => change({ existing: value })}
      />
    ),
  };
  return [...plainColumns, ...(hasShare ? [basis] : []), existing, sourceColumn];
}

const plainColumns: readonly LineColumn<Line>[] = [
  textColumn('name', { title: '名称', maxLength: 30 }),
  textColumn('unit', { title: '单位', maxLength: 8, width: 68 }),
  {
    title: '登记到',
    cell: ({ level, usedBy }, change) => (
      <Select
        aria-label="登记到"
        style={{ width: 120 }}
        disabled={usedBy > 0}
        options={shortfallLevels.map((value) => ({ value, label: shortfallLevelNames[value] }))}
        value={level}
        onChange={(value) => change({ level: value, basis: NONE, existing: NONE })}
      />
    ),
  },
  {
    title: '应建',
    cell: ({ rule }, change) => (
      <Select
        aria-label="应建"
        style={{ width: 150 }}
        options={shortfallRules.map((value) => ({ value, label: shortfallRuleNames[value] }))}
        value={rule}
        onChange={(value) => change({ rule: value })}
      />
    ),
  },
  {
    title: '数量',
    cell: ({ rule, amount }, change) => (
      <InputNumber<number>
        aria-label="数量"
        min={1}
        max={1_000_000}
        precision={0}
        style={{ width: 80 }}
        disabled={rule === 'given'}
        value={amount}
        onChange={(value) => change({ amount: value ?? 1 })}
      />
    ),
  },
];

const sourceColumn: LineColumn<Line> = textColumn('source', {
  title: '依据(标准和条款)',
  label: () => '依据',
  maxLength: 200,
});

function wantedOf({
  uid,
  name,
  unit,
  level,
  rule,
  amount,
  basis,
  existing,
  source,
}: WantedShortfallItem): WantedShortfallItem {
  return { uid, name, unit, level, rule, amount, basis, existing, source };
}

function newLine(): Line {
  return {
    uid: null,
    name: '',
    unit: '个',
    level: 'township',
    rule: 'each',
    amount: 1,
    basis: NONE,
    existing: NONE,
    source: '',
    key: crypto.randomUUID(),
    usedBy: 0,
  };
}
