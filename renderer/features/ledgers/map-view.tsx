import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { LedgerFilter, LedgerPoint } from '#shared/contract/ledgers.ts';
import {
  columnOf,
  type LedgerChoice,
  type LedgerDefinition,
  type LedgerLight,
} from '#shared/rules/ledgers/definition.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SketchMap } from '#renderer/ui/sketch-map/sketch-map.tsx';
import styles from './ledgers.module.css';
import { tablesOf } from './use-ledger.ts';

interface MapViewProps {
  definition: LedgerDefinition;
  filter: LedgerFilter;
  /** How many the filter shows, with and without coordinates; undefined while they are counted. */
  total: number | undefined;
  onOpen: (uid: string) => void;
}

const fills: Readonly<Record<LedgerLight, string>> = {
  green: '#2e7d32',
  yellow: '#ad6800',
  red: '#c62828',
  plain: '#595959',
};

/** 示意图: what the filter shows, as far as its coordinates are known. */
export function MapView({ definition, filter, total, onOpen }: MapViewProps) {
  const query = useQuery(
    api.ledgers.points.queryOptions({
      input: { ledger: definition.key, filter },
      meta: { tables: tablesOf(definition) },
    }),
  );
  return (
    <QueryView query={query}>
      {({ points }) =>
        points.length === 0 ? (
          <EmptyState
            text={`没有填写坐标的${definition.name}。坐标可以在列表里逐条填写，也可以在表格里成批粘贴。`}
          />
        ) : (
          <div className={styles.map}>
            {total !== undefined && total > points.length && (
              <p className={styles.grey}>
                画出 {points.length} {definition.unit}；另有 {total - points.length} {definition.unit}
                没有填写坐标，没有画。
              </p>
            )}
            <div className={styles.mapPlace}>
              <Sketch definition={definition} points={points} onOpen={onOpen} />
            </div>
          </div>
        )
      }
    </QueryView>
  );
}

interface SketchProps {
  definition: LedgerDefinition;
  points: readonly LedgerPoint[];
  onOpen: (uid: string) => void;
}

function Sketch({ definition, points, onOpen }: SketchProps) {
  const choices = useMemo(() => choicesOf(definition), [definition]);
  const marks = useMemo(
    () =>
      choices.map(({ value, name, light = 'plain', mark = 'circle' }) => ({
        key: value,
        name,
        form: mark,
        fill: fills[light],
      })),
    [choices],
  );
  const drawn = useMemo(() => points.map(({ uid, ...point }) => ({ key: uid, ...point })), [points]);
  const byUid = useMemo(() => new Map(points.map((point) => [point.uid, point])), [points]);

  function wordsOf(uid: string): string {
    const point = byUid.get(uid);
    if (point === undefined) return '';
    const state = choices.find(({ value }) => value === point.mark)?.name ?? '';
    return `${point.title} ${state}\n${point.place}`;
  }

  return (
    <SketchMap
      title={`${definition.name}分布示意图`}
      points={drawn}
      marks={marks}
      wordsOf={wordsOf}
      onOpen={onOpen}
    />
  );
}

function choicesOf(definition: LedgerDefinition): readonly LedgerChoice[] {
  const column = definition.map === undefined ? undefined : columnOf(definition, definition.map.by);
  return column?.kind === 'choice' ? column.choices : [];
}
