import { Segmented, Select } from 'antd';
import type { InspectorFilter, InspectorList, InspectorView } from '#shared/contract/inspectors.ts';
import type { Term } from '#shared/contract/terms.ts';
import type { InspectorRole } from '#shared/rules/inspectors/model.ts';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import { roleOptions, viewNames } from './words.ts';

interface FiltersProps {
  filter: InspectorFilter;
  list: InspectorList | undefined;
  skills: readonly Term[];
  onChange: (filter: InspectorFilter) => void;
}

const views = Object.keys(viewNames) as InspectorView[];

/** State with its numbers, then role, skill and unit. */
export function InspectorFilters({ filter, list, skills, onChange }: FiltersProps) {
  return (
    <>
      <Segmented<InspectorView>
        aria-label="查看范围"
        value={filter.view}
        onChange={(view) => onChange({ ...filter, view })}
        options={views.map((view) => ({
          value: view,
          label: list === undefined ? viewNames[view] : `${viewNames[view]} ${list.views[view]}`,
        }))}
      />
      <Select<InspectorRole | null>
        allowClear
        aria-label="按角色"
        placeholder="按角色"
        value={filter.role}
        style={{ width: 104 }}
        options={roleOptions}
        onChange={(role) => onChange({ ...filter, role: role ?? null })}
      />
      <WordSelect<string | null>
        allowClear
        aria-label="按专长"
        placeholder="按专长"
        value={filter.skillUid}
        style={{ width: 120 }}
        options={skillOptions(skills)}
        onChange={(skillUid) => onChange({ ...filter, skillUid: skillUid ?? null })}
      />
      <WordSelect<string | null>
        allowClear
        aria-label="按单位"
        placeholder="按单位"
        value={filter.unit}
        style={{ width: 170 }}
        popupMatchSelectWidth={260}
        options={(list?.units ?? []).map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit) => onChange({ ...filter, unit: unit ?? null })}
      />
    </>
  );
}

export function skillOptions(skills: readonly Term[]): { value: string; label: string }[] {
  return skills.map(({ uid, name }) => ({ value: uid, label: name }));
}
