import { DatePicker, Input, Radio } from 'antd';
import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import type { OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';
import styles from '../rosters.module.css';
import { toDate, toDay } from '../words.ts';

const levelsWithCommittee: readonly OrganizationLevel[] = ['city', 'county', 'township'];

/** Whose roster it is, from when, and whether it takes the place of the one that is there. */
export function PlaceFields({ options: place, onChange }: OptionFieldsProps<RosterImportPlace>) {
  return (
    <>
      <span className={styles.whose}>
        名册
        <OrganizationSelect
          aria-label="哪里的名册"
          levels={levelsWithCommittee}
          value={place.organizationUid}
          onChange={(uid) => uid !== null && onChange({ ...place, organizationUid: uid })}
        />
      </span>
      <Radio.Group
        value={place.mode}
        options={[
          { value: 'replace', label: '整体换成这份名单' },
          { value: 'add', label: '加到现有名册' },
        ]}
        onChange={(event) => onChange({ ...place, mode: event.target.value === 'add' ? 'add' : 'replace' })}
      />
      <span>
        从{' '}
        <DatePicker
          aria-label="从哪一天起"
          placeholder="建库以前就任职"
          style={{ width: 150 }}
          value={toDate(place.from)}
          onChange={(date) => onChange({ ...place, from: toDay(date) })}
        />{' '}
        起
      </span>
      <Input
        aria-label="依据文件"
        placeholder="依据文件(可不填)"
        style={{ width: 220 }}
        defaultValue={place.document}
        onBlur={({ target }) =>
          target.value !== place.document && onChange({ ...place, document: target.value })
        }
      />
    </>
  );
}
