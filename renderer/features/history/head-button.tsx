import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ChainEnd } from '#shared/contract/history.ts';
import { localDay, paperDay } from '#shared/calendar/days.ts';
import { formField, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { printPapers } from '#renderer/ui/paper/print-papers.ts';

const NOTE =
  '校验值由此前的全部操作逐次算出。把它打印存档，以后导出日志对照：同一编号的校验值相同，说明此前的记录没有被改动、删减。';

/** The end of the log's chain on the screen and on paper. */
export function HeadButton() {
  const { officeName, user } = useSession();
  const [head, setHead] = useState<ChainEnd | null>(null);
  const ask = useOperation(client.history.head, { isSave: false, repeat: false });

  async function show(): Promise<void> {
    const outcome = await ask.run();
    if (outcome.done) setHead(outcome.value);
  }

  return (
    <>
      <Button loading={ask.running} onClick={() => void show()}>
        校验值
      </Button>
      {head !== null && (
        <Modal
          open
          width={680}
          title="日志校验值"
          okText="打印"
          cancelText="关闭"
          onOk={() => void printPapers([headPaper(officeName, user.name, head)])}
          onCancel={() => setHead(null)}
        >
          <FactList
            facts={[
              ['最后一次操作', `第 ${head.number} 号`],
              ['时间', fullInstant(head.at)],
              ['校验值', groupsOf(head.hash)],
            ]}
          />
          <p>{NOTE}</p>
        </Modal>
      )}
    </>
  );
}

const COLUMNS = [30, 126];
const GROUP = 8;

function groupsOf(hash: string): string {
  return (hash.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? []).join(' ');
}

function headPaper(office: string, userName: string, head: ChainEnd): Paper {
  return formPaper(office, '操作日志校验值', COLUMNS, [
    formPair('最后一次操作', `第 ${head.number} 号`, 1),
    formPair('操作时间', fullInstant(head.at), 1),
    formPair('校验值', groupsOf(head.hash), 1),
    formPair('打印日期', paperDay(localDay(Date.now())), 1),
    formPair('打印人', userName, 1),
    [formField(NOTE, 2)],
    formPair('核对人签字', '', 1),
  ]);
}
