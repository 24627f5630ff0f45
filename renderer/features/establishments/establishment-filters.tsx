import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import type { EstablishmentFilter, EstablishmentView } from '#shared/contract/establishments.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';

const views: { value: EstablishmentView; label: string }[] = [
  { value: 'all', label: '全部' },
  { value: 'established', label: '已挂牌' },
  { value: 'missing', label: '未挂牌' },
  { value: 'late', label: '逾期' },
  { value: 'behind', label: '滞后' },
  { value: 'ended', label: '已撤并' },
];

interface EstablishmentFiltersProps {
  filter: EstablishmentFilter;
  choice: ReactNode;
  onChange: (filter: EstablishmentFilter) => void;
}

export function EstablishmentFilters({ filter, choice, onChange }: EstablishmentFiltersProps) {
  return (
    <>
      {choice}
      <div style={{ width: 150 }}>
        <OrganizationSelect
          aria-label="县(市、区)"
          placeholder="全部县(市、区)"
          levels={['county']}
          value={filter.countyUid}
          onChange={(countyUid) => onChange({ ...filter, countyUid })}
        />
      </div>
      <Segmented<EstablishmentView>
        aria-label="查看范围"
        value={filter.view}
        options={views}
        onChange={(view) => onChange({ ...filter, view })}
      />
    </>
  );
}
