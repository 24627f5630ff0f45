import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
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
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
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
      <table className={styles.items}>
        <thead>
          <tr>
            <th>名称</th>
            <th>单位</th>
            <th>登记到</th>
            <th>应建</th>
            <th>数量</th>
            {hasShare && <th>基数</th>}
            <th>现有按什么计</th>
            <th>依据(标准和条款)</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <ItemLine
              key={line.key}
              line={line}
              measures={measures}
              hasShare={hasShare}
              onChange={(values) => setLines(changeLine<Line>(lines, place, values))}
              buttons={
                <LineButtons lines={lines} place={place} remove={`删除${line.name}`} onChange={setLines} />
              }
            />
          ))}
        </tbody>
      </table>
      <Button type="dashed" block onClick={() => setLines([...lines, newLine()])}>
        新增一项
      </Button>
      <p className={styles.note}>已经登记了数字或计划的项目不能删除，也不能改由另一级登记。</p>
    </LinesDialog>
  );
}

interface ItemLineProps {
  line: Line;
  measures: readonly OfferedMeasure[];
  /** Of any line: the column of bases stands there. */
  hasShare: boolean;
  onChange: (values: Partial<WantedShortfallItem>) => void;
  buttons: ReactNode;
}

function ItemLine({ line, measures, hasShare, onChange, buttons }: ItemLineProps) {
  const countable = [
    { value: NONE, label: '不自动计，逐处填写' },
    ...measures
      .filter(({ kind, rowKinds }) => kind !== 'share' && rowKinds.includes(line.level))
      .map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <tr>
      <td>
        <Input
          aria-label="名称"
          maxLength={30}
          value={line.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </td>
      <td>
        <Input
          aria-label="单位"
          maxLength={8}
          style={{ width: 56 }}
          value={line.unit}
          onChange={({ target }) => onChange({ unit: target.value })}
        />
      </td>
      <td>
        <Select
          aria-label="登记到"
          style={{ width: 120 }}
          disabled={line.usedBy > 0}
          options={shortfallLevels.map((value) => ({ value, label: shortfallLevelNames[value] }))}
          value={line.level}
          onChange={(level) => onChange({ level, basis: NONE, existing: NONE })}
        />
      </td>
      <td>
        <Select
          aria-label="应建"
          style={{ width: 150 }}
          options={shortfallRules.map((value) => ({ value, label: shortfallRuleNames[value] }))}
          value={line.rule}
          onChange={(rule) => onChange({ rule })}
        />
      </td>
      <td>
        <InputNumber<number>
          aria-label="数量"
          min={1}
          max={1_000_000}
          precision={0}
          style={{ width: 80 }}
          disabled={line.rule === 'given'}
          value={line.amount}
          onChange={(amount) => onChange({ amount: amount ?? 1 })}
        />
      </td>
      {hasShare && (
        <td>
          <Select
            aria-label="基数"
            style={{ width: 140 }}
            disabled={line.rule !== 'share'}
            showSearch={{ optionFilterProp: 'label' }}
            options={countable}
            value={line.basis}
            onChange={(basis) => onChange({ basis })}
          />
        </td>
      )}
      <td>
        <Select
          aria-label="现有按什么计"
          style={{ width: 180 }}
          showSearch={{ optionFilterProp: 'label' }}
          options={countable}
          value={line.existing}
          onChange={(existing) => onChange({ existing })}
        />
      </td>
      <td>
        <Input
          aria-label="依据"
          maxLength={200}
          value={line.source}
          onChange={({ target }) => onChange({ source: target.value })}
        />
      </td>
      <td>{buttons}</td>
    </tr>
  );
}

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
