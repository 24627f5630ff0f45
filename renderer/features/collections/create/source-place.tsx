import { Button, InputNumber, Space } from 'antd';
import { useState } from 'react';
import type { ReadForm } from '#shared/contract/collections.ts';
import type { HeadRows } from '#shared/rules/collections/propose/heads.ts';
import { SheetSelect } from '#renderer/ui/table-import/sheet-select.tsx';

/** Where in a workbook the columns are read from; null: it is proposed. */
export interface FormPlace {
  sheet: string | null;
  heads: HeadRows | null;
}

interface SourcePlaceProps {
  fileName: string;
  source: Pick<ReadForm, 'heads' | 'sheet' | 'sheets'>;
  reading: boolean;
  onRead: (place: FormPlace) => void;
}

/** From which sheet and rows the columns were taken; another place reads them anew. */
export function SourcePlace({ fileName, source, reading, onRead }: SourcePlaceProps) {
  const { sheet, sheets } = source;
  const [{ top, bottom }, setHeads] = useState(source.heads);
  const isOther = top !== source.heads.top || bottom !== source.heads.bottom;
  const row = (label: string, value: number, onChange: (typed: number) => void) => (
    <InputNumber<number>
      aria-label={label}
      min={1}
      max={1_000}
      precision={0}
      style={{ width: 64 }}
      value={value}
      onChange={(typed) => typed !== null && onChange(typed)}
    />
  );
  return (
    <Space wrap>
      <span>栏目取自“{fileName}”</span>
      <SheetSelect
        sheet={sheet}
        sheets={sheets}
        onChange={(chosen) => onRead({ sheet: chosen, heads: null })}
      />
      <span>栏目名称在第</span>
      {row('栏目名称的第一行', top, (typed) => setHeads({ top: typed, bottom: Math.max(typed, bottom) }))}
      <span>行至第</span>
      {row('栏目名称的最后一行', bottom, (typed) => setHeads({ top: Math.min(typed, top), bottom: typed }))}
      <span>行</span>
      {isOther && (
        <Button loading={reading} onClick={() => onRead({ sheet, heads: { top, bottom } })}>
          照这几行重新设栏目
        </Button>
      )}
    </Space>
  );
}
