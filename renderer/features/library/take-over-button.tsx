import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Space } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LibraryLink } from '#shared/contract/library.ts';
import type { ReceivedDetail } from '#shared/contract/received-papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { libraryTables } from './words.ts';

type Paper = Pick<ReceivedDetail, 'uid' | 'title' | 'theirNumber'>;

/** Of a received paper: its entry in the library, or the one click that makes it. */
export function TakeOverButton({ paper }: { paper: Paper }) {
  const mayEdit = useRight('editPapers');
  const [, navigate] = useLocation();
  const [similar, setSimilar] = useState<LibraryLink[]>([]);
  const { data: entry } = useQuery(
    api.library.ofReceived.queryOptions({
      input: { receivedUid: paper.uid },
      meta: { tables: libraryTables },
    }),
  );
  const take = useOperation(client.library.takeOver, { success: '已收入文件库', undoable: true });

  async function takeOver(linkToUid: string | null, anyway: boolean): Promise<void> {
    const outcome = await take.run({ receivedUid: paper.uid, linkToUid, anyway });
    if (!outcome.done) return;
    setSimilar([]);
    navigate(`/library/${outcome.value.uid}`);
  }

  async function ask(): Promise<void> {
    const found = await client.library.similar({ title: paper.title, number: paper.theirNumber });
    if (found.length === 0) await takeOver(null, false);
    else setSimilar(found);
  }

  if (entry === undefined) return null;
  if (entry !== null) return <Link href={`/library/${entry.uid}`}>已在文件库</Link>;
  if (!mayEdit) return null;
  return (
    <>
      <Button loading={take.running} onClick={() => void ask()}>
        收入文件库
      </Button>
      <Modal
        open={similar.length > 0}
        title="文件库里已有标题或文号相同的文件"
        footer={
          <Space>
            <Button onClick={() => setSimilar([])}>取消</Button>
            <Button loading={take.running} onClick={() => void takeOver(null, true)}>
              不是同一份，另存一份
            </Button>
          </Space>
        }
        onCancel={() => setSimilar([])}
      >
        {similar.map(({ uid, title, number }) => (
          <p key={uid}>
            {title}
            {number !== '' && `（${number}）`}{' '}
            <Button type="link" size="small" onClick={() => void takeOver(uid, false)}>
              就是它，关联起来
            </Button>
          </p>
        ))}
      </Modal>
    </>
  );
}
