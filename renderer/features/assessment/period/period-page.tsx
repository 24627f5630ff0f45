import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import type { GroupFrame, PeriodDetail, ScoreStage } from '#shared/contract/assessment.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Waiting } from '#renderer/ui/waiting.tsx';
import type { CellRef } from '../book/score-book.ts';
import { useScoreBook, useScores } from '../book/use-score-book.ts';
import { periodTables } from '../list/periods-page.tsx';
import { isMadeOfParts } from '../names.ts';
import { useFrame } from '../use-frame.ts';
import { GroupWork, type PeriodView } from './group-work.tsx';
import { PeriodFrame } from './period-frame.tsx';

/** One period: its groups, each as grid, as single sheets, and as results. */
export function PeriodPage() {
  const { uid = '' } = useParams();
  const period = useQuery(
    api.assessment.period.queryOptions({ input: { uid }, meta: { tables: periodTables } }),
  );
  return <QueryView query={period}>{(data) => <OpenPeriod key={data.uid} period={data} />}</QueryView>;
}

/** Where the clerk is within a period. */
export interface Place {
  groupUid: string;
  view: PeriodView;
  /** Whose scores are shown and entered. */
  stage: ScoreStage;
  /** The cell to begin at. */
  target: CellRef | null;
  /** Whose checked scores are shown, where judges score; null: what they come to. Without it the user's own. */
  judgeUid?: string | null;
  /** The object whose sheet is shown first; the first one without it. */
  sheetOf?: string;
}

function OpenPeriod({ period }: { period: PeriodDetail }) {
  const [first] = period.groups;
  const [params] = useSearchParams();
  const [path, navigate] = useLocation();
  const [place, setPlace] = useState<Place>(() => firstPlace(params, period));
  // Where a link led to is said once: coming back later begins at the beginning.
  useEffect(() => {
    if (params.size > 0) navigate(`${path}?`, { replace: true });
  }, [navigate, params, path]);
  const group = period.groups.find(({ uid }) => uid === place.groupUid) ?? first;
  if (group === undefined) {
    return (
      <PageFrame title={period.title}>
        <EmptyState text="这个考核期还没有考核组。" />
      </PageFrame>
    );
  }
  const view = isMadeOfParts(period) ? 'results' : place.view;
  return (
    <OpenGroup
      key={group.uid}
      period={period}
      place={{ ...place, view, groupUid: group.uid }}
      onGo={setPlace}
    />
  );
}

/** Where a link leads to: ?group=…&object=…&indicator=… to a cell, without an indicator to a sheet. */
function firstPlace(params: URLSearchParams, period: PeriodDetail): Place {
  const [objectUid, indicatorUid] = [params.get('object'), params.get('indicator')];
  const stage = 'checked';
  const groupUid = params.get('group') ?? period.groups[0]?.uid ?? '';
  if (objectUid === null) return { groupUid, view: 'grid', stage, target: null };
  if (indicatorUid === null) return { groupUid, view: 'sheet', stage, target: null, sheetOf: objectUid };
  return { groupUid, view: 'grid', stage, target: { objectUid, indicatorUid } };
}

interface OpenGroupProps {
  period: PeriodDetail;
  place: Place;
  onGo: (place: Place) => void;
}

function OpenGroup({ period, place, onGo }: OpenGroupProps) {
  const frame = useFrame(place.groupUid);
  // Asked for at once, so that the scores come with the frame and not after it.
  useScores(place.groupUid, 'checked');
  return (
    <QueryView query={frame}>
      {(data) => <WithBook frame={data} period={period} place={place} onGo={onGo} />}
    </QueryView>
  );
}

function WithBook({ frame, ...rest }: OpenGroupProps & { frame: GroupFrame }) {
  const { selfCounts } = frame.scheme.settings;
  const self = useScoreBook(frame, 'self', selfCounts ? null : 'awaited');
  const book = useScoreBook(frame, 'checked', selfCounts ? (self ?? 'awaited') : null);
  if (book !== null) return <GroupWork {...rest} book={book} />;
  return (
    <PeriodFrame {...rest}>
      <Waiting />
    </PeriodFrame>
  );
}
