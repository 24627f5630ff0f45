import { Button, Space } from 'antd';
import type { ReactNode } from 'react';
import type { LibraryFilter } from '#shared/contract/library.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

const addItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'catalogue', label: '载入常用法规目录' },
];

interface AddButtonProps {
  /** The first step of the page; beside another one it is not. */
  primary: boolean;
  onAdd: () => void;
  onImport: () => void;
}

export function AddButton({ primary, onAdd, onImport }: AddButtonProps) {
  const load = useLoadCatalogue();
  return (
    <SplitButton
      primary={primary}
      more={addItems}
      moreLabel="导入"
      loading={load.running}
      onMore={(key) => (key === 'import' ? onImport() : void load.run())}
      onClick={onAdd}
    >
      新增文件
    </SplitButton>
  );
}

/** The first step of an empty library, with the other ways beside it. */
export function CatalogueButton({ children }: { children: ReactNode }) {
  const load = useLoadCatalogue();
  return (
    <Space>
      <Button type="primary" loading={load.running} onClick={() => void load.run()}>
        载入常用法规目录
      </Button>
      {children}
    </Space>
  );
}

export function ExportButton({ filter }: { filter: LibraryFilter }) {
  const mayExport = useRight('export');
  const list = useStartedJob(client.library.exportList);
  if (!mayExport) return null;
  return (
    <>
      <Button loading={list.starting} onClick={() => void list.start(filter)}>
        导出目录
      </Button>
      {list.dialog}
    </>
  );
}

function useLoadCatalogue() {
  return useOperation(client.library.loadCatalogue, {
    success: ({ added }) => `已载入 ${added} 份文件的目录，条文请粘贴或从附件读入`,
    undoable: true,
  });
}
