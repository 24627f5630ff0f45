import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { CreditMeasure, WantedMeasure } from '#shared/contract/credit.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../credit.module.css';
import { creditTables } from '../words.ts';

type Line = WantedMeasure & { key: string };

const levels = (['trusted', 'ordinary', 'serious'] as const).map((value) => ({
  value,
  label: creditLevelNames[value],
}));

const columns: readonly LineColumn<Line>[] = [
  {
    title: '等次',
    width: 122,
    cell: ({ level }, change) => (
      <Select
        aria-label="等次"
        style={{ width: 110 }}
        options={levels}
        value={level}
        onChange={(value) => change({ level: value })}
      />
    ),
  },
  textColumn('text', { title: '措施', maxLength: 200, width: 420 }),
  textColumn('source', { title: '依据', maxLength: 100 }),
];

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
      <LinesTable
        lines={lines}
        columns={columns}
        remove={({ text }) => `删除${text}`}
        add="新增一条"
        newLine={newLine}
        onChange={setLines}
      />
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
