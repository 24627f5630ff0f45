import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import type { ReadTable } from '#shared/rules/tasks/read-table.ts';
import { api } from '#renderer/app/client.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { CommonFields } from './common-fields.tsx';
import { DraftTable } from './draft-table.tsx';
import type { DraftCommon, DraftTask } from './draft-tasks.ts';
import { PasteField } from './paste-field.tsx';
import { useAddDrafts } from './use-add-drafts.ts';
import styles from './tasks.module.css';

const ROWS_PIXELS = 320;

/** Tasks from an Excel table: paste, look over what was understood, add all at once. */
export function PasteDialog({ text, onClose }: { text: string; onClose: () => void }) {
  const [common, setCommon] = useState<DraftCommon>(() => ({
    kind: 'other',
    assignedOn: localDay(Date.now()),
    sourceText: '',
    each: false,
  }));
  const [pasted, setPasted] = useState(() => ({ text, day: common.assignedOn }));
  const [edited, setEdited] = useState<DraftTask[] | null>(null);
  const isFilled = pasted.text.trim() !== '';
  const read = useQuery(api.tasks.readTable.queryOptions({ input: pasted, enabled: isFilled }));
  const drafts = useMemo(
    () => edited ?? (read.data === undefined ? null : draftsOf(read.data)),
    [edited, read.data],
  );
  const add = useAddDrafts();

  async function finish(): Promise<void> {
    if (drafts !== null && (await add.run(drafts, common)) !== null) onClose();
  }

  const doubtful = drafts?.filter(({ problems }) => problems.length > 0).length ?? 0;
  return (
    <Modal
      open
      width={1_080}
      title="从 Excel 粘贴任务"
      okText={drafts === null ? '新增' : `新增 ${drafts.length} 项`}
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
            里选中任务表(可以带表头：任务、牵头单位、配合单位、完成时限、来源)，复制后粘贴到这里。
          </p>
          <PasteField
            label="粘贴任务表"
            onText={(next) => setPasted({ text: next, day: common.assignedOn })}
          />
        </>
      )}
      {isFilled && (
        <QueryView query={read}>
          {() => (
            <>
              <CommonFields common={common} onChange={setCommon} />
              <p className={styles.grey}>
                读出 {drafts?.length ?? 0} 项
                {doubtful > 0 ? `，其中 ${doubtful} 项有没看懂的地方，请补上。` : '，请核对。'}
              </p>
              <DraftTable
                drafts={drafts ?? []}
                onChange={setEdited}
                assignedOn={common.assignedOn}
                height={ROWS_PIXELS}
              />
            </>
          )}
        </QueryView>
      )}
    </Modal>
  );
}

function draftsOf({ rows }: ReadTable): DraftTask[] {
  return rows.map((row) => ({ ...row, key: String(row.row) }));
}
