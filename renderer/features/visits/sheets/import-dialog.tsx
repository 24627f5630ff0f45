import type { TableProps } from 'antd';
import { useState } from 'react';
import {
  MOST_SHEET_FILES,
  type SheetImportPreview,
  type SheetImportRow,
} from '#shared/contract/visit-sheets.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import type { ChosenFiles } from '#renderer/ui/use-chosen-files.ts';
import { FilesImport } from '#renderer/ui/table-import/files-import.tsx';
import { ImportPreviewDialog } from '#renderer/ui/table-import/import-preview.tsx';

interface ImportDialogProps {
  campaignUid: string;
  onClose: () => void;
}

const columns: NonNullable<TableProps<SheetImportRow>['columns']> = [
  { title: '工作表', dataIndex: 'sheet', width: 150, ellipsis: true },
  { title: '督查对象', dataIndex: 'target', width: 170, ellipsis: true },
  { title: '县(市、区)', dataIndex: 'countyName', width: 90, ellipsis: true },
  { title: '检查日期', dataIndex: 'day', width: 105 },
  { title: '检查组', dataIndex: 'team', width: 80, ellipsis: true },
  { title: '已答', width: 70, render: (_, { answered, questions }) => `${answered}/${questions}` },
  { title: '不符合', dataIndex: 'failed', width: 64, align: 'right' },
  { title: '问题', dataIndex: 'findings', width: 56, align: 'right' },
];
const COLUMN_PIXELS = 785;
const FILE_PIXELS = 130;

const fileColumn = { title: '文件', dataIndex: 'file', width: FILE_PIXELS, ellipsis: true };

const HINT =
  '选择各组填好的 Excel 文件，可以一次选几个；每个对象登记一份记录，没有填的表不登记。先核对，再登记。';
const USUAL_HINT = '改过的文件再选一次就行，同名的以后选的为准。';
/** Files that were read are gone. */
const SECRET_HINT = '暗访的表读过就从程序里删除，请把要读的文件都再选一次。';

/** Takes one or many filled workbooks, shows what would be recorded, and only then records it. */
export function ImportDialog({ campaignUid, onClose }: ImportDialogProps) {
  const [isSecret, setSecret] = useState(false);
  const read = useOperation(client.visitSheets.readWorkbooks, { isSave: false, repeat: false });
  const take = useOperation(client.visitSheets.recordStaged, {
    undoable: true,
    success: ({ records, findings }) => `已登记 ${records} 个对象，发现问题 ${findings} 处`,
  });

  async function start(fileTokens: string[]): Promise<string | null> {
    const outcome = await read.run({ campaignUid, fileTokens });
    return outcome.done ? outcome.value.jobUid : null;
  }
  function letGoOfSecrets(preview: SheetImportPreview, chosen: ChosenFiles): void {
    if (!preview.isSecret) return;
    chosen.clear();
    setSecret(true);
  }
  async function confirm(stagedUid: string): Promise<void> {
    if ((await take.run({ stagedUid })).done) onClose();
  }

  return (
    <FilesImport<SheetImportPreview>
      title="读取填好的检查记录表"
      hint={`${HINT}${isSecret ? SECRET_HINT : USUAL_HINT}`}
      most={MOST_SHEET_FILES}
      starting={read.running}
      start={start}
      onBack={letGoOfSecrets}
      onClose={onClose}
    >
      {(preview, back) => {
        const hasFiles = new Set(preview.rows.map(({ file }) => file)).size > 1;
        return (
          <ImportPreviewDialog<SheetImportRow>
            title="核对要登记的检查记录"
            unit="张"
            rowTitle="序号"
            preview={preview}
            // A file is read as a whole, and put right outside of the program.
            steps={{ onSheet: () => undefined, onCorrect: back }}
            correctText="返回重选文件"
            columns={hasFiles ? [fileColumn, ...columns] : columns}
            columnPixels={hasFiles ? COLUMN_PIXELS + FILE_PIXELS : COLUMN_PIXELS}
            busy={take.running}
            onConfirm={(stagedUid) => void confirm(stagedUid)}
            onClose={onClose}
          />
        );
      }}
    </FilesImport>
  );
}
