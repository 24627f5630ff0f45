import { Button, Input } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { LineButtons } from './line-buttons.tsx';
import { changeLine } from './lines.ts';
import styles from './lines-table.module.css';

export interface LineColumn<Line> {
  title: string;
  /** CSS pixels; the others share what is left. */
  width?: number;
  cell: (line: Line, change: (set: Partial<Line>) => void, place: number) => ReactNode;
}

type TextField<Line> = { [Field in keyof Line]: Line[Field] extends string ? Field : never }[keyof Line];

interface TextColumn<Line> {
  title: string;
  /** Accessible name of the field in a line; default: the title. */
  label?: (line: Line, place: number) => string;
  maxLength?: number;
  placeholder?: string;
  /** Of the column, in CSS pixels. */
  width?: number;
}

/** A column of plain texts. */
export function textColumn<Line>(field: TextField<Line>, column: TextColumn<Line>): LineColumn<Line> {
  const { title, label = () => title, maxLength, placeholder, width } = column;
  return {
    title,
    ...(width === undefined ? {} : { width }),
    cell: (line, change, place) => (
      <Input
        aria-label={label(line, place)}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={String(line[field])}
        // The field is one of a text, which a computed name does not show.
        onChange={({ target }) => change({ [field]: target.value } as Partial<Line>)}
      />
    ),
  };
}

interface LinesTableProps<Line> {
  lines: readonly Line[];
  columns: readonly LineColumn<Line>[];
  /** What the button that deletes a line is called: 删除教育. */
  remove: (line: Line) => string;
  /** It is used elsewhere and cannot be deleted. */
  stays?: (line: Line) => boolean;
  /** The button's words: 新增行业. */
  add: string;
  newLine: () => Line;
  onChange: (lines: Line[]) => void;
}

/** A list that is edited as a whole: a row of fields for each line, in the clerk's order. */
export function LinesTable<Line extends { key: string }>({
  lines,
  columns,
  remove,
  stays = () => false,
  add,
  newLine,
  onChange,
}: LinesTableProps<Line>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const isAdding = useRef(false);

  // The new line may lie below those in view: it is filled in next.
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    body.current?.lastElementChild?.querySelector<HTMLElement>('input')?.focus();
  });

  function addLine(): void {
    isAdding.current = true;
    onChange([...lines, newLine()]);
  }

  return (
    <>
      <div className={styles.lines}>
        <table>
          <thead>
            <tr>
              {columns.map(({ title, width }) => (
                <th key={title} scope="col" style={{ width }}>
                  {title}
                </th>
              ))}
              <th scope="col" aria-label="操作" />
            </tr>
          </thead>
          <tbody ref={body}>
            {lines.map((line, place) => (
              <tr key={line.key}>
                {columns.map(({ title, cell }) => (
                  <td key={title}>{cell(line, (set) => onChange(changeLine(lines, place, set)), place)}</td>
                ))}
                <td className={styles.buttons}>
                  <LineButtons
                    lines={lines}
                    place={place}
                    remove={remove(line)}
                    stays={stays(line)}
                    onChange={onChange}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button type="dashed" onClick={addLine}>
        {add}
      </Button>
    </>
  );
}
