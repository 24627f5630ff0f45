import { Button, Pagination, Select, Tooltip } from 'antd';
import { CONFLICT_PAGE, type MergePreview } from '#shared/contract/collection-returns.ts';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import {
  mergeRuleNames,
  type MergeRule,
  mergeRules,
  mergeRuleWords,
} from '#shared/rules/collections/merge/model.ts';
import { ConflictTable } from './conflict-table.tsx';
import { choiceOf, type Choices } from './choices.ts';
import styles from './returns.module.css';

/** Which of the conflicts are on screen. */
export interface ConflictPlace {
  /** Null: those of all units. */
  unitUid: string | null;
  /** From 1. */
  page: number;
}

interface ConflictsProps {
  collection: CollectionDetail;
  preview: MergePreview;
  place: ConflictPlace;
  choices: Choices;
  onPlace: (place: ConflictPlace) => void;
  onChoices: (choices: Choices) => void;
}

/** What has to be decided: by one rule for all, and each of them otherwise. */
export function Conflicts({ collection, preview, place, choices, onPlace, onChoices }: ConflictsProps) {
  const { conflicts, conflictCount, conflictUnits } = preview;
  const { rule, decisions } = choices;
  const chosen = Object.keys(decisions).length;
  const toggle = (each: MergeRule): void => onChoices({ ...choices, rule: rule === each ? null : each });
  const ofUnit = conflictUnits.find(({ uid }) => uid === place.unitUid);

  return (
    <>
      <div className={styles.rules}>
        {conflictCount} 处和现有的不一样，请选保留哪一个；也可以都按一种办法，逐处选过的不变：
        {mergeRules.map((each) => (
          <Tooltip key={each} title={mergeRuleWords[each]}>
            <Button size="small" type={rule === each ? 'primary' : 'default'} onClick={() => toggle(each)}>
              {mergeRuleNames[each]}
            </Button>
          </Tooltip>
        ))}
      </div>
      <div className={styles.rules}>
        <Select<string>
          aria-label="哪个单位的"
          size="small"
          style={{ minWidth: 220 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={place.unitUid ?? ''}
          options={[
            { value: '', label: `全部单位(${conflictCount})` },
            ...conflictUnits.map((unit) => ({ value: unit.uid, label: `${unit.name}(${unit.conflicts})` })),
          ]}
          onChange={(uid) => onPlace({ unitUid: uid === '' ? null : uid, page: 1 })}
        />
        <Pagination
          size="small"
          hideOnSinglePage
          showSizeChanger={false}
          pageSize={CONFLICT_PAGE}
          total={ofUnit?.conflicts ?? conflictCount}
          current={place.page}
          onChange={(page) => onPlace({ ...place, page })}
        />
        {chosen > 0 && (
          <>
            <span>已逐处选了 {chosen} 处</span>
            <Button size="small" type="text" onClick={() => onChoices({ ...choices, decisions: {} })}>
              都重新选
            </Button>
          </>
        )}
      </div>
      <ConflictTable
        key={`${place.unitUid} ${place.page}`}
        conflicts={conflicts}
        columns={collection.definition.columns}
        units={collection.units}
        choiceOf={(cell) => choiceOf(cell, choices)}
        onChoose={(cell, choice) =>
          onChoices({ ...choices, decisions: { ...decisions, [cell.id]: { cell, choice } } })
        }
      />
    </>
  );
}
