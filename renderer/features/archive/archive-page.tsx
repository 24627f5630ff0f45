import { Button, Select } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { CheckDialog } from './check/check-dialog.tsx';
import { MadeArchives } from './made-archives.tsx';
import { useArchives, useYears } from './use-archive.ts';
import { YearContent } from './year-content.tsx';

/** One year in one folder: what it would hold, the way to make it, and those that were made. */
export function ArchivePage() {
  const years = useYears();
  const archives = useArchives();
  const [chosen, setChosen] = useState<number | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const write = useStartedJob(client.archive.write);
  const year = chosen ?? years.data?.[0] ?? null;

  return (
    <PageFrame
      title="年度归档"
      note="一年的公文、台账、考核和材料放进一个文件夹，附目录和校验值"
      body="text"
      actions={
        <>
          <Button onClick={() => setIsChecking(true)}>核对归档</Button>
          <Select
            aria-label="年度"
            style={{ width: 110 }}
            value={year}
            options={(years.data ?? []).map((value) => ({ value, label: `${value} 年` }))}
            onChange={setChosen}
          />
          <SplitButton
            primary
            disabled={year === null}
            loading={write.starting}
            onClick={() => year !== null && void write.start({ year, as: 'folder' })}
            more={[{ key: 'zip', label: '归档成一个压缩包(.zip)' }]}
            moreLabel="其他归档方式"
            onMore={() => year !== null && void write.start({ year, as: 'zip' })}
          >
            开始归档
          </SplitButton>
        </>
      }
    >
      {year !== null && <YearContent key={year} year={year} />}
      <Sheet title="做过的归档">
        <QueryView query={archives}>{(rows) => <MadeArchives rows={rows} />}</QueryView>
      </Sheet>
      {write.dialog}
      {isChecking && <CheckDialog archives={archives.data ?? []} onClose={() => setIsChecking(false)} />}
    </PageFrame>
  );
}
