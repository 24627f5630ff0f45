import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from 'react';
import { NEW_CATEGORY, NEW_CONTENT } from '../model/new-names.ts';
import { CategoryForm } from './category-form.tsx';
import { useEditor } from './editor-context.ts';
import { IndicatorForm } from './indicator-form.tsx';
import styles from './part-form.module.css';

export interface PartFormHandle {
  /** Puts the cursor into the first field. */
  focus: () => void;
}

interface PartFormProps {
  ref: Ref<PartFormHandle>;
  /** Escape: back to the tree. */
  onLeave: () => void;
}

/** The form of what is chosen in the tree; Ctrl+Enter saves and goes to the next. */
export function PartForm({ ref, onLeave }: PartFormProps) {
  const { scheme, selectedUid, next } = useEditor();
  const pane = useRef<HTMLElement>(null);
  const indicator = scheme.indicators.find(({ uid }) => uid === selectedUid);
  const category = scheme.categories.find(({ uid }) => uid === selectedUid);

  useImperativeHandle(ref, () => ({
    focus() {
      const field =
        pane.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(
          '[data-first] textarea, [data-first] input',
        ) ?? null;
      field?.focus();
      if (field?.value === NEW_CONTENT || field?.value === NEW_CATEGORY) field.select();
    },
  }));

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || !(event.target instanceof Node) || !pane.current?.contains(event.target)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) next();
    else if (event.key === 'Escape' && !event.defaultPrevented) onLeave();
    else return;
    event.preventDefault();
  });
  // On the window, so that a field may take Escape first.
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <section ref={pane} className={styles.pane} aria-label="所选指标">
      {indicator !== undefined && <IndicatorForm key={indicator.uid} indicator={indicator} />}
      {category !== undefined && <CategoryForm key={category.uid} category={category} />}
      {indicator === undefined && category === undefined && (
        <p className={styles.none}>
          左边用 ↑↓ 选择，Enter 到这里填写，Ctrl+Enter 保存并到下一项，Ctrl+N 新增指标，Alt+↑↓ 移动，Delete
          删除。
        </p>
      )}
    </section>
  );
}
