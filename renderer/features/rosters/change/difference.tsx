import type { RosterDifference } from '#shared/rules/rosters/compare.ts';
import type { RosterEntry, RosterPosition } from '#shared/rules/rosters/model.ts';
import { alignedName, byPosition, placeText } from '#shared/rules/rosters/printed-names.ts';
import styles from '../rosters.module.css';

interface DifferenceProps {
  titles: readonly [string, string];
  before: readonly RosterEntry[];
  after: readonly RosterEntry[];
  positions: readonly RosterPosition[];
  difference: RosterDifference;
}

type Mark = 'came' | 'went' | 'changed' | 'same';
const markWords: Readonly<Record<Mark, string>> = { came: '新任', went: '免去', changed: '变动', same: '' };

/** Two rosters side by side; whoever came, went or changed is marked in colour and in words. */
export function Difference({ titles, before, after, positions, difference }: DifferenceProps) {
  const { came, went, changed, same } = difference;
  const changedUids = new Set(changed.map(({ personUid }) => personUid));
  const marks = (gone: readonly RosterEntry[], mark: Mark) => {
    const uids = new Set(gone.map(({ uid }) => uid));
    return ({ uid, personUid }: RosterEntry): Mark =>
      uids.has(uid) ? mark : changedUids.has(personUid) ? 'changed' : 'same';
  };
  return (
    <>
      <p>
        新任 {came.length} 人，免去 {went.length} 人，职位、单位或职务变动 {changed.length} 人，不变 {same} 人
      </p>
      <div className={styles.sides}>
        <Side title={titles[0]} entries={before} positions={positions} markOf={marks(went, 'went')} />
        <Side title={titles[1]} entries={after} positions={positions} markOf={marks(came, 'came')} />
      </div>
    </>
  );
}

interface SideProps {
  title: string;
  entries: readonly RosterEntry[];
  positions: readonly RosterPosition[];
  markOf: (entry: RosterEntry) => Mark;
}

function Side({ title, entries, positions, markOf }: SideProps) {
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      {entries.length === 0 && <p className={styles.hint}>没有组成人员</p>}
      {byPosition(entries, positions).map(({ position, entries: held }) => (
        <div key={position.uid}>
          <div className={styles.grey}>{position.name}</div>
          {held.map((entry) => (
            <div key={entry.uid} className={styles.line} data-mark={markOf(entry)}>
              {`${alignedName(entry.name)}\u3000${placeText(entry)}`}
              <span className={styles.grey}> {markWords[markOf(entry)]}</span>
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
