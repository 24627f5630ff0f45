import { useQuery } from '@tanstack/react-query';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CreditKind, WantedCreditKind } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { eventEffectNames, eventEffects } from '#shared/rules/credit/levels.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../credit.module.css';
import { creditTables } from '../words.ts';

type Line = WantedCreditKind & { key: string; usedBy: number };

const THOUSAND = 1_000;
const effects = eventEffects.map((value) => ({ value, label: eventEffectNames[value] }));

const columns: readonly LineColumn<Line>[] = [
  textColumn('name', { title: '名称', maxLength: 60, width: 260 }),
  {
    title: '结果',
    cell: ({ effect, points, usedBy }, change) => (
      <Select
        aria-label="结果"
        style={{ width: 150 }}
        disabled={usedBy > 0}
        options={effects}
        value={effect}
        onChange={(value) =>
          change({ effect: value, points: value === 'points' ? (points ?? THOUSAND) : null })
        }
      />
    ),
  },
  {
    title: '分值',
    cell: ({ effect, points }, change) => (
      <InputNumber
        aria-label="分值"
        style={{ width: 72 }}
        min={0.1}
        max={100}
        disabled={effect !== 'points'}
        value={points === null ? null : points / THOUSAND}
        onChange={(value) => value !== null && change({ points: Math.round(value * THOUSAND) })}
      />
    ),
  },
  {
    title: '守信有效(月)',
    cell: ({ effect, months }, change) => (
      <InputNumber
        aria-label="守信有效(月)"
        style={{ width: 72 }}
        min={1}
        max={120}
        precision={0}
        disabled={effect !== 'trusted'}
        value={months}
        onChange={(value) => value !== null && change({ months: value })}
      />
    ),
  },
  {
    title: '启用',
    cell: ({ validFrom }, change) => (
      <DayField
        label="启用"
        value={validFrom}
        onChange={(day) => day !== null && change({ validFrom: day })}
      />
    ),
  },
  {
    title: '停用',
    cell: ({ validTo }, change) => (
      <DayField label="停用" allowClear value={validTo} onChange={(day) => change({ validTo: day })} />
    ),
  },
  textColumn('source', { title: '依据', maxLength: 100 }),
];

/** What counts as an event, what it leads to, and where that is from. */
export function KindsDialog({ onClose }: { onClose: () => void }) {
  const kinds = useQuery(api.credit.kinds.queryOptions({ meta: { tables: creditTables } }));
  return <QueryView query={kinds}>{(data) => <KindsForm kinds={data} onClose={onClose} />}</QueryView>;
}

function KindsForm({ kinds, onClose }: { kinds: CreditKind[]; onClose: () => void }) {
  const [seen] = useState(() => kinds.map(wantedOf));
  const [lines, setLines] = useState<Line[]>(() =>
    kinds.map((kind) => ({ ...wantedOf(kind), key: kind.uid, usedBy: kind.usedBy })),
  );
  const [today] = useState(() => localDay(Date.now()));
  const save = useOperation(client.credit.setKinds, { success: '已保存信用事项的种类', undoable: true });
  const isComplete = lines.every(({ name }) => name.trim() !== '');

  return (
    <LinesDialog
      title="信用事项的种类"
      width={1_200}
      centered
      isIncomplete={!isComplete}
      saving={save.running}
      onSave={() => save.run({ base: seen, set: lines.map(wantedOf) })}
      onClose={onClose}
    >
      <LinesTable
        lines={lines}
        columns={columns}
        remove={({ name }) => `删除${name}`}
        stays={({ usedBy }) => usedBy > 0}
        add="新增一种"
        newLine={() => newLine(today)}
        onChange={setLines}
      />
      <p className={styles.note}>
        登记过的种类可以改名称、分值和依据，不能删除，也不能改结果；不再使用的填停用日期。
      </p>
    </LinesDialog>
  );
}

function wantedOf(kind: WantedCreditKind): WantedCreditKind {
  const { uid, name, effect, points, months, validFrom, validTo, source } = kind;
  return { uid, name, effect, points, months, validFrom, validTo, source };
}

function newLine(today: string): Line {
  return {
    uid: null,
    name: '',
    effect: 'points',
    points: THOUSAND,
    months: 12,
    validFrom: today,
    validTo: null,
    source: '',
    key: crypto.randomUUID(),
    usedBy: 0,
  };
}
