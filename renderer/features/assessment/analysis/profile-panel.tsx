import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ObjectProfile } from '#shared/contract/analysis.ts';
import { paintDrawing } from '#renderer/ui/picture/drawing.ts';
import { DrawingView } from '#renderer/ui/picture/drawing-view.tsx';
import { Picture } from '#renderer/ui/picture/picture.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import type { CellRef } from '../book/score-book.ts';
import styles from './analysis.module.css';
import { ProfilePeriodPart } from './profile-period.tsx';
import { trendDrawing } from './trend-drawing.ts';
import { useProfile, useProfileStandings } from './use-analysis.ts';

interface ProfilePanelProps {
  objectUid: string;
  name: string;
  /** Of the page: what belongs to it is opened in it. */
  groupUid: string;
  onCell: (cell: CellRef) => void;
  onSheet: (objectUid: string) => void;
  onClose: () => void;
}

/** One object over the years: how it scored, where it stood, what it lost and why. */
export function ProfilePanel({ objectUid, name, onClose, ...opening }: ProfilePanelProps) {
  const profile = useProfile(objectUid);
  return (
    <SidePanel title={`${name}：历年情况`} width={540} onClose={onClose}>
      <QueryView query={profile}>
        {(data) => <Profile profile={data} objectUid={objectUid} {...opening} />}
      </QueryView>
    </SidePanel>
  );
}

type ProfileProps = Omit<ProfilePanelProps, 'name' | 'onClose'> & { profile: ObjectProfile };

function Profile({ profile, objectUid, groupUid, onCell, onSheet }: ProfileProps) {
  const [, navigate] = useLocation();
  const { data: standings = [] } = useProfileStandings(objectUid);
  const { name, periods } = profile;
  const title = `${name} 历年得分率`;
  const drawing = useMemo(() => trendDrawing(periods, title), [periods, title]);

  function open(uid: string, indicatorUid: string | null): void {
    const period = periods.find((known) => known.objectUid === uid);
    if (period === undefined) return;
    if (period.groupUid !== groupUid) {
      const cell = indicatorUid === null ? '' : `&indicator=${indicatorUid}`;
      navigate(`/assessment/${period.periodUid}?group=${period.groupUid}&object=${uid}${cell}`);
    } else if (indicatorUid === null) onSheet(uid);
    else onCell({ objectUid: uid, indicatorUid });
  }

  return (
    <div className={styles.profile}>
      {drawing !== null && (
        <Picture title="得分率" paint={() => paintDrawing(drawing)}>
          <DrawingView drawing={drawing} onOpen={(uid) => open(uid, null)} />
        </Picture>
      )}
      {periods.map((period) => (
        <ProfilePeriodPart
          key={period.objectUid}
          period={period}
          standing={standings.find((known) => known.objectUid === period.objectUid)}
          onSheet={() => open(period.objectUid, null)}
          onCell={(indicatorUid) => open(period.objectUid, indicatorUid)}
        />
      ))}
    </div>
  );
}
