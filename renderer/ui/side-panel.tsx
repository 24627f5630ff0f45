import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import styles from './side-panel.module.css';

interface SidePanelProps {
  title: ReactNode;
  onClose: () => void;
  /** Pixels; 400 without it. */
  width?: number;
  /** At the bottom: 保存, 取消. */
  footer?: ReactNode;
  children: ReactNode;
}

/** What was opened from a list, beside it and not in its place. Escape closes it. */
export function SidePanel({ title, onClose, width = 400, footer, children }: SidePanelProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      // A dialog above the page takes Escape first.
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])') === null) onClose();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  return (
    <aside className={styles.panel} style={{ width }}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Button type="text" aria-label="关闭" icon={<CloseOutlined aria-hidden />} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </aside>
  );
}
