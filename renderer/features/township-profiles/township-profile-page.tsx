import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { ProfileChoice } from '#shared/contract/township-profiles.ts';
import { type Span, spanAround } from '#shared/rules/reports/span.ts';
import { profileNote } from '#shared/rules/township-profiles/sections.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { RecordsPanel, SpanChoice, useBehindNumber } from '../reports/index.ts';
import { ProfileView } from './profile-view.tsx';
import { useProfile, useProfilePaper } from './use-profile.ts';

/** 乡镇概况: one township on one page, on screen, on paper and in Excel. */
export function TownshipProfilePage() {
  const { uid = null } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [span, setSpan] = useState<Span>(() => spanAround('year', localDay(Date.now())));
  const toolbar = (
    <>
      <div style={{ width: 260 }}>
        <OrganizationSelect
          aria-label="乡镇(街道)"
          placeholder="选择乡镇(街道)，可用拼音首字母"
          levels={['township']}
          value={uid}
          onChange={(chosen) =>
            navigate(chosen === null ? '/township-profiles' : `/township-profiles/${chosen}`)
          }
        />
      </div>
      <SpanChoice value={span} onChange={setSpan} />
    </>
  );
  if (uid !== null) return <Profile key={uid} choice={{ uid, ...span }} toolbar={toolbar} />;
  return (
    <PageFrame title="乡镇概况" toolbar={toolbar}>
      <EmptyState text="请在上面选一个乡镇(街道)：它的机构、队伍、水源、车辆、重点单位、隐患、考核和值班电话都在一页上，可以打印、导出 Excel。" />
    </PageFrame>
  );
}

function Profile({ choice, toolbar }: { choice: ProfileChoice; toolbar: ReactNode }) {
  const profile = useProfile(choice);
  const mayExport = useRight('export');
  const [printing, setPrinting] = useState(false);
  const workbook = useStartedJob(client.townshipProfiles.exportWorkbook);
  const { open, opened, more, close } = useBehindNumber(client.townshipProfiles.records);
  const { data } = profile;
  return (
    <PageFrame
      title={data === undefined ? '乡镇概况' : `${data.countyName}${data.name}`}
      note={data === undefined ? '' : profileNote(data)}
      toolbar={toolbar}
      actions={
        mayExport && (
          <>
            <Button loading={workbook.starting} onClick={() => void workbook.start(choice)}>
              导出 Excel
            </Button>
            <Button type="primary" onClick={() => setPrinting(true)}>
              打印
            </Button>
            {workbook.dialog}
          </>
        )
      }
      side={
        opened !== null && (
          <RecordsPanel title={opened.title} {...opened.behind} onMore={more} onClose={close} />
        )
      }
    >
      <QueryView query={profile}>
        {(shown) => (
          <ProfileView
            profile={shown}
            onOpen={({ measure, name }) => void open(name, { ...choice, measure })}
          />
        )}
      </QueryView>
      {printing && <PrintDialog choice={choice} onClose={() => setPrinting(false)} />}
    </PageFrame>
  );
}

function PrintDialog({ choice, onClose }: { choice: ProfileChoice; onClose: () => void }) {
  const form = useProfilePaper(choice);
  const write = useFormWriter(client.townshipProfiles.writePaper, (format) => ({ ...choice, format }));
  return <FormPreview title="乡镇概况" form={form} write={write} onClose={onClose} />;
}
