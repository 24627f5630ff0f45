import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';

interface ToolButtonProps {
  /** What it does and by which key. */
  tooltip: string;
  /** Its name for those who hear it; without it the tooltip's first part. */
  name?: string;
  icon?: ReactNode;
  children?: ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}

/** A small button that leaves the focus in the text. */
export function ToolButton({ tooltip, name, icon, children, pressed, disabled, onClick }: ToolButtonProps) {
  return (
    <Tooltip title={tooltip} mouseEnterDelay={0.4}>
      <Button
        size="small"
        type={pressed === true ? 'primary' : 'text'}
        ghost={pressed === true}
        aria-label={name ?? tooltip.split('(')[0]}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        icon={icon}
        disabled={disabled === true}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
