import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { bodyOfPage } from '#renderer/app/taken-away.ts';
import styles from './manual.module.css';
import type { ManualPlace } from './place.ts';

const HelpPanel = lazy(async () => ({
  default: (await import('./help-panel.tsx')).HelpPanel,
}));

interface DoorHelpProps {
  /** What is read at this door. */
  place: ManualPlace;
  /** Part of the document that is in view. */
  into?: HTMLElement;
}

/** 帮助 where there is no head of the shell: before the workbench, and on its locked screen. */
export function DoorHelp({ place, into = bodyOfPage() }: DoorHelpProps) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'F1') setIsOpen(true);
    };
    // Before all others: a locked screen lets no key through.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  return (
    <>
      {createPortal(
        <div className={styles.atDoor}>
          <Button type="text" icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setIsOpen(true)}>
            帮助 F1
          </Button>
        </div>,
        into,
      )}
      <Suspense>
        {isOpen && <HelpPanel door={{ place, into }} pagePath={null} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
