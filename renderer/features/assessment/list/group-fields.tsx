import { useQueries } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { PeriodProposal } from '#shared/contract/assessment.ts';
import type { AppliesTo, SchemeSummary } from '#shared/contract/schemes.ts';
import { groupNames, LARGEST_GROUP } from '#shared/rules/assessment/group-names.ts';
import { api } from '#renderer/app/client.ts';
import { choiceTables, ObjectsDialog } from '../objects/objects-dialog.tsx';
import styles from './open-period-dialog.module.css';

export type DraftGroup = PeriodProposal['groups'][number];

interface GroupFieldsProps {
  groups: readonly DraftGroup[];
  schemes: readonly SchemeSummary[];
  day: string;
  onChange: (groups: DraftGroup[]) => void;
}

/** All that a scheme can be for on that day; nobody where a group could not hold them. */
function useEverybody(schemes: readonly SchemeSummary[], day: string): (appliesTo: AppliesTo) => string[] {
  const kinds = [...new Set(schemes.map(({ appliesTo }) => appliesTo))];
  const lists = useQueries({
    queries: kinds.map((appliesTo) =>
      api.assessment.objectChoices.queryOptions({
        input: { appliesTo, day },
        meta: { tables: choiceTables },
      }),
    ),
  });
  return (appliesTo) => {
    const uids = (lists[kinds.indexOf(appliesTo)]?.data ?? []).map(({ uid }) => uid);
    return uids.length > LARGEST_GROUP ? [] : uids;
  };
}

/** The groups of a period to be opened: name, scheme, who is assessed. */
export function GroupFields({ groups, schemes, day, onChange }: GroupFieldsProps) {
  const [choosing, setChoosing] = useState<number | null>(null);
  const everybody = useEverybody(schemes, day);
  const chosen = choosing === null ? undefined : groups[choosing];

  function change(place: number, patch: Partial<DraftGroup>): void {
    onChange(groups.map((group, index) => (index === place ? { ...group, ...patch } : group)));
  }

  function choose(place: number, schemeUid: string): void {
    const scheme = schemes.find(({ uid }) => uid === schemeUid);
    if (scheme === undefined) return;
    const keeps = groups[place]?.appliesTo === scheme.appliesTo;
    const { title: schemeTitle, appliesTo } = scheme;
    const others = { name: groupNames[appliesTo], organizationUids: everybody(appliesTo) };
    // Another scheme has other indicators: nothing of the earlier group is taken over then.
    const copied = groups[place]?.schemeUid === schemeUid ? (groups[place]?.copied ?? null) : null;
    change(place, {
      schemeUid,
      schemeTitle,
      appliesTo,
      copied,
      ...(keeps ? {} : others),
    });
  }

  function add(): void {
    const [scheme] = schemes;
    if (scheme === undefined) return;
    const { uid: schemeUid, title: schemeTitle, appliesTo } = scheme;
    onChange([
      ...groups,
      {
        name: `考核组${groups.length + 1}`,
        schemeUid,
        schemeTitle,
        appliesTo,
        organizationUids: everybody(appliesTo),
        copied: null,
      },
    ]);
  }

  return (
    <div className={styles.groups}>
      {groups.map((group, place) => (
        <div key={String(place)} className={styles.group}>
          <Input
            aria-label={`第${place + 1}组名称`}
            className={styles.groupName ?? ''}
            maxLength={60}
            value={group.name}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <Select
            aria-label={`第${place + 1}组考核方案`}
            className={styles.scheme ?? ''}
            value={group.schemeUid}
            onChange={(uid) => choose(place, uid)}
            options={schemes.map(({ uid, title }) => ({ value: uid, label: title }))}
          />
          <Button
            {...(group.organizationUids.length === 0 ? { danger: true } : {})}
            onClick={() => setChoosing(place)}
          >
            {group.organizationUids.length === 0 ? '选择单位' : `${group.organizationUids.length} 个单位`}
          </Button>
          <Button
            type="text"
            aria-label={`去掉${group.name}`}
            disabled={groups.length === 1}
            onClick={() => onChange(groups.filter((_group, index) => index !== place))}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button type="dashed" onClick={add}>
        增加一组
      </Button>
      {chosen !== undefined && choosing !== null && (
        <ObjectsDialog
          title={`${chosen.name}：被考评单位`}
          appliesTo={chosen.appliesTo}
          day={day}
          chosen={chosen.organizationUids}
          onChoose={(organizationUids) => {
            change(choosing, { organizationUids });
            setChoosing(null);
          }}
          onClose={() => setChoosing(null)}
        />
      )}
    </div>
  );
}
