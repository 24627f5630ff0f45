import { Button, Input, Segmented } from 'antd';
import {
  columnDefinitions,
  lossSheetNames,
  type Orientation,
} from '#shared/rules/assessment/export-form/definitions.ts';
import type { SheetForm } from '#shared/rules/assessment/export-form/model.ts';
import type { FormProblem } from '#shared/rules/assessment/export-form/problems.ts';
import { LineButtons } from '#renderer/ui/line-buttons.tsx';
import { changeLine } from '#renderer/ui/lines.ts';
import styles from './form-editor.module.css';
import { PlacedField } from './placed-field.tsx';

interface SheetFieldsProps {
  sheet: SheetForm;
  problems: readonly FormProblem[];
  onChange: (set: Partial<SheetForm>) => void;
}

export function SheetFields({ sheet, problems, onChange }: SheetFieldsProps) {
  const { kind, ending } = sheet;
  if (kind === 'losses')
    return (
      <>
        <p>{`每组四张表：${Object.values(lossSheetNames).join('、')}。表名和栏目由程序定。`}</p>
        <OrientationField sheet={sheet} onChange={onChange} />
      </>
    );
  const hasColumns = columnDefinitions(kind).length > 0;
  return (
    <>
      <div className={styles.pair}>
        <PlacedField label="标题后加的表名" place={`${kind}.ending`} problems={problems}>
          <Input
            aria-label="标题后加的表名"
            autoComplete="off"
            value={ending}
            onChange={({ target }) => onChange({ ending: target.value })}
          />
        </PlacedField>
        <OrientationField sheet={sheet} onChange={onChange} />
      </div>
      {hasColumns ? (
        <PlacedField label="栏目（从左到右）" place={`${kind}.columns`} problems={problems} isGroup>
          <ColumnLines sheet={sheet} onChange={onChange} />
        </PlacedField>
      ) : (
        <p>年度由各期合成时才有这张表。栏目随组成的各期而定，名称与汇总表相同。</p>
      )}
    </>
  );
}

function OrientationField({ sheet: { orientation }, onChange }: Omit<SheetFieldsProps, 'problems'>) {
  return (
    <PlacedField label="方向" place="sheets" problems={[]}>
      <Segmented<Orientation>
        aria-label="方向"
        value={orientation}
        options={[
          { value: 'landscape', label: '横向' },
          { value: 'portrait', label: '纵向' },
        ]}
        onChange={(next) => onChange({ orientation: next })}
      />
    </PlacedField>
  );
}

/** Name as printed, what it is, and its place; below those that the sheet could have besides. */
function ColumnLines({ sheet: { kind, columns }, onChange }: Omit<SheetFieldsProps, 'problems'>) {
  const definitions = columnDefinitions(kind);
  const absent = definitions.filter(({ key }) => columns.every((column) => column.key !== key));
  return (
    <>
      {columns.map((column, place) => {
        const definition = definitions.find(({ key }) => key === column.key);
        const usual = definition?.name ?? column.key;
        return (
          <div key={column.key} className={styles.column}>
            <Input
              size="small"
              autoComplete="off"
              aria-label={`${usual}栏的名称`}
              value={column.name}
              onChange={({ target }) =>
                onChange({ columns: changeLine(columns, place, { name: target.value }) })
              }
            />
            <span className={styles.usual} title={usual}>
              {usual}
            </span>
            <span>
              <LineButtons
                lines={columns}
                place={place}
                remove={`去掉${usual}`}
                stays={definition?.required ?? false}
                onChange={(next) => onChange({ columns: next })}
              />
            </span>
          </div>
        );
      })}
      {absent.length > 0 && (
        <div className={styles.absent}>
          <span className={styles.usual}>可以加上：</span>
          {absent.map(({ key, name }) => (
            <Button key={key} size="small" onClick={() => onChange({ columns: [...columns, { key, name }] })}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
