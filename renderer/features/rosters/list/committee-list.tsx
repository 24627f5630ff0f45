import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Committee } from '#shared/contract/roster-views.ts';
import { levelNames } from '#shared/rules/organizations/levels.ts';
import { api } from '#renderer/app/client.ts';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import styles from './rosters-page.module.css';

interface CommitteeListProps {
  committees: readonly Committee[];
  selectedUid: string;
  onShow: (committeeUid: string, personUid?: string) => void;
}

const LIMIT = 20;

/** Committees by level; what is typed finds committees and, over all of them, people. */
export function CommitteeList({ committees, selectedUid, onShow }: CommitteeListProps) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const people = useQuery(
    api.rosters.findPeople.queryOptions({
      input: { text: wanted, limit: LIMIT },
      enabled: wanted !== '',
      meta: { tables: rosterTables },
      placeholderData: (old) => old,
    }),
  );
  const shown = committees.filter(
    ({ name, initials }) => wanted === '' || name.includes(wanted) || initials.includes(wanted),
  );
  const levels = [...Map.groupBy(shown, ({ level }) => level)];
  const found = wanted === '' ? [] : (people.data ?? []);

  return (
    <nav className={styles.left} aria-label="委员会">
      <div className={styles.search}>
        <Input.Search
          allowClear
          aria-label="查找委员会或人员"
          placeholder="姓名、单位、电话、拼音"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className={styles.list}>
        {found.length > 0 && <h2 className={styles.level}>人员</h2>}
        {found.map(({ uid, name, unit, post, positions }) => (
          <button
            key={uid}
            type="button"
            className={styles.item}
            onClick={() => onShow(positions[0]?.committeeUid ?? selectedUid, uid)}
          >
            <span>{name}</span>
            <span className={styles.grey}>{`${unit}${post}`}</span>
          </button>
        ))}
        {levels.map(([level, each]) => (
          <section key={level}>
            <h2 className={styles.level}>{levelNames[level]}</h2>
            {each.map((committee) => (
              <button
                key={committee.uid}
                type="button"
                className={styles.item}
                aria-current={committee.uid === selectedUid}
                title={committee.name}
                onClick={() => onShow(committee.uid)}
              >
                <span>{committee.organizationName}</span>
                <span className={styles.grey}>{committee.personCount} 人</span>
              </button>
            ))}
          </section>
        ))}
        {shown.length === 0 && found.length === 0 && <p className={styles.none}>没有找到，换个词试试。</p>}
      </div>
    </nav>
  );
}
