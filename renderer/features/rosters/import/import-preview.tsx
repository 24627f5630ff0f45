import { Alert, Button, DatePicker, Input, Modal, Radio, Select, Table, Tag } from 'antd';
import type { RosterImportPreview, RosterImportRow } from '#shared/contract/roster-views.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { ProblemList } from '#renderer/ui/problem-list.tsx';
import styles from '../rosters.module.css';
import { toDate, toDay } from '../words.ts';
import type { ImportPlace } from './import-dialog.tsx';

interface ImportPreviewProps {
  preview: RosterImportPreview;
  place: ImportPlace;
  busy: boolean;
  onPlace: (place: ImportPlace) => void;
  onSheet: (sheet: string) => void;
  onConfirm: (stagedUid: string) => void;
  /** Back to the pasted text; null for a file, which is put right in Excel. */
  onCorrect: (() => void) | null;
  onClose: () => void;
}

const actionTags = {
  add: <Tag color="green">新增</Tag>,
  change: <Tag color="gold">变动</Tag>,
  same: <Tag>不变</Tag>,
} as const;

const columns: NonNullable<Parameters<typeof Table<RosterImportRow>>[0]['columns']> = [
  { title: '行', dataIndex: 'row', width: 52, align: 'right' },
  { title: '', width: 66, render: (_, row) => actionTags[row.action] },
  { title: '职位', dataIndex: 'positionName', width: 104 },
  { title: '姓名', dataIndex: 'name', width: 84 },
  {
    title: '单位',
    width: 260,
    ellipsis: true,
    render: (_, { unit, unitKnown }) => (unit === '' || unitKnown ? unit : `${unit} (按文字保存)`),
  },
  { title: '职务', dataIndex: 'post', width: 150, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 116 },
  { title: '问题', dataIndex: 'problem', ellipsis: true },
];

const levelsWithCommittee: readonly OrganizationLevel[] = ['city', 'county', 'township'];

/** What was read and what would happen, before anything does. */
export function ImportPreview(props: ImportPreviewProps) {
  const { preview, place, busy, onPlace, onSheet, onConfirm, onCorrect, onClose } = props;
  const { stagedUid, adds, changes, same, leaving, errorCount } = preview;
  const total = adds + changes + leaving.length;
  const counts = [`新增 ${adds} 人`, `变动 ${changes} 人`, `不变 ${same} 人`];

  return (
    <Modal
      open
      width={1040}
      centered
      title="核对名单"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          {onCorrect !== null && <Button onClick={onCorrect}>返回修改名单</Button>}
          <Button
            type="primary"
            loading={busy}
            disabled={stagedUid === null || total === 0}
            onClick={() => stagedUid !== null && onConfirm(stagedUid)}
          >
            {total === 0 ? '没有要导入的' : '导入'}
          </Button>
        </>
      }
    >
      <div className={styles.top}>
        <span className={styles.whose}>
          名册
          <OrganizationSelect
            aria-label="哪里的名册"
            levels={levelsWithCommittee}
            value={place.organizationUid}
            onChange={(uid) => uid !== null && onPlace({ ...place, organizationUid: uid })}
          />
        </span>
        <span>
          读到 {preview.rowCount} 人：{counts.join('，')}
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
      </div>
      <div className={styles.top}>
        <Radio.Group
          value={place.mode}
          options={[
            { value: 'replace', label: '整体换成这份名单' },
            { value: 'add', label: '加到现有名册' },
          ]}
          onChange={(event) => onPlace({ ...place, mode: event.target.value === 'add' ? 'add' : 'replace' })}
        />
        <span>
          从{' '}
          <DatePicker
            aria-label="从哪一天起"
            placeholder="建库以前就任职"
            style={{ width: 150 }}
            value={toDate(place.from)}
            onChange={(date) => onPlace({ ...place, from: toDay(date) })}
          />{' '}
          起
        </span>
        <Input
          aria-label="依据文件"
          placeholder="依据文件(可不填)"
          style={{ width: 220 }}
          defaultValue={place.document}
          onBlur={(event) =>
            event.target.value !== place.document && onPlace({ ...place, document: event.target.value })
          }
        />
      </div>
      {leaving.length > 0 && (
        <Alert
          className={styles.warning ?? ''}
          type="warning"
          showIcon
          title={`名单里没有、将不再任职 ${leaving.length} 人：${leaving.join('、')}`}
          description={
            changes + same === 0 && '现有名册上没有一个人在这份名单里，请先看清“名册”是不是选对了。'
          }
        />
      )}
      {errorCount > 0 && (
        <Alert type="error" showIcon title={`有 ${errorCount} 处要先改好；现在一行也不会导入。`} />
      )}
      <ProblemList problems={preview.problems} count={errorCount + preview.warningCount} />
      <Table<RosterImportRow>
        size="small"
        rowKey={({ row, name, positionName }) => `${row} ${name} ${positionName}`}
        pagination={false}
        scroll={{ y: 300 }}
        dataSource={preview.rows}
        columns={columns}
      />
    </Modal>
  );
}
