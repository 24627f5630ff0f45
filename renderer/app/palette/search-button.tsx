import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import styles from './palette.module.css';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

/** Opens the search over everything; Ctrl+K does too, from anywhere. */
export function SearchButton() {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.isComposing) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <Button
        className={styles.button ?? ''}
        icon={<SearchOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      >
        搜索
        <kbd className={styles.key}>Ctrl+K</kbd>
      </Button>
      <Suspense>{open && <Palette onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
