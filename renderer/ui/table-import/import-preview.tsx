import { Alert, Button, Modal, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { ImportPreview, ImportRow } from '#shared/contract/import-preview.ts';
import { ProblemList } from '../problem-list.tsx';
import { actionTags } from './action-tags.tsx';
import { SheetSelect } from './sheet-select.tsx';
import styles from './table-import.module.css';
import type { ImportSteps } from './use-reading.tsx';

interface ImportPreviewProps<Row extends ImportRow> {
  title: string;
  preview: ImportPreview<Row>;
  steps: Pick<ImportSteps<unknown>, 'onSheet' | 'onCorrect'>;
  /** What going back to correct is called, where it is not about a pasted table. */
  correctText?: string;
  /** The word that counts rows: 家, 人. */
  unit: string;
  /** What is shown of each row, between what happens to it and its problem. */
  columns: NonNullable<TableProps<Row>['columns']>;
  /** Pixels of all these columns. */
  columnPixels: number;
  busy: boolean;
  onConfirm: (stagedUid: string) => void;
  onClose: () => void;
  /** At the right of the counts. */
  options?: ReactNode;
  /** What `row` counts; a row of the table where not given. */
  rowTitle?: string;
  /** What tells rows apart; `row` where not given. */
  rowKey?: (row: Row) => string;
  /** Lines below the columns: what else would be added. */
  notes?: readonly string[];
}

const ROW_AND_ACTION_PIXELS = 130;
const REMARK_PIXELS = 220;

/** What was read and what would happen, before anything does. */
export function ImportPreviewDialog<Row extends ImportRow>(props: ImportPreviewProps<Row>) {
  const { title, preview, steps, unit, columns, columnPixels, busy, onConfirm, onClose } = props;
  const { stagedUid, adds, changes, same, errorCount, warningCount } = preview;
  const total = adds + changes;

  return (
    <Modal
      open
      width={1120}
      centered
      title={title}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          {steps.onCorrect !== null && (
            <Button onClick={steps.onCorrect}>{props.correctText ?? '返回修改表格'}</Button>
          )}
          <Button
            type="primary"
            loading={busy}
            disabled={stagedUid === null || total === 0}
            onClick={() => stagedUid !== null && onConfirm(stagedUid)}
          >
            {total === 0 ? '没有要导入的' : `导入 ${total} ${unit}`}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>
          读到 {preview.rowCount} {unit}：新增 {adds} {unit}，更新 {changes} {unit}，不变 {same} {unit}
        </span>
        <SheetSelect sheet={preview.sheet} sheets={preview.sheets} onChange={steps.onSheet} />
        {props.options}
      </div>
      {[columnsText(preview), ...(props.notes ?? [])].filter(Boolean).map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {errorCount > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${errorCount} 处要先改好，改好后再导入；现在一${unit}也不会导入。`}
        />
      )}
      <ProblemList problems={preview.problems} count={errorCount + warningCount} />
      <Table<Row>
        size="small"
        rowKey={props.rowKey ?? 'row'}
        pagination={false}
        virtual
        scroll={{ x: ROW_AND_ACTION_PIXELS + columnPixels + REMARK_PIXELS, y: 300 }}
        dataSource={preview.rows}
        columns={[
          { title: props.rowTitle ?? '行', dataIndex: 'row', width: 54, align: 'right' },
          { title: '', width: 76, render: (_, row) => actionTags[row.action] },
          ...columns,
          { title: '问题或变化', dataIndex: 'remark', ellipsis: true },
        ]}
      />
      {preview.rowCount > preview.rows.length && (
        <p className={styles.note}>
          只列出前 {preview.rows.length} {unit}，导入的是全部 {total} {unit}。
        </p>
      )}
    </Modal>
  );
}

function columnsText({ columns }: ImportPreview<ImportRow>): string {
  return columns.map(({ letter, heading, meaning }) => `${letter} 列“${heading}” → ${meaning}`).join('；');
}
