import { useQuery } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { NewPlanRow, PlanDetail } from '#shared/contract/plans.ts';
import type { ReadPlanRow } from '#shared/rules/plans/read-plan.ts';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { DraftTable, type DraftTask, PasteField } from '#renderer/features/tasks/index.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from './plans.module.css';

const ROWS_PIXELS = 380;

interface PlanDraft extends DraftTask {
  level: number;
  isHeading: boolean;
}

/** A 任务分解表 from Excel: paste, look over what was understood, add all at once. */
export function PasteDialog({
  plan,
  text,
  onClose,
}: {
  plan: PlanDetail;
  text: string;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const [pasted, setPasted] = useState(text);
  const [edited, setEdited] = useState<PlanDraft[] | null>(null);
  const isFilled = pasted.trim() !== '';
  const read = useQuery(
    api.plans.readTable.queryOptions({ input: { text: pasted, day: plan.issuedOn }, enabled: isFilled }),
  );
  const drafts = useMemo(
    () => edited ?? (read.data === undefined ? null : read.data.rows.map(draftOf)),
    [edited, read.data],
  );
  const add = useOperation(client.plans.addRows, {
    success: ({ headings, tasks }) => `已新增 ${headings} 个标题、${tasks} 项任务`,
    undoable: true,
  });

  async function finish(): Promise<void> {
    if (drafts === null) return;
    const tooEarly = drafts.find(
      ({ isHeading, assignedOn, dueOn }) =>
        !isHeading && dueProblem(assignedOn ?? plan.issuedOn, dueOn) !== null,
    );
    if (tooEarly !== undefined) {
      void message.error(`“${tooEarly.title}”的时限早于交办日期，请改好再新增。`, 6);
      return;
    }
    const rows = drafts.filter(({ title }) => title.trim() !== '').map(rowOf);
    if (rows.length > 0 && (await add.run({ planUid: plan.uid, rows })).done) onClose();
  }

  const tasks = drafts?.filter(({ isHeading }) => !isHeading).length ?? 0;
  const doubtful = drafts?.filter(({ problems, isHeading }) => !isHeading && problems.length > 0).length ?? 0;
  return (
    <Modal
      open
      width={1_120}
      style={{ top: 40 }}
      title="从 Excel 粘贴任务分解表"
      okText={drafts === null ? '新增' : `新增 ${drafts.length} 行`}
      cancelText="取消"
      confirmLoading={add.running}
      okButtonProps={{ disabled: drafts === null || drafts.length === 0 }}
      mask={{ closable: false }}
      onOk={() => void finish()}
      onCancel={onClose}
    >
      {!isFilled && (
        <>
          <p className={styles.grey}>
            在 Excel 或 WPS
            里选中任务分解表(可以带表头：序号、任务、牵头单位、配合单位、完成时限)，复制后粘贴到这里。
            “一、”“(一)”“1.”等序号决定层级，合并成一行的是标题。
          </p>
          <PasteField label="粘贴任务分解表" onText={setPasted} />
        </>
      )}
      {isFilled && (
        <QueryView query={read}>
          {() => (
            <>
              <p className={styles.grey}>
                读出 {(drafts?.length ?? 0) - tasks} 个标题、{tasks} 项任务，接在方案末尾。
                {doubtful > 0
                  ? `其中 ${doubtful} 项有没看懂的地方，请补上。`
                  : '请核对，整批新增，可一次撤销。'}
              </p>
              <DraftTable<PlanDraft>
                drafts={drafts ?? []}
                onChange={setEdited}
                assignedOn={plan.issuedOn}
                height={ROWS_PIXELS}
                outline={{
                  levelOf: ({ level }) => level,
                  isHeading: ({ isHeading }) => isHeading,
                  onHeading: (draft, isHeading) =>
                    setEdited(
                      (drafts ?? []).map((each) => (each.key === draft.key ? { ...each, isHeading } : each)),
                    ),
                }}
              />
            </>
          )}
        </QueryView>
      )}
    </Modal>
  );
}

/** Two drafts may stand on one line of the paste: a group and its first task. */
function draftOf(row: ReadPlanRow, index: number): PlanDraft {
  const problems = row.problems.map((problem) => `第 ${row.row} 行：${problem}`);
  return { ...row, problems, key: String(index) };
}

function rowOf(draft: PlanDraft): NewPlanRow {
  const { level, title, content, leadUids, supportingUids, dueOn, assignedOn, feedbackCycle } = draft;
  if (draft.isHeading) return { kind: 'heading', level, heading: title };
  return {
    kind: 'task',
    level,
    title,
    content,
    leadUids,
    supportingUids,
    dueOn,
    assignedOn,
    feedbackCycle,
  };
}
