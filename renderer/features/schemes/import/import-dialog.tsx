import { Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AppliesTo, SchemeImportPreview } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { ImportPreview } from './import-preview.tsx';

/** Reads a workbook, shows what was understood, and stores it when the clerk says so. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const [fileToken, setFileToken] = useState<string | null>(null);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [preview, setPreview] = useState<SchemeImportPreview | null>(null);
  const readWorkbook = useOperation(client.schemes.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.schemes.importStaged, { success: '已导入为草稿', undoable: true });

  async function read(token: string, sheet: string | null): Promise<void> {
    setFileToken(token);
    setPreview(null);
    const outcome = await readWorkbook.run({ fileToken: token, sheet });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  async function confirm(stagedUid: string, title: string, appliesTo: AppliesTo): Promise<void> {
    const outcome = await take.run({ stagedUid, title, appliesTo });
    if (outcome.done) navigate(`/schemes/${outcome.value.uid}`);
  }

  if (preview !== null && fileToken !== null) {
    return (
      <ImportPreview
        key={preview.stagedUid}
        preview={preview}
        busy={take.running}
        onSheet={(sheet) => void read(fileToken, sheet)}
        onConfirm={(title, appliesTo) => void confirm(preview.stagedUid, title, appliesTo)}
        onClose={onClose}
      />
    );
  }
  if (jobUid !== null) {
    return (
      <JobDialog
        key={jobUid}
        uid={jobUid}
        // The preview is the job's own result, made by our core.
        onDone={(result) => setPreview(result as SchemeImportPreview)}
        onClose={() => setJobUid(null)}
      />
    );
  }
  return (
    <Modal open title="从 Excel 导入考核方案" footer={null} onCancel={onClose}>
      <FileDrop
        accept={['.xlsx', '.xls', '.et']}
        text="把评分表拖到这里，或点这里选择"
        hint="认得“考评内容、分值、评分标准”这样的表头，栏目先后不限；一级指标可以是合并的单元格，也可以是“一、组织领导(20分)”这样的行。导入前先给您看读到了什么。"
        onUploaded={({ token }) => void read(token, null)}
      />
    </Modal>
  );
}
