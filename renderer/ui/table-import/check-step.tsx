import { Alert, Button, Modal, Table } from 'antd';
import type { ReactNode } from 'react';
import type { ListImportRow, ListPreview } from '#shared/contract/table-import.ts';
import { columnName } from '#shared/workbook.ts';
import { ProblemList } from '../problem-list.tsx';
import { actionTags } from './action-tags.tsx';
import type { Checks } from './checks.ts';
import { EditableCell } from './editable-cell.tsx';
import { SheetSelect } from './sheet-select.tsx';
import styles from './table-import.module.css';

interface CheckStepProps {
  what: string;
  unit: string;
  /** The word that counts rows of the table. */
  rowUnit: string;
  checks: Checks;
  busy: boolean;
  optionFields: ReactNode;
  onSheet: (sheet: string) => void;
  onForm: () => void;
  onConfirm: () => void;
  onClose: () => void;
}

const ROW_AND_ACTION_PIXELS = 130;
const CELL_PIXELS = 130;
const LONG_CELL_PIXELS = 240;
const REMARK_PIXELS = 260;

/** What was read and what would happen, to be put right before anything does. */
export function CheckStep(props: CheckStepProps) {
  const { what, unit, rowUnit, checks, busy, optionFields, onSheet, onForm, onConfirm, onClose } = props;
  const { preview, choice, checking, check, stop } = checks;
  const { adds, changes, same, errorCount, warningCount, leaving } = preview;
  const total = adds + changes;
  const isNothing = total === 0 && leaving === null;
  const columns = mappedColumns(preview);
  const problemAt = new Map(
    preview.problems.toReversed().map((problem) => [`${problem.column}${problem.row}`, problem]),
  );
  const correctedAt = new Map(
    choice.corrections.map(({ row, column, text }) => [`${columnName(column + 1)}${row}`, text]),
  );

  function correct(row: number, column: number, text: string): void {
    const others = choice.corrections.filter((each) => each.row !== row || each.column !== column);
    check({ choice: { ...choice, corrections: [...others, { row, column, text }] } });
  }

  return (
    <Modal
      open
      width={1120}
      centered
      title={`核对要导入的${what}`}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          {checking && (
            <Button type="link" onClick={stop}>
              停止核对
            </Button>
          )}
          <Button onClick={onClose}>取消</Button>
          <Button onClick={onForm}>标题行和栏目</Button>
          <Button
            type="primary"
            loading={busy || checking}
            disabled={errorCount > 0 || isNothing}
            onClick={onConfirm}
          >
            {isNothing ? '没有要导入的' : total === 0 ? '导入' : `导入 ${total} ${unit}`}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>
          读到 {preview.rowCount} {rowUnit}：新增 {adds} {unit}，更新 {changes} {unit}，不变 {same} {unit}
        </span>
        <SheetSelect sheet={preview.sheet} sheets={preview.sheets} onChange={onSheet} />
        {optionFields}
      </div>
      {preview.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {leaving !== null && (
        <Alert
          type="warning"
          showIcon
          className={styles.leaving ?? ''}
          title={
            <>
              {`${what}里没有、将${leaving.verb} ${leaving.names.length} ${unit}：${leaving.names.join('、')}`}
              {leaving.doubt !== '' && <div>{leaving.doubt}</div>}
            </>
          }
        />
      )}
      {errorCount > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${errorCount} 处要先改好；现在一${rowUnit}也不会导入。点下面的格子就能改，改好后会重新核对。`}
        />
      )}
      <ProblemList problems={preview.problems} count={errorCount + warningCount} />
      <Table<ListImportRow>
        size="small"
        rowKey="row"
        pagination={false}
        virtual
        loading={{ spinning: checking, delay: 300 }}
        scroll={{
          x: ROW_AND_ACTION_PIXELS + pixelsOf(columns) + REMARK_PIXELS,
          y: leaving === null ? 300 : 220,
        }}
        dataSource={preview.rows}
        columns={[
          { title: '行', dataIndex: 'row', width: 54, align: 'right' },
          { title: '', width: 76, render: (_, row) => actionTags[row.action] },
          ...columns.map(({ index, letter, name, pixels }) => ({
            key: index,
            title: name,
            width: pixels,
            render: (_: unknown, { row, cells }: ListImportRow) => (
              <EditableCell
                name={`第 ${row} 行${name}`}
                text={correctedAt.get(`${letter}${row}`) ?? cells[index] ?? ''}
                problem={problemAt.get(`${letter}${row}`) ?? null}
                onCorrect={(text) => correct(row, index, text)}
              />
            ),
          })),
          { title: '问题或变化', dataIndex: 'remark', ellipsis: true },
        ]}
      />
      {preview.rowCount > preview.rows.length && (
        <p className={styles.note}>
          只列出前 {preview.rows.length} {rowUnit}，导入的是全部 {total} {unit}。
        </p>
      )}
    </Modal>
  );
}

function mappedColumns({ form, meanings }: ListPreview) {
  const known = new Map(meanings.map((each) => [each.meaning, each]));
  return form.mapping.flatMap((meaning, index) => {
    const column = known.get(meaning ?? '');
    if (column === undefined) return [];
    const pixels = column.isLong ? LONG_CELL_PIXELS : CELL_PIXELS;
    return [{ index, letter: columnName(index + 1), name: column.name, pixels }];
  });
}

function pixelsOf(columns: readonly { pixels: number }[]): number {
  return columns.reduce((sum, { pixels }) => sum + pixels, 0);
}
