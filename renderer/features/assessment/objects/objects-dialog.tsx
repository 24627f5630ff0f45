import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef, Modal, type TableProps } from 'antd';
import { useState } from 'react';
import type { ObjectChoice } from '#shared/contract/assessment.ts';
import type { AppliesTo } from '#shared/contract/schemes.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import styles from './objects-dialog.module.css';

interface ObjectsDialogProps {
  title: string;
  appliesTo: AppliesTo;
  /** The day on which the organizations are looked at. */
  day: string;
  chosen: readonly string[];
  /** In protocol order. */
  onChoose: (uids: string[]) => void;
  onClose: () => void;
}

export const choiceTables: readonly string[] = ['organization', 'organization_state'];

const columns: NonNullable<TableProps<ObjectChoice>['columns']> = [
  { title: '单位', dataIndex: 'name', ellipsis: true },
  { title: '简称', dataIndex: 'shortName', width: 140, ellipsis: true },
  { title: '所属', dataIndex: 'parentName', width: 140, ellipsis: true },
];

/** Who is assessed in a group, chosen from all of the level that the scheme is for. */
export function ObjectsDialog({ title, appliesTo, day, chosen, onChoose, onClose }: ObjectsDialogProps) {
  const { data = [], isLoading } = useQuery(
    api.assessment.objectChoices.queryOptions({
      input: { appliesTo, day },
      meta: { tables: choiceTables },
    }),
  );
  const field = useFirstFocus<InputRef>();
  const [keys, setKeys] = useState<readonly string[]>(chosen);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const rows = data.filter(
    ({ name, parentName, initials }) =>
      name.includes(wanted) || parentName.includes(wanted) || initials.includes(wanted),
  );
  const known = new Set(data.map(({ uid }) => uid));

  /** Rows that the search hides stay chosen. */
  function select(shown: readonly string[]): void {
    const visible = new Set(rows.map(({ uid }) => uid));
    setKeys([...keys.filter((uid) => !visible.has(uid)), ...shown]);
  }

  function confirm(): void {
    const gone = keys.filter((uid) => !known.has(uid));
    onChoose([...gone, ...data.map(({ uid }) => uid).filter((uid) => keys.includes(uid))]);
  }

  return (
    <Modal
      open
      width={640}
      title={title}
      okText={`确定(${keys.length} 个)`}
      cancelText="取消"
      okButtonProps={{ disabled: keys.length === 0 }}
      onOk={confirm}
      onCancel={onClose}
    >
      <Input.Search
        allowClear
        ref={field}
        aria-label="查找单位"
        placeholder="名称或拼音首字母"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.list}>
        <ListTable
          label="可选的单位"
          columns={columns}
          rows={rows}
          rowKey={({ uid }) => uid}
          loading={isLoading}
          selection={{ keys, onChange: select }}
          empty={<EmptyState text="没有符合的单位。单位在“机构”里维护。" />}
        />
      </div>
    </Modal>
  );
}
