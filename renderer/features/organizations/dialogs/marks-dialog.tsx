import { Button, Input, List, Modal, Space } from 'antd';
import { useState } from 'react';
import type { OrganizationMark } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useOrganizationsPage } from '../use-organizations.ts';

/** The office's marks: added, renamed, removed while unused. */
export function MarksDialog({ onClose }: { onClose: () => void }) {
  const { marks } = useOrganizationsPage();
  const [name, setName] = useState('');
  const add = useOperation(client.organizations.addMark, {
    success: (_, input) => `已新增标记“${input.name}”`,
  });

  async function save(): Promise<void> {
    if (name.trim() === '') return;
    const outcome = await add.run({ name });
    if (outcome.done) setName('');
  }

  return (
    <Modal open title="机构标记" footer={<Button onClick={onClose}>关闭</Button>} onCancel={onClose}>
      <p>标记把机构分成类，如开发区、全国重点镇；考核方案可以只对带某个标记的机构计分。</p>
      <List
        size="small"
        dataSource={[...marks]}
        rowKey="uid"
        renderItem={(mark) => <MarkItem key={mark.uid} mark={mark} />}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Space.Compact style={{ width: '100%', marginTop: 12 }}>
          <Input
            aria-label="新标记的名称"
            placeholder="新标记的名称"
            maxLength={20}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button htmlType="submit" loading={add.running} disabled={name.trim() === ''}>
            新增
          </Button>
        </Space.Compact>
      </form>
    </Modal>
  );
}

function MarkItem({ mark }: { mark: OrganizationMark }) {
  const [name, setName] = useState<string | null>(null);
  const rename = useOperation(client.organizations.renameMark, { success: '已改名' });
  const remove = useOperation(client.organizations.removeMark, {
    undoable: true,
    success: `已删除标记“${mark.name}”`,
  });

  async function save(): Promise<void> {
    if (name === null || name.trim() === '' || name.trim() === mark.name) {
      setName(null);
      return;
    }
    const outcome = await rename.run({ uid: mark.uid, name });
    if (outcome.done) setName(null);
  }

  if (name !== null) {
    return (
      <List.Item
        actions={[
          <Button key="save" type="link" size="small" onClick={() => void save()}>
            保存
          </Button>,
        ]}
      >
        <Input
          aria-label="标记名称"
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => void save()}
        />
      </List.Item>
    );
  }
  return (
    <List.Item
      actions={[
        <Button key="rename" type="link" size="small" onClick={() => setName(mark.name)}>
          改名
        </Button>,
        <Button
          key="remove"
          type="link"
          size="small"
          disabled={mark.builtIn || mark.usedBy > 0}
          onClick={() => void remove.run({ uid: mark.uid })}
        >
          删除
        </Button>,
      ]}
    >
      {mark.name} <span style={{ color: '#6b6b6b' }}>{mark.usedBy} 个机构</span>
    </List.Item>
  );
}
