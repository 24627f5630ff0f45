import { Segmented, Select, Tag } from 'antd';
import {
  type FindingCounts,
  type FindingFilter,
  type FindingSort,
  type FindingView,
  findingViews,
} from '#shared/contract/findings.ts';
import { severities, severityNames } from '#shared/rules/findings/model.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from './findings.module.css';
import { useCampaignNames, useTrades } from './use-findings.ts';
import { countedWords, countText, viewNames } from './words.ts';

interface FindingFiltersProps {
  filter: FindingFilter;
  counts: FindingCounts | undefined;
  onChange: (filter: FindingFilter) => void;
}

const severityOptions = severities.map((value) => ({ value, label: severityNames[value] }));

/** Views with their numbers, then campaign, county, trade and kind. */
export function FindingFilters({ filter, counts, onChange }: FindingFiltersProps) {
  const campaigns = useCampaignNames() ?? [];
  const trades = useTrades() ?? [];
  return (
    <>
      <Segmented<FindingView>
        aria-label="查看范围"
        value={filter.view}
        onChange={(view) => onChange({ ...filter, view })}
        options={findingViews.map((value) => ({
          value,
          label:
            counts === undefined ? viewNames[value] : `${viewNames[value]} ${countText(counts.views[value])}`,
        }))}
      />
      <div className={styles.narrowing}>
        <div className={styles.campaign}>
          <WordSelect<string | null>
            allowClear
            aria-label="按督查"
            placeholder="按督查"
            popupMatchSelectWidth={360}
            className={styles.filling ?? ''}
            value={filter.campaignUid}
            options={campaigns.map(({ uid, title }) => ({ value: uid, label: title }))}
            onChange={(uid) => onChange({ ...filter, campaignUid: uid ?? null })}
          />
        </div>
        <div>
          <OrganizationSelect
            aria-label="按区县"
            placeholder="按区县"
            levels={['county']}
            value={filter.countyUid}
            onChange={(countyUid) => onChange({ ...filter, countyUid: countyUid ?? null })}
          />
        </div>
        <div>
          <WordSelect<string | null>
            allowClear
            aria-label="按行业"
            placeholder="按行业"
            popupMatchSelectWidth={160}
            className={styles.filling ?? ''}
            value={filter.tradeUid}
            options={trades.map(({ uid, name }) => ({ value: uid, label: name }))}
            onChange={(uid) => onChange({ ...filter, tradeUid: uid ?? null })}
          />
        </div>
        <div>
          <Select<FindingFilter['severity']>
            allowClear
            aria-label="按级别"
            placeholder="按级别"
            popupMatchSelectWidth={132}
            className={styles.filling ?? ''}
            value={filter.severity}
            options={severityOptions}
            onChange={(severity) => onChange({ ...filter, severity: severity ?? null })}
          />
        </div>
      </div>
      {filter.counted !== null && (
        <Tag closable onClose={() => onChange({ ...filter, counted: null })}>
          统计范围：{countedWords(filter.counted)}
        </Tag>
      )}
    </>
  );
}

const sortOptions = [
  { value: 'due', label: '时限近的在前' },
  { value: 'found', label: '新发现的在前' },
] as const;

interface SortChoiceProps {
  sort: FindingSort;
  /** What a text finds is always shown newest first. */
  isFixed: boolean;
  onChange: (sort: FindingSort) => void;
}

export function SortChoice({ sort, isFixed, onChange }: SortChoiceProps) {
  return (
    <Select<FindingSort>
      aria-label="排列"
      disabled={isFixed}
      value={isFixed ? 'found' : sort}
      options={[...sortOptions]}
      style={{ width: 132 }}
      onChange={onChange}
    />
  );
}
