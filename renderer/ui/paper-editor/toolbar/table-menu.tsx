import type { Editor } from '@tiptap/react';
import type { MenuProps } from 'antd';
import type { TableAction } from '../table/commands.ts';
import { canChangeTable, changeTable } from '../table/commands.ts';

const groups: readonly (readonly (readonly [TableAction, string])[])[] = [
  [
    ['rowAbove', '上方插入一行'],
    ['rowBelow', '下方插入一行(末格按 Tab)'],
    ['columnLeft', '左侧插入一列'],
    ['columnRight', '右侧插入一列'],
  ],
  [
    ['merge', '合并单元格'],
    ['split', '拆分单元格'],
    ['head', '到这一行为表头(每页重复)'],
    ['evenColumns', '平均分布各列'],
    ['landscape', '放在横向页上'],
  ],
  [
    ['deleteRow', '删除行'],
    ['deleteColumn', '删除列'],
    ['deleteTable', '删除表格'],
  ],
];

/** What can be done with the table that the caret is in. */
export function tableMenu(editor: Editor): NonNullable<MenuProps> {
  return {
    items: groups.flatMap((group, index) => [
      ...(index > 0 ? [{ type: 'divider' as const }] : []),
      ...group.map(([action, label]) => ({
        key: action,
        label,
        danger: action === 'deleteTable',
        disabled: !canChangeTable(editor, action),
      })),
    ]),
    onClick: ({ key, domEvent }) => {
      // The focus goes back to the text, where the same Enter would break the line.
      domEvent.preventDefault();
      changeTable(editor, key as TableAction);
    },
  };
}
