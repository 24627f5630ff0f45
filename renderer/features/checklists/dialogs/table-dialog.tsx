import { Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ChecklistDetail, ReadChecklistFile } from '#shared/contract/checklists.ts';
import { pastedCells } from '#shared/pasted-cells.ts';
import { readChecklist, type ReadChecklist } from '#shared/rules/checklists/read-checklist.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { tableFiles } from '#renderer/ui/table-files.ts';
import { FirstText } from '#renderer/ui/first-text.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { useChosenFiles } from '#renderer/ui/use-chosen-files.ts';
import styles from '../checklists.module.css';
import { ReadItems } from './read-items.tsx';

interface TableDialogProps {
  /** What was pasted on the page; empty: it is pasted here, or a file chosen. */
  text: string;
  /** Whose end the lines come to; null: they become a checklist of their own. */
  list: ChecklistDetail | null;
  onAdded: (uid: string) => void;
  onClose: () => void;
}

/** A checklist from Excel: paste or choose a file, look over what was understood, take it over at once. */
export function TableDialog({ text, list, onAdded, onClose }: TableDialogProps) {
  const [pasted, setPasted] = useState(text);
  const [title, setTitle] = useState<string | null>(null);
  const chosen = useChosenFiles();
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [file, setFile] = useState<ReadChecklistFile | null>(null);
  const chosenToken = chosen.files[0]?.token;
  const start = useOperation(client.checklists.readWorkbook, { isSave: false, repeat: false });
  const add = useOperation(client.checklists.add, { success: '已新增检查清单', undoable: true });
  const addRows = useOperation(client.checklists.addRows, {
    success: ({ added }) => `已新增 ${added} 行`,
    undoable: true,
  });
  const ofPaste = useMemo(() => readPaste(pasted), [pasted]);
  const read: ReadChecklist | null = file ?? ofPaste;
  const wantedTitle = title ?? read?.title ?? '';
  const hasError = read?.problems.some(({ severity }) => severity === 'error') ?? false;
  const isReady = read !== null && read.items.length > 0 && !hasError;

  async function readFile(token: string, sheet: string | null): Promise<void> {
    const outcome = await start.run({ fileToken: token, sheet });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  async function finish(): Promise<void> {
    if (read === null) return;
    const rows = read.items.map(({ row: _row, ...item }) => item);
    const outcome =
      list === null
        ? await add.run({ title: wantedTitle, source: read.source, note: read.note, rows })
        : await addRows.run({ checklistUid: list.uid, rows });
    if (!outcome.done) return;
    if ('uid' in outcome.value) onAdded(outcome.value.uid);
    onClose();
  }

  return (
    <>
      <Modal
        open
        width={1_000}
        centered
        title={list === null ? '从 Excel 导入检查清单' : `粘贴到“${list.title}”末尾`}
        okText={read === null ? '新增' : `新增 ${read.items.length} 行`}
        cancelText="取消"
        confirmLoading={add.running || addRows.running}
        okButtonProps={{ disabled: !isReady || (list === null && wantedTitle.trim() === '') }}
        mask={{ closable: false }}
        onOk={() => void finish()}
        onCancel={onClose}
      >
        {read === null ? (
          <>
            <p className={styles.hint}>
              认得“检查项目、检查内容、依据、整改要求、整改期限、隐患级别”这样分列的表，也认得两列的表(标题、检查内容)、缩进的和带“一、”“1.”序号的文字。
            </p>
            <FirstText
              autoSize={false}
              rows={8}
              aria-label="从 Excel 复制的检查表"
              placeholder="在 Excel 里选中检查表复制，粘贴到这里"
              value=""
              onChange={({ target }) => setPasted(target.value)}
            />
            <div className={styles.drop}>
              <FileDrop
                accept={tableFiles}
                text="或者把 Excel 文件拖到这里，也可点这里选择"
                onUploaded={(uploaded) => {
                  chosen.clear();
                  chosen.add(uploaded);
                  void readFile(uploaded.token, null);
                }}
              />
            </div>
          </>
        ) : (
          <>
            <div className={styles.pair}>
              {list === null && (
                <Input
                  aria-label="清单名称"
                  placeholder="清单名称"
                  status={wantedTitle.trim() === '' ? 'error' : ''}
                  maxLength={100}
                  value={wantedTitle}
                  onChange={({ target }) => setTitle(target.value)}
                />
              )}
              {file !== null && file.sheets.length > 1 && (
                <Select
                  aria-label="工作表"
                  style={{ minWidth: 160 }}
                  value={file.sheet}
                  options={file.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                  onChange={(sheet) => chosenToken !== undefined && void readFile(chosenToken, sheet)}
                />
              )}
            </div>
            <ReadItems read={read} />
          </>
        )}
      </Modal>
      <JobDialog
        key={jobUid}
        uid={jobUid}
        onDone={(result) => setFile(result as ReadChecklistFile)}
        onClose={() => setJobUid(null)}
      />
    </>
  );
}

/** Null while nothing has been pasted. */
function readPaste(text: string): ReadChecklist | null {
  if (text.trim() === '') return null;
  return readChecklist(pastedCells(text).map((cells, index) => ({ row: index + 1, cells })));
}
