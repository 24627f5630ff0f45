import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown, Space } from 'antd';
import type { ReactNode } from 'react';

interface SplitButtonProps {
  children: ReactNode;
  onClick: () => void;
  /** What else can be done, in a menu. */
  more: readonly { key: string; label: string }[];
  onMore: (key: string) => void;
  /** Accessible name of the menu's button. */
  moreLabel: string;
  primary?: boolean;
  loading?: boolean;
  disabled?: boolean;
}

/** The usual thing with one click, its variants in a menu beside it. */
export function SplitButton(props: SplitButtonProps) {
  const { children, onClick, more, onMore, moreLabel } = props;
  const { primary = false, loading = false, disabled = false } = props;
  const type = primary ? 'primary' : 'default';
  return (
    <Space.Compact>
      <Button type={type} loading={loading} disabled={disabled} onClick={onClick}>
        {children}
      </Button>
      <Dropdown
        trigger={['click']}
        disabled={disabled}
        menu={{ items: [...more], onClick: ({ key }) => onMore(key) }}
      >
        <Button type={type} aria-label={moreLabel} icon={<DownOutlined aria-hidden />} />
      </Dropdown>
    </Space.Compact>
  );
}
