import { Modal, Table, type TableProps, Tag } from 'antd';
import { useState } from 'react';
import type { PartnerUnit } from '#shared/contract/partner-units.ts';
import { pastedCells } from '#shared/pasted-cells.ts';
import { type ReadPartner, readPartners } from '#shared/rules/duty/read-partners.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstText } from '#renderer/ui/first-text.tsx';
import styles from '../duty.module.css';

interface PastePartnersDialogProps {
  /** What was pasted on the page. */
  text: string;
  known: readonly PartnerUnit[];
  kinds: readonly string[];
  onClose: () => void;
}

/** A table of partner units: read at once, looked over, then stored. */
export function PastePartnersDialog({ text: pasted, known, kinds, onClose }: PastePartnersDialogProps) {
  const [text, setText] = useState(pasted);
  const take = useOperation(client.partnerUnits.import, {
    success: ({ added, changed }) => `已导入：新增 ${added} 家，更新 ${changed} 家`,
    undoable: true,
  });
  const items = readPartners(pastedCells(text), kinds.at(-1) ?? '其他');
  const names = new Set(known.map(({ name }) => name));
  const columns: NonNullable<TableProps<ReadPartner>['columns']> = [
    {
      title: '',
      width: 70,
      render: (_, { name }) =>
        names.has(name) ? <Tag color="gold">更新</Tag> : <Tag color="green">新增</Tag>,
    },
    { title: '类别', dataIndex: 'kind', width: 80 },
    { title: '单位', dataIndex: 'name', ellipsis: true },
    { title: '值班电话', dataIndex: 'dutyPhone', width: 140, ellipsis: true },
    { title: '联系人', dataIndex: 'contact', width: 90, ellipsis: true },
    { title: '联系人电话', dataIndex: 'contactPhone', width: 140, ellipsis: true },
  ];

  async function submit(): Promise<void> {
    if ((await take.run({ items })).done) onClose();
  }

  return (
    <Modal
      open
      centered
      width={860}
      title="粘贴联动单位"
      okText={items.length === 0 ? '导入' : `导入 ${items.length} 家`}
      cancelText="取消"
      confirmLoading={take.running}
      okButtonProps={{ disabled: items.length === 0 }}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={styles.hint}>
        一行一家：类别、单位、值班电话、联系人、联系人电话、备注；有标题行时列的顺序不限。通讯录里已有的会更新，空着的格子不抹掉原来的内容。
      </p>
      <FirstText
        autoSize={{ minRows: 3, maxRows: 5 }}
        aria-label="从 Excel 复制的表格"
        placeholder="在 Excel 里选中表格复制，粘贴到这里"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {items.length > 0 && (
        <Table<ReadPartner>
          size="small"
          rowKey="name"
          style={{ marginTop: 12 }}
          pagination={false}
          scroll={{ y: 260 }}
          columns={columns}
          dataSource={items}
        />
      )}
    </Modal>
  );
}
