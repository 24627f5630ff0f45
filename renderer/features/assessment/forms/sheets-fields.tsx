import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined';
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined';
import { Button, Checkbox, Collapse } from 'antd';
import { useState } from 'react';
import { sheetDefinitions, type SheetKind } from '#shared/rules/assessment/export-form/definitions.ts';
import type { SheetForm } from '#shared/rules/assessment/export-form/model.ts';
import { changeLine, moveLine } from '#renderer/ui/lines.ts';
import type { FormEditorProps } from './form-editor.tsx';
import { PlacedField } from './placed-field.tsx';
import { SheetFields } from './sheet-fields.tsx';

/** Which sheets, in which order; each opens to its columns. */
export function SheetsFields({ form, problems, onChange }: FormEditorProps) {
  const [open, setOpen] = useState<readonly SheetKind[]>(() =>
    form.sheets
      .filter(({ columns }) => columns.length > 0)
      .slice(0, 1)
      .map(({ kind }) => kind),
  );
  const setSheets = (sheets: SheetForm[]): void => onChange({ sheets });

  function change(place: number, set: Partial<SheetForm>): void {
    setSheets(changeLine(form.sheets, place, set));
  }

  return (
    <PlacedField place="sheets" problems={problems} isGroup>
      <Collapse
        size="small"
        activeKey={[...open]}
        onChange={(keys) => setOpen(keys as SheetKind[])}
        items={form.sheets.map((sheet, place) => ({
          key: sheet.kind,
          label: sheetDefinitions[sheet.kind].name,
          extra: (
            <SheetButtons
              sheet={sheet}
              onShow={(shown) => change(place, { shown })}
              onMove={(by) => setSheets(moveLine(form.sheets, place, by))}
            />
          ),
          children: <SheetFields sheet={sheet} problems={problems} onChange={(set) => change(place, set)} />,
        }))}
      />
    </PlacedField>
  );
}

interface SheetButtonsProps {
  sheet: SheetForm;
  onShow: (shown: boolean) => void;
  onMove: (by: number) => void;
}

/** In the head of a fold, which must not open or close by them. */
function SheetButtons({ sheet, onShow, onMove }: SheetButtonsProps) {
  const { name } = sheetDefinitions[sheet.kind];
  const moves = [
    { by: -1, label: `上移${name}`, icon: <ArrowUpOutlined aria-hidden /> },
    { by: 1, label: `下移${name}`, icon: <ArrowDownOutlined aria-hidden /> },
  ];
  return (
    <>
      <Checkbox
        aria-label={`要${name}`}
        checked={sheet.shown}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
        onChange={({ target }) => onShow(target.checked)}
      >
        要
      </Checkbox>
      {moves.map(({ by, label, icon }) => (
        <Button
          key={by}
          type="text"
          size="small"
          aria-label={label}
          icon={icon}
          onKeyDown={(event) => event.stopPropagation()}
          onClick={(event) => {
            event.stopPropagation();
            onMove(by);
          }}
        />
      ))}
    </>
  );
}
