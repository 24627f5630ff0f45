import type { Roster } from '#shared/contract/roster-views.ts';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import {
  alignedName,
  byPosition,
  maskedPhone,
  placeText,
  standingText,
} from '#shared/rules/rosters/printed-names.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { SeverityTag } from '#renderer/ui/severity-tag.tsx';
import styles from './rosters-page.module.css';

interface RosterTableProps {
  roster: Roster;
  masked: boolean;
  openPersonUid: string | null;
  onPerson: (uid: string) => void;
}

/** As it is printed: each position once, names aligned; what is wrong stands above. */
export function RosterTable({ roster, masked, openPersonUid, onPerson }: RosterTableProps) {
  const { committee, day, entries, positions, problems } = roster;
  return (
    <div className={styles.paper}>
      {problems.length > 0 && (
        <ul className={styles.problems} aria-label="要核对">
          {problems.map(({ severity, text }) => (
            <li key={text}>
              <SeverityTag severity={severity} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <h2 className={styles.title}>{committee.name}组成人员名单</h2>
      <p className={styles.under}>
        {paperDay(day)}，共 {committee.personCount} 人
      </p>
      <table className={styles.roster}>
        {byPosition(entries, positions).map(({ position, entries: held }) => (
          <tbody key={position.uid}>
            {held.map((entry, index) => (
              <tr
                key={entry.uid}
                className={styles.person}
                aria-selected={entry.personUid === openPersonUid}
                onClick={() => onPerson(entry.personUid)}
              >
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={held.length}>
                    {position.name}
                  </th>
                )}
                <td style={{ width: 76 }}>
                  <button type="button" className={styles.name}>
                    {alignedName(entry.name)}
                  </button>
                </td>
                <td>
                  {placeText(entry)}
                  {standingText(entry) !== '' && (
                    <span className={styles.grey}> ({standingText(entry)})</span>
                  )}
                  {entry.unitClosed && <span className={styles.closed}> (单位已撤销)</span>}
                </td>
                <td className={styles.phone}>{phoneText(entry, masked)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function phoneText({ mobile, officePhone }: RosterEntry, masked: boolean): string {
  const phone = mobile === '' ? officePhone : mobile;
  return masked ? maskedPhone(phone) : phone;
}
