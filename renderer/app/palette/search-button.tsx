import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Button } from 'antd';
import { type ComponentProps, type ComponentType, useEffect, useState } from 'react';
import styles from './palette.module.css';

type PaletteComponent = ComponentType<ComponentProps<typeof import('./palette.tsx').Palette>>;

/** Opens the search over everything; Ctrl+K does too, from anywhere. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  const [Palette, setPalette] = useState<PaletteComponent | null>(null);

  // Loaded after the first paint and kept: a key typed right after Ctrl+K must not get lost.
  useEffect(() => {
    void import('./palette.tsx').then((file) => setPalette(() => file.Palette));
  }, []);

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
      {open && Palette !== null && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
