import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'wouter';
import { bodyOfPage } from '#renderer/app/taken-away.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import { ChapterView } from './chapter-view.tsx';
import { ContentsList } from './contents-list.tsx';
import styles from './manual.module.css';
import { hrefOfPlace, type ManualPlace } from './place.ts';
import { chapterAbout, useContents } from './queries.ts';

interface HelpPanelProps {
  /** Path pattern of the page that help is wanted for. */
  pagePath: string | null;
  /** Where no page is open, and none can be opened. */
  door?: { place: ManualPlace; into: HTMLElement };
  onClose: () => void;
}

/** The manual beside the page, which stays in view and in use; also above a dialog. Escape in it closes it. */
export function HelpPanel({ pagePath, door, onClose }: HelpPanelProps) {
  const contents = useContents();
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<ManualPlace | null>(null);
  const [isChoosing, setIsChoosing] = useState(false);
  const panel = useOwnFocus(onClose);
  useFocusBack();

  function choose(place: ManualPlace): void {
    setChosen(place);
    setIsChoosing(false);
    // What was clicked goes; Escape must still be heard here.
    panel.current?.focus({ preventScroll: true });
  }

  return createPortal(
    <aside ref={panel} className={styles.panel} tabIndex={-1} aria-label="使用手册">
      <QueryView query={contents}>
        {(parts) => {
          const place = chosen ?? door?.place ?? { id: chapterAbout(parts, pagePath), heading: '' };
          return (
            <>
              <header className={styles.panelHead}>
                <h2 className={styles.panelTitle}>使用手册</h2>
                <Button type="text" aria-pressed={isChoosing} onClick={() => setIsChoosing(!isChoosing)}>
                  {isChoosing ? '回到正文' : '目录和查找'}
                </Button>
                {door === undefined && (
                  <Button
                    type="text"
                    onClick={() => {
                      navigate(hrefOfPlace(place));
                      onClose();
                    }}
                  >
                    整页打开
                  </Button>
                )}
                <Button
                  type="text"
                  aria-label="关闭手册"
                  icon={<CloseOutlined aria-hidden />}
                  onClick={onClose}
                />
              </header>
              <div className={styles.panelBody}>
                {isChoosing ? (
                  <ContentsList parts={parts} open={place} onChoose={choose} />
                ) : (
                  <ChapterView place={place} onFollow={choose} />
                )}
              </div>
            </>
          );
        }}
      </QueryView>
    </aside>,
    door?.into ?? bodyOfPage(),
  );
}

/**
 * A dialog takes back the focus that leaves it, by what it hears at the window: here it does not hear of it, so that
 * one may look something up while a form is open. Neither does it hear of Escape.
 */
function useOwnFocus(onEscape: () => void) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const keepToItself = (event: FocusEvent): void => event.stopPropagation();
    element?.addEventListener('focusin', keepToItself);
    element?.focus({ preventScroll: true });
    return () => element?.removeEventListener('focusin', keepToItself);
  }, []);

  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.stopPropagation();
      onEscape();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [onEscape]);
  return panel;
}
