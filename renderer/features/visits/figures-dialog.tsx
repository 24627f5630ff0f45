import { Select } from 'antd';
import { useState } from 'react';
import type { VisitFigure, WantedFigure } from '#shared/contract/visits.ts';
import { type FigureProposal, figureProposalNames, figureProposals } from '#shared/rules/visits/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { type LineColumn, LinesTable, textColumn } from '#renderer/ui/lines-table.tsx';
import { useVisitChoices } from './use-visits.ts';
import styles from './visits.module.css';

interface FigureLine extends WantedFigure {
  key: string;
  usedBy: number;
}

const proposalOptions = figureProposals.map((value) => ({ value, label: figureProposalNames[value] }));

const columns: readonly LineColumn<FigureLine>[] = [
  textColumn('name', { title: '统计项', label: (_line, place) => `第 ${place + 1} 项的名称`, maxLength: 30 }),
  textColumn('unit', { title: '单位', label: ({ name }) => `${name}的单位`, maxLength: 10, width: 84 }),
  {
    title: '新记录里',
    width: 122,
    cell: ({ name, proposes }, change) => (
      <Select<FigureProposal>
        aria-label={`${name}自动填写`}
        style={{ width: 110 }}
        value={proposes}
        options={proposalOptions}
        onChange={(value) => change({ proposes: value })}
      />
    ),
  },
];

/** 统计项: what is counted at each visit. */
export function FiguresDialog({ campaignUid, onClose }: { campaignUid: string; onClose: () => void }) {
  const { data } = useVisitChoices(campaignUid);
  return data === undefined ? null : <FigureLines figures={data.figures} onClose={onClose} />;
}

function FigureLines({ figures, onClose }: { figures: VisitFigure[]; onClose: () => void }) {
  const [seen] = useState(figures);
  const [lines, setLines] = useState<FigureLine[]>(() =>
    seen.map((figure) => ({ key: figure.uid, ...figure })),
  );
  const save = useOperation(client.visits.setFigures, { success: '已保存统计项', undoable: true });

  function submit() {
    return save.run({ base: { figures: seen.map(wanted) }, set: { figures: lines.map(wanted) } });
  }

  return (
    <LinesDialog
      title="检查统计项"
      width={640}
      centered
      saving={save.running}
      onSave={submit}
      onClose={onClose}
    >
      <LinesTable
        lines={lines}
        columns={columns}
        remove={({ name }) => `删除${name}`}
        stays={({ usedBy }) => usedBy > 0}
        add="新增统计项"
        newLine={emptyLine}
        onChange={setLines}
      />
      <p className={styles.hint}>检查记录用过的统计项可以改名，不能删除。</p>
    </LinesDialog>
  );
}

function emptyLine(): FigureLine {
  return { key: crypto.randomUUID(), uid: null, name: '', unit: '', proposes: 'nothing', usedBy: 0 };
}

function wanted({ uid, name, unit, proposes }: WantedFigure): WantedFigure {
  return { uid, name, unit, proposes };
}
