import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import { Button, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useCurrentPage } from '#renderer/app/shell/current-page.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useReopenSteps } from '../first-steps/index.ts';

const HelpPanel = lazy(async () => ({
  default: (await import('./help-panel.tsx')).HelpPanel,
}));

/** 帮助 in the head of the shell. F1 opens the chapter about the open page, from dialogs too. */
export function HelpButton() {
  const [, navigate] = useLocation();
  const pagePath = useCurrentPage()?.path ?? null;
  const [isOpen, setIsOpen] = useState(false);
  const hasSteps = useRight('editOrganizations');
  const reopenSteps = useReopenSteps();

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'F1') setIsOpen(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const items: MenuProps['items'] = [
    { key: 'page', label: '本页帮助', extra: 'F1', onClick: () => setIsOpen(true) },
    { key: 'manual', label: '使用手册', onClick: () => navigate('/manual') },
    ...(hasSteps ? [{ key: 'steps', label: '开始指引', onClick: () => void reopenSteps() }] : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" aria-label="帮助" icon={<QuestionCircleOutlined aria-hidden />} />
      </Dropdown>
      <Suspense>
        {isOpen && <HelpPanel key={pagePath} pagePath={pagePath} onClose={() => setIsOpen(false)} />}
      </Suspense>
    </>
  );
}
