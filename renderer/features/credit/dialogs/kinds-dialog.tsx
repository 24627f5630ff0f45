import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { CreditKind, WantedCreditKind } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import { eventEffectNames, eventEffects } from '#shared/rules/credit/levels.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../credit.module.css';
import { creditTables } from '../words.ts';

type Line = WantedCreditKind & { key: string; usedBy: number };

const THOUSAND = 1_000;
const effects = eventEffects.map((value) => ({ value, label: eventEffectNames[value] }));

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
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>名称</th>
              <th>结果</th>
              <th>分值</th>
              <th>守信有效(月)</th>
              <th>启用</th>
              <th>停用</th>
              <th>依据</th>
              <th>操作</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) => (
              <KindLine key={line.key} lines={lines} place={place} line={line} onChange={setLines} />
            ))}
          </tbody>
        </table>
      </div>
      <Button type="dashed" block onClick={() => setLines([...lines, newLine(today)])}>
        新增一种
      </Button>
      <p className={styles.note}>
        登记过的种类可以改名称、分值和依据，不能删除，也不能改结果；不再使用的填停用日期。
      </p>
    </LinesDialog>
  );
}

interface KindLineProps {
  lines: Line[];
  place: number;
  line: Line;
  onChange: (lines: Line[]) => void;
}

function KindLine({ lines, place, line, onChange }: KindLineProps) {
  const change = (set: Partial<Line>): void => onChange(changeLine(lines, place, set));
  return (
    <tr>
      <td style={{ minWidth: 250 }}>
        <Input
          aria-label="名称"
          maxLength={60}
          value={line.name}
          onChange={({ target }) => change({ name: target.value })}
        />
      </td>
      <td>
        <Select
          aria-label="结果"
          style={{ width: 150 }}
          disabled={line.usedBy > 0}
          options={effects}
          value={line.effect}
          onChange={(effect) =>
            change({ effect, points: effect === 'points' ? (line.points ?? THOUSAND) : null })
          }
        />
      </td>
      <td>
        <InputNumber
          aria-label="分值"
          style={{ width: 72 }}
          min={0.1}
          max={100}
          disabled={line.effect !== 'points'}
          value={line.points === null ? null : line.points / THOUSAND}
          onChange={(points) => points !== null && change({ points: Math.round(points * THOUSAND) })}
        />
      </td>
      <td>
        <InputNumber
          aria-label="守信有效(月)"
          style={{ width: 72 }}
          min={1}
          max={120}
          precision={0}
          disabled={line.effect !== 'trusted'}
          value={line.months}
          onChange={(months) => months !== null && change({ months })}
        />
      </td>
      <td>
        <DayField
          label="启用"
          value={line.validFrom}
          onChange={(validFrom) => validFrom !== null && change({ validFrom })}
        />
      </td>
      <td>
        <DayField label="停用" allowClear value={line.validTo} onChange={(validTo) => change({ validTo })} />
      </td>
      <td>
        <Input
          aria-label="依据"
          maxLength={100}
          value={line.source}
          onChange={({ target }) => change({ source: target.value })}
        />
      </td>
      <td style={{ whiteSpace: 'nowrap' }}>
        <LineButtons
          lines={lines}
          place={place}
          remove={`删除${line.name}`}
          stays={line.usedBy > 0}
          onChange={onChange}
        />
      </td>
    </tr>
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
