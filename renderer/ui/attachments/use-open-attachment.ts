import { App } from 'antd';
import { client } from '../../app/client.ts';
import { problemOf } from '../../app/problem.ts';
import { useSession } from '../../app/session.tsx';

/** With the PC's own program where the host can; else the browser fetches a copy. */
export function useOpenAttachment(uid: string): () => void {
  const { message } = App.useApp();
  const { canOpenFiles } = useSession();

  async function open(): Promise<void> {
    try {
      const { token, name } = await client.attachments.take({ uid });
      const opened = canOpenFiles && (await client.files.open({ token })).opened;
      if (!opened) download(`/exports/${token}`, name);
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    }
  }
  return () => void open();
}

function download(href: string, name: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}
