import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useLocation } from 'wouter';
import type { AttachmentSubject } from '#shared/contract/attachments.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';

const LABEL = '从附件里标出任务';

/** Where a paper came as a text file, its sentences become tasks; of several files one is chosen. */
export function MarkAttachmentButton({ subject }: { subject: AttachmentSubject }) {
  const [, navigate] = useLocation();
  const mayMakeTasks = useRight('editTasks');
  const { data = [] } = useQuery(
    api.attachments.list.queryOptions({ input: subject, meta: { tables: ['attachment'] } }),
  );
  const texts = data.filter(({ name }) => /\.(?:docx|pdf|txt)$/iu.test(name));
  const [first] = texts;
  if (!mayMakeTasks || first === undefined) return null;

  const open = (uid: string): void => navigate(`/tasks/from-text/${subject.uid}/${uid}`);

  if (texts.length === 1) {
    return (
      <Button size="small" onClick={() => open(first.uid)}>
        {LABEL}
      </Button>
    );
  }
  const items = texts.map(({ uid, name }) => ({ key: uid, label: name }));
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => open(key) }}>
      <Button size="small">{LABEL}</Button>
    </Dropdown>
  );
}
