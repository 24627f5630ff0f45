import { Alert, Button, DatePicker, Modal, Select, Table, Tag } from 'antd';
import type { OrganizationImportPreview, OrganizationImportRow } from '#shared/contract/organizations.ts';
import { levelNames } from '#shared/rules/organizations/levels.ts';
import { toDate, toDay } from '../model/days.ts';
import { ProblemList } from '#renderer/ui/problem-list.tsx';
import styles from './import-preview.module.css';

interface ImportPreviewProps {
  preview: OrganizationImportPreview;
  from: string | null;
  busy: boolean;
  onFrom: (day: string | null) => void;
  onSheet: (sheet: string) => void;
  onConfirm: (stagedUid: string) => void;
  onClose: () => void;
}

const actionTags = {
  add: <Tag color="green">新增</Tag>,
  update: <Tag color="gold">更正</Tag>,
  same: <Tag>已有</Tag>,
} as const;

/** What was read and what would happen, before anything does. */
export function ImportPreview(props: ImportPreviewProps) {
  const { preview, from, busy, onFrom, onSheet, onConfirm, onClose } = props;
  const { stagedUid, adds, updates, same, errorCount } = preview;
  const changes = adds.reduce((sum, { count }) => sum + count, 0) + updates;
  const counts = [
    ...adds.map(({ level, count }) => `新增${levelNames[level]} ${count} 个`),
    ...(updates > 0 ? [`更正 ${updates} 个`] : []),
    ...(same > 0 ? [`已有 ${same} 个不变`] : []),
  ];

  return (
    <Modal
      open
      width={980}
      centered
      title="核对要导入的机构"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            type="primary"
            loading={busy}
            disabled={stagedUid === null || changes === 0}
            onClick={() => stagedUid !== null && onConfirm(stagedUid)}
          >
            {changes === 0 ? '没有要导入的' : `导入 ${changes} 个`}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>
          读到 {preview.rowCount} 行：{counts.join('，') || '没有可导入的内容'}
        </span>
        {preview.sheets.length > 1 && (
          <Select
            aria-label="工作表"
            style={{ minWidth: 140 }}
            value={preview.sheet}
            options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={onSheet}
          />
        )}
        <span className={styles.from}>
          新增的机构从
          <DatePicker
            aria-label="从哪一天起"
            placeholder="建库以前就有"
            style={{ width: 150 }}
            value={toDate(from)}
            onChange={(date) => onFrom(toDay(date))}
          />
          起
        </span>
      </div>
      <p className={styles.columns}>
        {preview.columns
          .map(({ letter, heading, meaning }) => `${letter} 列“${heading}” → ${meaning}`)
          .join('；')}
      </p>
      {errorCount > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${errorCount} 处要先改好，改好后再导入；现在一行也不会导入。`}
        />
      )}
      <ProblemList problems={preview.problems} count={errorCount + preview.warningCount} />
      <Table<OrganizationImportRow>
        size="small"
        rowKey="row"
        pagination={false}
        virtual
        scroll={{ x: 900, y: 320 }}
        dataSource={preview.rows}
        columns={[
          { title: '行', dataIndex: 'row', width: 64, align: 'right' },
          { title: '', width: 70, render: (_, row) => (row.problem === '' ? actionTags[row.action] : null) },
          { title: '机构', ellipsis: true, render: (_, row) => (row.path === '' ? row.name : row.path) },
          { title: '级别', width: 110, render: (_, row) => (row.path === '' ? '' : levelNames[row.level]) },
          { title: '简称', dataIndex: 'shortName', width: 120, ellipsis: true },
          { title: '标记', width: 120, ellipsis: true, render: (_, row) => row.marks.join('、') },
          { title: '问题', dataIndex: 'problem', width: 200, ellipsis: true },
        ]}
      />
      {preview.rowCount > preview.rows.length && (
        <p className={styles.columns}>
          只列出前 {preview.rows.length} 行，导入的是全部 {preview.rowCount} 行。
        </p>
      )}
    </Modal>
  );
}
