import { Segmented, Select } from 'antd';
import type { LibraryFilter } from '#shared/contract/library.ts';
import type { LibraryLevel } from '#shared/rules/library/model.ts';
import { levelOptions } from './words.ts';

type Chosen = Omit<LibraryFilter, 'text'>;

interface LibraryFiltersProps {
  chosen: Chosen;
  /** How many no longer count and are still cited. */
  cited: number;
  onChange: (chosen: Chosen) => void;
}

export function LibraryFilters({ chosen, cited, onChange }: LibraryFiltersProps) {
  return (
    <>
      <Segmented<Chosen['view']>
        aria-label="查看范围"
        value={chosen.view}
        options={[
          { value: 'all', label: '全部' },
          { value: 'inForce', label: '现行' },
          { value: 'outdated', label: '已失效、未施行' },
          { value: 'cited', label: cited === 0 ? '失效仍被引用' : `失效仍被引用 ${cited}` },
        ]}
        onChange={(view) => onChange({ ...chosen, view })}
      />
      <Select<LibraryLevel | ''>
        aria-label="级别"
        style={{ width: 124 }}
        value={chosen.level ?? ''}
        options={[{ value: '', label: '全部级别' }, ...levelOptions]}
        onChange={(level) => onChange({ ...chosen, level: level === '' ? null : level })}
      />
    </>
  );
}
