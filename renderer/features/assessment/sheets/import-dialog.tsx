import type { TableProps } from 'antd';
import {
  MOST_SCORE_FILES,
  type ScoreImportPreview,
  type ScoreImportRow,
} from '#shared/contract/score-sheets.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FilesImport } from '#renderer/ui/table-import/files-import.tsx';
import { ImportPreviewDialog } from '#renderer/ui/table-import/import-preview.tsx';

const columns: NonNullable<TableProps<ScoreImportRow>['columns']> = [
  { title: '工作表', dataIndex: 'sheet', width: 110, ellipsis: true },
  { title: '单位', dataIndex: 'object', width: 100, ellipsis: true },
  { title: '录入到', dataIndex: 'column', width: 110, ellipsis: true },
  { title: '指标', dataIndex: 'indicator', width: 250, ellipsis: true },
  {
    title: '现在的分',
    width: 84,
    align: 'right',
    render: (_, { stored }) => (stored === '' ? '未评' : stored),
  },
  { title: '表上的分', dataIndex: 'written', width: 84, align: 'right' },
];
const COLUMN_PIXELS = 738;
const FILE_PIXELS = 130;
const fileColumn = { title: '文件', dataIndex: 'file', width: FILE_PIXELS, ellipsis: true };

interface ImportDialogProps {
  periodUid: string;
  onClose: () => void;
}

/** Takes filled score sheets, shows each score beside the one that is stored, and only then enters them. */
export function ImportDialog({ periodUid, onClose }: ImportDialogProps) {
  const read = useOperation(client.scoreSheets.readWorkbooks, { isSave: false, repeat: false });
  const enter = useOperation(client.scoreSheets.enterStaged, {
    undoable: true,
    success: ({ changed }) => `已读入 ${changed} 项评分`,
  });

  async function start(fileTokens: string[]): Promise<string | null> {
    const outcome = await read.run({ periodUid, fileTokens });
    return outcome.done ? outcome.value.jobUid : null;
  }
  async function confirm(stagedUid: string): Promise<void> {
    if ((await enter.run({ stagedUid })).done) onClose();
  }

  return (
    <FilesImport<ScoreImportPreview>
      title="读取填好的评分表"
      hint="选择填好的 Excel 评分表，可以一次选几个，改过文件名也认得。表上空着的项不动；与已录入的不一样的，先并排列出来，核对后再读入。"
      most={MOST_SCORE_FILES}
      starting={read.running}
      start={start}
      onClose={onClose}
    >
      {(preview, back) => {
        const hasFiles = new Set(preview.rows.map(({ file }) => file)).size > 1;
        return (
          <ImportPreviewDialog<ScoreImportRow>
            title="核对要读入的评分"
            unit="项"
            preview={preview}
            notes={preview.notes}
            // A file is read as a whole, and put right outside of the program.
            steps={{ onSheet: () => undefined, onCorrect: back }}
            correctText="返回重选文件"
            rowKey={({ file, sheet, row }) => `${file}/${sheet}/${row}`}
            columns={hasFiles ? [fileColumn, ...columns] : columns}
            columnPixels={hasFiles ? COLUMN_PIXELS + FILE_PIXELS : COLUMN_PIXELS}
            busy={enter.running}
            onConfirm={(stagedUid) => void confirm(stagedUid)}
            onClose={onClose}
          />
        );
      }}
    </FilesImport>
  );
}
