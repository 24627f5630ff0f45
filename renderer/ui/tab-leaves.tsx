import type { KeyboardEvent, ReactNode } from 'react';

/**
 * Around a Select that is searched by typing: antd takes the marked option at Tab, also where nothing was typed and the
 * clerk only goes on to the next field.
 */
export function TabLeaves({ children }: { children: ReactNode }) {
  return (
    <span role="presentation" style={{ display: 'contents' }} onKeyDownCapture={leaveByTab}>
      {children}
    </span>
  );
}

function leaveByTab(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key === 'Tab' && target instanceof HTMLInputElement && target.value === '')
    event.stopPropagation();
}
