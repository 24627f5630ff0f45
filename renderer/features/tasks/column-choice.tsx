import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { someOf, useRemembered } from '#renderer/ui/remembered.ts';
import { columnChoices, type ColumnKey, usualColumns } from './task-columns.tsx';

const shownColumns = someOf(
  'tasks.columns',
  columnChoices.map(({ key }) => key),
  usualColumns,
);

/** The columns that this browser shows. */
export function useColumnChoice(): [readonly ColumnKey[], (keys: readonly ColumnKey[]) => void] {
  return useRemembered(shownColumns);
}

interface ColumnChoiceProps {
  shown: readonly ColumnKey[];
  onChange: (keys: readonly ColumnKey[]) => void;
}

export function ColumnChoice({ shown, onChange }: ColumnChoiceProps) {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group<ColumnKey>
          style={{ display: 'grid', gap: 6 }}
          options={columnChoices.map(({ key, title }) => ({ value: key, label: title }))}
          value={[...shown]}
          onChange={onChange}
        />
      }
    >
      <Tooltip title="选择显示哪些列">
        <Button aria-label="选择列" icon={<SettingOutlined aria-hidden />} />
      </Tooltip>
    </Popover>
  );
}
