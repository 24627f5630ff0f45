import { Alert, Modal } from 'antd';
import type { DutyProposal, DutyRoster } from '#shared/contract/duty-views.ts';
import { dayClasses, dayClassNames, placeKey } from '#shared/rules/duty/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from '../duty.module.css';
import { totalOf } from '../words.ts';

interface ProposalDialogProps {
  roster: DutyRoster;
  proposal: DutyProposal;
  onClose: () => void;
}

/** What was found: how good it is, who is missing where, and what it means for everybody's year. */
export function ProposalDialog({ roster, proposal, onClose }: ProposalDialogProps) {
  const { changed, shortages, quality, isOptimal, loads } = proposal;
  const accept = useOperation(client.duty.accept, {
    success: (output) => `已采用，改动 ${output.changed} 处`,
    undoable: true,
  });
  const pinned = new Set(roster.cells.filter((cell) => cell.pinned).map(placeKey));
  const pinnedBroken = [
    ...new Set(roster.violations.filter(({ key }) => pinned.has(key)).map(({ text }) => text)),
  ];
  const shown = loads.filter(({ before, after }) => totalOf(after) > totalOf(before) || totalOf(before) > 0);

  async function take(): Promise<void> {
    const now = new Map(roster.cells.map((cell) => [placeKey(cell), cell.personUid]));
    const cells = proposal.cells.map((cell) => ({ ...cell, seenUid: now.get(placeKey(cell)) ?? null }));
    if ((await accept.run({ periodUid: roster.period.uid, cells })).done) onClose();
  }

  return (
    <Modal
      open
      centered
      width={720}
      title={`排班结果：${roster.period.name}`}
      okText={changed === 0 ? '没有要改的' : `采用(改动 ${changed} 处)`}
      cancelText="放弃"
      confirmLoading={accept.running}
      okButtonProps={{ disabled: changed === 0 }}
      mask={{ closable: false }}
      onOk={() => void take()}
      onCancel={onClose}
    >
      <Alert type={isOptimal ? 'success' : 'info'} showIcon title={quality} />
      {pinnedBroken.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 8 }}
          title={`固定的安排里有 ${pinnedBroken.length} 处与规则不符，照样保留：${pinnedBroken.join('；')}`}
        />
      )}
      {shortages.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 8 }}
          title={`有 ${shortages.length} 处排不出人，其余照排。可以添人、改请假或取消固定后再排。`}
          description={
            <ul className={styles.list}>
              {shortages.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className={styles.loads}>
        <table>
          <thead>
            <tr>
              <th scope="col">全年次数(排前 → 排后)</th>
              {dayClasses.map((each) => (
                <th key={each} scope="col">
                  {dayClassNames[each]}
                </th>
              ))}
              <th scope="col">合计</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ personUid, name, before, after }) => (
              <tr key={personUid}>
                <td>{name}</td>
                {dayClasses.map((each) => (
                  <td key={each}>{stepText(before[each], after[each])}</td>
                ))}
                <td>{stepText(totalOf(before), totalOf(after))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function stepText(before: number, after: number): string {
  return before === after ? String(before) : `${before} → ${after}`;
}
