import { Button, Select } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Overview } from '#shared/contract/overview.ts';
import { overviewTiles } from '#shared/rules/overview/tiles.ts';
import { type Span, spanAround } from '#shared/rules/reports/span.ts';
import { useSession } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { RecordsPanel, SpanChoice } from '../reports/index.ts';
import { BriefDialog } from './brief/brief-dialog.tsx';
import { OverviewCharts } from './overview-charts.tsx';
import styles from './overview.module.css';
import { TileGrid } from './tile-grid.tsx';
import { TodayColumn } from './today-column.tsx';
import { useOpenTile } from './use-open-tile.ts';
import { useOverview } from './use-overview.ts';

const CITY = '';

/** The city or one county on one screen, for who has a minute. */
export function OverviewPage() {
  const { countyUid = null } = useParams<{ countyUid?: string }>();
  const { officeName } = useSession();
  const today = useCurrentDay();
  const [span, setSpan] = useState<Span>(() => spanAround('year', today));
  const [, navigate] = useLocation();
  const [printing, setPrinting] = useState(false);
  const choice = { countyUid, ...span };
  const overview = useOverview(choice);
  const { open, opened, more, close } = useOpenTile(choice);
  const { data } = overview;
  const counties = data?.counties ?? [];

  return (
    <PageFrame
      title="总览"
      note={officeName}
      actions={
        <Button type="primary" disabled={data === undefined} onClick={() => setPrinting(true)}>
          一页纸
        </Button>
      }
      toolbar={
        <>
          <Select<string>
            aria-label="看哪里"
            style={{ width: 180 }}
            value={countyUid ?? CITY}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: CITY, label: '全市' },
              ...counties.map(({ uid, name }) => ({ value: uid, label: name })),
            ]}
            onChange={(uid) => navigate(uid === CITY ? '/overview' : `/overview/${uid}`)}
          />
          <SpanChoice value={span} onChange={setSpan} />
        </>
      }
      side={
        opened !== null && (
          <RecordsPanel title={opened.title} {...opened.behind} onMore={more} onClose={close} />
        )
      }
    >
      <QueryView query={overview}>
        {(shown) => (
          <OverviewBody
            overview={shown}
            today={today}
            openKey={opened?.key ?? null}
            onOpen={(tile) => void open(tile)}
            onCounty={(uid) => navigate(`/overview/${uid}`)}
          />
        )}
      </QueryView>
      {printing && data !== undefined && (
        <BriefDialog overview={data} today={today} onClose={() => setPrinting(false)} />
      )}
    </PageFrame>
  );
}

interface OverviewBodyProps {
  overview: Overview;
  today: string;
  openKey: string | null;
  onOpen: Parameters<typeof TileGrid>[0]['onOpen'];
  onCounty: (uid: string) => void;
}

function OverviewBody({ overview, today, openKey, onOpen, onCounty }: OverviewBodyProps) {
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <TileGrid tiles={overviewTiles(overview)} openKey={openKey} onOpen={onOpen} />
        <OverviewCharts overview={overview} today={today} onCounty={onCounty} />
      </div>
      {/* Beside an open list it would leave the charts too little room. */}
      {openKey === null && <TodayColumn today={today} />}
    </div>
  );
}
