import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { EstablishmentKind, WantedEstablishmentKind } from '#shared/contract/establishments.ts';
import { localDay } from '#shared/calendar/days.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import styles from './establishments.module.css';

type Line = WantedEstablishmentKind & { key: string; usedBy: number };

const levels = [
  { value: 'township', label: '乡镇(街道)' },
  { value: 'village', label: '村(社区)' },
];

/** What has to be set up, by whom and by which day. */
export function KindsDialog({ kinds, onClose }: { kinds: EstablishmentKind[]; onClose: () => void }) {
  const [seen] = useState(() => kinds.map(wantedOf));
  const [lines, setLines] = useState<Line[]>(() =>
    kinds.map((kind) => ({ ...wantedOf(kind), key: kind.uid, usedBy: kind.usedBy })),
  );
  const save = useOperation(client.establishments.setKinds, {
    success: '已保存基层机构的类别和期限',
    undoable: true,
  });
  const isComplete = lines.every(({ name }) => name.trim() !== '');

  function change(key: string, values: Partial<WantedEstablishmentKind>): void {
    setLines(lines.map((line) => (line.key === key ? { ...line, ...values } : line)));
  }

  return (
    <LinesDialog
      title="基层机构的类别和期限"
      width={860}
      isIncomplete={!isComplete}
      saving={save.running}
      onSave={() => save.run({ base: seen, set: lines.map(wantedOf) })}
      onClose={onClose}
    >
      <table className={styles.kinds}>
        <thead>
          <tr>
            <th>名称</th>
            <th>由谁设立</th>
            <th>挂牌期限</th>
            <th>依据</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <Input
                  aria-label="名称"
                  maxLength={20}
                  value={line.name}
                  onChange={({ target }) => change(line.key, { name: target.value })}
                />
              </td>
              <td>
                <Select
                  aria-label="由谁设立"
                  style={{ width: 120 }}
                  disabled={line.usedBy > 0}
                  options={levels}
                  value={line.level}
                  onChange={(level) => change(line.key, { level })}
                />
              </td>
              <td>
                <DayField
                  label="挂牌期限"
                  value={line.dueOn}
                  onChange={(dueOn) => dueOn !== null && change(line.key, { dueOn })}
                />
              </td>
              <td>
                <Input
                  aria-label="依据"
                  maxLength={100}
                  placeholder="文号或名称"
                  value={line.source}
                  onChange={({ target }) => change(line.key, { source: target.value })}
                />
              </td>
              <td>
                <Button
                  type="text"
                  disabled={line.usedBy > 0 || lines.length === 1}
                  onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button type="dashed" block onClick={() => setLines([...lines, newLine()])}>
        新增一类
      </Button>
      <p className={styles.note}>
        已有单位登记的类别可以改名称、期限和依据，不能删除，也不能改由另一级设立。
      </p>
    </LinesDialog>
  );
}

function wantedOf({ uid, name, level, dueOn, source }: WantedEstablishmentKind): WantedEstablishmentKind {
  return { uid, name, level, dueOn, source };
}

function newLine(): Line {
  const dueOn = `${localDay(Date.now()).slice(0, 4)}-12-31`;
  return { uid: null, name: '', level: 'township', dueOn, source: '', key: crypto.randomUUID(), usedBy: 0 };
}
