import { type CSSProperties, Fragment } from 'react';
import type { PreviewCell, PreviewRow, PreviewSheet } from '#shared/contract/export-forms.ts';
import type { Orientation } from '#shared/rules/assessment/export-form/definitions.ts';
import type { PageForm } from '#shared/rules/assessment/export-form/model.ts';
import { millimetresOf, pageRoom, paperSides } from '#shared/rules/assessment/export-form/page-room.ts';
import styles from './form-preview.module.css';

interface PreviewPaperProps {
  sheet: PreviewSheet;
  page: PageForm;
  orientation: Orientation;
  /** 1: as wide as the place for it. */
  zoom: number;
}

/** A sheet on its paper, scaled so that the paper is as wide as the place for it. */
export function PreviewPaper({ sheet, page, orientation, zoom }: PreviewPaperProps) {
  const { width, height } = paperSides(page.paper, orientation);
  const { top, bottom, left, right } = page.margins;
  const needed = sheet.widths.reduce((sum, one) => sum + one, 0);
  const room = pageRoom(page, orientation);
  const scale = page.fitToWidth ? Math.min(1, room / needed) : 1;
  const paper = { '--width': width, '--height': height, '--scale': scale } as CSSProperties;
  const edges = { '--top': top, '--bottom': bottom, '--left': left, '--right': right } as CSSProperties;
  return (
    <div className={styles.holder} style={{ width: `${zoom * 100}%` }}>
      <div className={styles.paper} style={{ ...paper, ...edges }}>
        <table className={styles.table} aria-label={sheet.name}>
          <colgroup>
            {sheet.widths.map((characters, place) => (
              // Columns have nothing but their place.
              // oxlint-disable-next-line react/no-array-index-key
              <col key={place} style={{ '--millimetres': millimetresOf(characters) } as CSSProperties} />
            ))}
          </colgroup>
          <tbody>
            {sheet.rows.map((row, place) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Fragment key={place}>
                {place === sheet.omitted?.after && (
                  <tr>
                    <td colSpan={sheet.widths.length} className={styles.omitted}>
                      {`…… 中间 ${sheet.omitted.count} 行略 ……`}
                    </td>
                  </tr>
                )}
                <Row row={row} />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ row: { height, cells } }: { row: PreviewRow }) {
  return (
    <tr style={{ '--points': height ?? 0 } as CSSProperties}>
      {cells.map((cell, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <td
          key={place}
          colSpan={cell.across}
          rowSpan={cell.down}
          className={styles.cell}
          data-bordered={cell.bordered}
          data-bold={cell.bold}
          data-note={cell.note !== ''}
          data-align={cell.align}
          style={{ '--size': cell.size } as CSSProperties}
          title={titleOf(cell)}
        >
          {cell.text}
        </td>
      ))}
    </tr>
  );
}

function titleOf({ note, live }: PreviewCell): string | undefined {
  if (note !== '') return note;
  return live ? '公式：在 Excel 里随明细变化' : undefined;
}
