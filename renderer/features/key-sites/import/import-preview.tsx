import { Alert, Button, Modal, Select, Table, Tag } from 'antd';
import type { SiteImportPreview, SiteImportRow } from '#shared/contract/key-sites.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ProblemList } from '#renderer/ui/problem-list.tsx';
import styles from '../key-sites.module.css';
import { placeLevels } from '../words.ts';

interface ImportPreviewProps {
  preview: SiteImportPreview;
  placeUid: string | null;
  busy: boolean;
  onPlace: (uid: string | null) => void;
  onSheet: (sheet: string) => void;
  onConfirm: (stagedUid: string) => void;
  /** Back to the pasted text; null where a file was read. */
  onCorrect: (() => void) | null;
  onClose: () => void;
}

const actionTags = {
  add: <Tag color="green">新增</Tag>,
  change: <Tag color="gold">更新</Tag>,
  same: <Tag>不变</Tag>,
  none: <Tag color="red">不导入</Tag>,
} as const;

const columns: NonNullable<Parameters<typeof Table<SiteImportRow>>[0]['columns']> = [
  { title: '行', dataIndex: 'row', width: 54, align: 'right' },
  { title: '', width: 76, render: (_, row) => actionTags[row.action] },
  { title: '单位名称', dataIndex: 'name', width: 160, ellipsis: true },
  { title: '所在地', dataIndex: 'place', width: 132, ellipsis: true },
  { title: '地址', dataIndex: 'address', width: 110, ellipsis: true },
  { title: '行业', dataIndex: 'trade', width: 80, ellipsis: true },
  { title: '类别', dataIndex: 'kinds', width: 116, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 108, ellipsis: true },
  { title: '问题或变化', dataIndex: 'remark', ellipsis: true },
];

/** What was read and what would happen, before anything does. */
export function ImportPreview(props: ImportPreviewProps) {
  const { preview, placeUid, busy, onPlace, onSheet, onConfirm, onCorrect, onClose } = props;
  const { stagedUid, adds, changes, same, newTrades, errorCount, warningCount } = preview;
  const total = adds + changes;

  return (
    <Modal
      open
      width={1120}
      centered
      title="核对要导入的单位"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          {onCorrect !== null && <Button onClick={onCorrect}>返回修改表格</Button>}
          <Button
            type="primary"
            loading={busy}
            disabled={stagedUid === null || total === 0}
            onClick={() => stagedUid !== null && onConfirm(stagedUid)}
          >
            {total === 0 ? '没有要导入的' : `导入 ${total} 家`}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span>
          读到 {preview.rowCount} 家：新增 {adds} 家，更新 {changes} 家，不变 {same} 家
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
        <span className={styles.fallback}>
          没写区县的算在
          <OrganizationSelect
            aria-label="没写区县的算在"
            placeholder="选区县或乡镇"
            levels={placeLevels}
            value={placeUid}
            onChange={onPlace}
          />
        </span>
      </div>
      <p className={styles.columns}>
        {preview.columns
          .map(({ letter, heading, meaning }) => `${letter} 列“${heading}” → ${meaning}`)
          .join('；')}
      </p>
      {newTrades.length > 0 && (
        <p className={styles.columns}>行业里还没有、将一并新增：{newTrades.join('、')}</p>
      )}
      {errorCount > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${errorCount} 处要先改好，改好后再导入；现在一家也不会导入。`}
        />
      )}
      <ProblemList problems={preview.problems} count={errorCount + warningCount} />
      <Table<SiteImportRow>
        size="small"
        rowKey="row"
        pagination={false}
        virtual
        scroll={{ x: 1060, y: 300 }}
        dataSource={preview.rows}
        columns={columns}
      />
      {preview.rowCount > preview.rows.length && (
        <p className={styles.columns}>
          只列出前 {preview.rows.length} 家，导入的是全部 {total} 家。
        </p>
      )}
    </Modal>
  );
}
