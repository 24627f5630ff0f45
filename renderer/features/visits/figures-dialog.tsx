import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { VisitFigure, WantedFigure } from '#shared/contract/visits.ts';
import { type FigureProposal, figureProposalNames, figureProposals } from '#shared/rules/visits/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { LinesDialog } from '#renderer/ui/lines-dialog.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import { useVisitChoices } from './use-visits.ts';
import styles from './visits.module.css';

interface FigureLine extends WantedFigure {
  key: string;
  usedBy: number;
}

const proposalOptions = figureProposals.map((value) => ({ value, label: figureProposalNames[value] }));

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
  const change = (place: number, set: Partial<FigureLine>) => setLines(changeLine(lines, place, set));

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
      <div className={styles.lines}>
        <table>
          <thead>
            <tr>
              <th scope="col">统计项</th>
              <th scope="col">单位</th>
              <th scope="col">新记录里</th>
              <th scope="col" aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) => (
              <tr key={line.key}>
                <td>
                  <Input
                    aria-label={`第 ${place + 1} 项的名称`}
                    maxLength={30}
                    value={line.name}
                    onChange={({ target }) => change(place, { name: target.value })}
                  />
                </td>
                <td>
                  <Input
                    aria-label={`${line.name}的单位`}
                    maxLength={10}
                    style={{ width: 72 }}
                    value={line.unit}
                    onChange={({ target }) => change(place, { unit: target.value })}
                  />
                </td>
                <td>
                  <Select<FigureProposal>
                    aria-label={`${line.name}自动填写`}
                    style={{ width: 110 }}
                    value={line.proposes}
                    options={proposalOptions}
                    onChange={(proposes) => change(place, { proposes })}
                  />
                </td>
                <td>
                  <LineButtons
                    lines={lines}
                    place={place}
                    remove={`删除${line.name}`}
                    stays={line.usedBy > 0}
                    onChange={setLines}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Button type="dashed" onClick={() => setLines([...lines, emptyLine()])}>
          新增统计项
        </Button>
      </div>
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
