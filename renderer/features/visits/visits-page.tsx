import { Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { FiguresDialog } from './figures-dialog.tsx';
import { useBegunCampaigns } from './use-visits.ts';
import { VisitList } from './visit-list.tsx';

/** 检查记录: the targets of one campaign with their records. */
export function VisitsPage() {
  const { campaignUid: asked } = useParams<{ campaignUid?: string }>();
  const [, navigate] = useLocation();
  const [setsFigures, setSetsFigures] = useState(false);
  const mayEdit = useRight('editInspections');
  const query = useBegunCampaigns();
  const open = query.data?.find(({ uid }) => uid === asked) ?? query.data?.[0];

  return (
    <PageFrame
      title="检查记录"
      actions={mayEdit && open !== undefined && <Button onClick={() => setSetsFigures(true)}>统计项</Button>}
      {...(open === undefined
        ? {}
        : {
            toolbar: (
              <>
                <WordSelect<string>
                  aria-label="专项督查"
                  style={{ width: 420 }}
                  value={open.uid}
                  options={(query.data ?? []).map(({ uid, title }) => ({ value: uid, label: title }))}
                  onChange={(uid) => navigate(`/visits/of/${uid}`, { replace: true })}
                />
                <Link href={`/campaigns/${open.uid}`}>查看这次督查</Link>
              </>
            ),
          })}
    >
      <QueryView query={query}>
        {() =>
          open === undefined ? (
            <EmptyState
              text={
                '检查之后，在这里逐个登记：检查清单的结果、统计数、照片和发现的问题。\n先在“专项督查”里建立一次督查并开始。'
              }
              action={
                <Button type="primary" onClick={() => navigate('/campaigns')}>
                  到专项督查
                </Button>
              }
            />
          ) : (
            <VisitList key={open.uid} campaignUid={open.uid} />
          )
        }
      </QueryView>
      {setsFigures && open !== undefined && (
        <FiguresDialog campaignUid={open.uid} onClose={() => setSetsFigures(false)} />
      )}
    </PageFrame>
  );
}
