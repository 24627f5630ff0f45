import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useState } from 'react';
import { columnChoices, type ColumnKey, usualColumns } from './task-columns.tsx';

const KEY = 'tasks.columns';

/** The columns that this browser shows; remembered. */
export function useColumnChoice(): [readonly ColumnKey[], (keys: readonly ColumnKey[]) => void] {
  const [shown, setShown] = useState<readonly ColumnKey[]>(() => {
    const stored = localStorage.getItem(KEY)?.split(' ');
    if (stored === undefined) return usualColumns;
    return columnChoices.map(({ key }) => key).filter((key) => stored.includes(key));
  });
  return [
    shown,
    (keys) => {
      setShown(keys);
      localStorage.setItem(KEY, keys.join(' '));
    },
  ];
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
