import { Segmented } from 'antd';
import {
  type KeySiteCounts,
  type KeySiteFilter,
  type SiteTerms,
  type SiteView,
} from '#shared/contract/key-sites.ts';
import type { Term } from '#shared/contract/terms.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './key-sites.module.css';
import { placeLevels, viewNames } from './words.ts';

interface SiteFiltersProps {
  filter: KeySiteFilter;
  counts: KeySiteCounts | undefined;
  terms: SiteTerms | undefined;
  onChange: (filter: KeySiteFilter) => void;
}

const views = Object.keys(viewNames) as SiteView[];

/** State with its numbers, then place, trade and kind. */
export function SiteFilters({ filter, counts, terms, onChange }: SiteFiltersProps) {
  return (
    <>
      <Segmented<SiteView>
        aria-label="查看范围"
        value={filter.view}
        onChange={(view) => onChange({ ...filter, view })}
        options={views.map((view) => ({
          value: view,
          label: counts === undefined ? viewNames[view] : `${viewNames[view]} ${counts.views[view]}`,
        }))}
      />
      <div className={styles.place}>
        <OrganizationSelect
          aria-label="按区县、乡镇"
          placeholder="按区县、乡镇"
          levels={placeLevels}
          value={filter.placeUid}
          onChange={(placeUid) => onChange({ ...filter, placeUid })}
        />
      </div>
      <TermFilter
        label="按行业"
        terms={terms?.trades ?? []}
        value={filter.tradeUid}
        onChange={(tradeUid) => onChange({ ...filter, tradeUid })}
      />
      <TermFilter
        label="按类别"
        terms={terms?.kinds ?? []}
        value={filter.kindUid}
        onChange={(kindUid) => onChange({ ...filter, kindUid })}
      />
    </>
  );
}

interface TermFilterProps {
  label: string;
  terms: readonly Term[];
  value: string | null;
  onChange: (uid: string | null) => void;
}

function TermFilter({ label, terms, value, onChange }: TermFilterProps) {
  return (
    <WordSelect<string | null>
      allowClear
      aria-label={label}
      placeholder={label}
      value={value}
      style={{ width: 132 }}
      options={termOptions(terms)}
      onChange={(uid) => onChange(uid ?? null)}
    />
  );
}

export function termOptions(terms: readonly Term[]): { value: string; label: string }[] {
  return terms.map(({ uid, name }) => ({ value: uid, label: name }));
}
