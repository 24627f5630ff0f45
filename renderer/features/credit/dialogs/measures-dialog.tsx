import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CreditMeasure, WantedMeasure } from '#shared/contract/credit.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../credit.module.css';
import { creditTables } from '../words.ts';

type Line = WantedMeasure & { key: string };

const levels = (['trusted', 'ordinary', 'serious'] as const).map((value) => ({
  value,
  label: creditLevelNames[value],
}));

/** 激励措施 of trusted enterprises and 惩戒措施 of discredited ones. */
export function MeasuresDialog({ onClose }: { onClose: () => void }) {
  const measures = useQuery(api.credit.measures.queryOptions({ meta: { tables: creditTables } }));
  return (
    <QueryView query={measures}>{(data) => <MeasuresForm measures={data} onClose={onClose} />}</QueryView>
  );
}

function MeasuresForm({ measures, onClose }: { measures: CreditMeasure[]; onClose: () => void }) {
  const [seen] = useState(() => measures.map(wantedOf));
  const [lines, setLines] = useState<Line[]>(() =>
    measures.map((measure) => ({ ...wantedOf(measure), key: measure.uid })),
  );
  const save = useOperation(client.credit.setMeasures, { success: '已保存激励和惩戒措施', undoable: true });
  const change = (place: number, set: Partial<Line>): void => setLines(changeLine(lines, place, set));

  return (
    <LinesDialog
      title="激励和惩戒措施"
      width={960}
      centered
      isIncomplete={lines.some(({ text }) => text.trim() === '')}
      saving={save.running}
      onSave={() => save.run({ base: seen, set: lines.map(wantedOf) })}
      onClose={onClose}
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>等次</th>
              <th>措施</th>
              <th>依据</th>
              <th>操作</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) => (
              <tr key={line.key}>
                <td>
                  <Select
                    aria-label="等次"
                    style={{ width: 110 }}
                    options={levels}
                    value={line.level}
                    onChange={(level) => change(place, { level })}
                  />
                </td>
                <td style={{ minWidth: 360 }}>
                  <Input
                    aria-label="措施"
                    maxLength={200}
                    value={line.text}
                    onChange={({ target }) => change(place, { text: target.value })}
                  />
                </td>
                <td>
                  <Input
                    aria-label="依据"
                    maxLength={100}
                    value={line.source}
                    onChange={({ target }) => change(place, { source: target.value })}
                  />
                </td>
                <td style={{ whiteSpace: 'nowrap' }}>
                  <LineButtons lines={lines} place={place} remove={`删除${line.text}`} onChange={setLines} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button type="dashed" block onClick={() => setLines([...lines, newLine()])}>
        新增一条
      </Button>
      <p className={styles.note}>写在企业的信用情况里，也印在红黑名单后面。</p>
    </LinesDialog>
  );
}

function wantedOf({ uid, level, text, source }: WantedMeasure): WantedMeasure {
  return { uid, level, text, source };
}

function newLine(): Line {
  return { uid: null, level: 'serious', text: '', source: '', key: crypto.randomUUID() };
}
