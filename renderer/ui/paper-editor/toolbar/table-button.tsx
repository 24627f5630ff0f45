import TableOutlined from '@ant-design/icons/TableOutlined';
import type { Editor } from '@tiptap/react';
import type { DropdownProps } from 'antd';
import { Dropdown, Popover } from 'antd';
import { useRef, useState } from 'react';
import { insertTable } from '../table/commands.ts';
import { SizePicker } from './size-picker.tsx';
import { tableMenu } from './table-menu.tsx';
import { ToolButton } from './tool-button.tsx';

/** The menu takes the keys as soon as it is open. */
const byKeysToo: DropdownProps = { trigger: ['click'], autoFocus: true };

/** Outside a table it inserts one, inside it offers what can be done with it. */
export function TableButton({ editor, isInTable }: { editor: Editor; isInTable: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const picker = useRef<HTMLButtonElement>(null);
  const button = (
    <span>
      <ToolButton
        tooltip={isOpen ? '' : isInTable ? '增删行列、合并单元格、表头' : '插入表格'}
        name="表格"
        icon={<TableOutlined />}
        onClick={() => setOpen(!isOpen)}
      >
        表格
      </ToolButton>
    </span>
  );
  if (isInTable) {
    return (
      <Dropdown {...byKeysToo} open={isOpen} onOpenChange={setOpen} menu={tableMenu(editor)}>
        {button}
      </Dropdown>
    );
  }
  const insert = (rows: number, columns: number) => {
    setOpen(false);
    insertTable(editor, rows, columns);
  };
  const takeKeys = (squares: HTMLButtonElement | null) => {
    picker.current = squares;
    squares?.focus({ preventScroll: true });
  };
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      // Without motion the picker is there before it is shown, and what is hidden takes no focus.
      afterOpenChange={(isShown) => isShown && takeKeys(picker.current)}
      content={<SizePicker ref={takeKeys} onPick={insert} />}
    >
      {button}
    </Popover>
  );
}
