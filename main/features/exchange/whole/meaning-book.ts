import { tableNameOf } from '#shared/rules/history/stored-names.ts';
import { listPaper, paperRow } from '#main/core/excel/write/list-paper.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { type SchemaMap, sqlOf, type TableShape } from '#main/core/packs/schema-map.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { unloggedTables } from '#main/core/store/tables.ts';
import { headingOf } from './table-books.ts';

const typeNames: Readonly<Record<string, string>> = { INTEGER: '整数', TEXT: '文字' };

/** What every column has, whatever its table. */
const commonMeanings: Readonly<Record<string, string>> = {
  id: '本数据文件内的编号，表与表之间用它连接',
  uid: '全局编号，换一台电脑也不变',
  search_text: '检索用的文字，由程序生成',
  sealed: '保密内容，加密存放；公开以前别的列是空的',
};

/** Says in Chinese what stands in each table and column of the store, for whoever reads it without this program. */
export async function writeMeaningBook(
  path: string,
  db: ReadStore,
  map: SchemaMap,
  check: () => void,
): Promise<void> {
  const shapes = [...map.values()];
  const tables = listPaper({
    name: '表',
    columns: [
      ['表', 26, 'left'],
      ['中文名', 26, 'left'],
      ['条数', 10, 'right'],
      ['说明', 60, 'left'],
    ],
    title: '数据表',
    caption: {
      left: '金额以分、分数以千分之一分、经纬度以百万分之一度存成整数',
      right: '时间是 1970 年起的毫秒数；状态等存英文代码',
    },
    rows: [
      ...shapes.map((shape) =>
        paperRow([shape.name, tableNameOf(shape.name), countOf(db, shape.name), belongingOf(shape)]),
      ),
      ...Object.keys(unloggedTables).map((table) =>
        paperRow([table, internalName(table), null, '程序自用，可由其他表重建或不含业务内容']),
      ),
    ],
  });
  const columns = listPaper({
    name: '列',
    columns: [
      ['表', 26, 'left'],
      ['表的中文名', 22, 'left'],
      ['列', 24, 'left'],
      ['含义', 40, 'left'],
      ['类型', 8, 'left'],
      ['可空', 8, 'center'],
      ['指向', 26, 'left'],
    ],
    title: '数据列',
    caption: { left: '', right: '' },
    rows: shapes.flatMap((shape) => rowsOf(db, shape)),
  });
  await writePaperWorkbook(path, [tables, columns], [], check);
}

function countOf(db: ReadStore, table: string): number {
  return db.get(sqlOf<{ count: number }>(`SELECT count(*) AS count FROM "${table}"`))?.count ?? 0;
}

function internalName(table: string): string {
  if (table.endsWith('_search')) return `${tableNameOf(table.slice(0, -'_search'.length))}的检索`;
  return table === 'operation' ? '操作日志' : table === 'row_change' ? '操作日志的改动' : tableNameOf(table);
}

function belongingOf({ references }: TableShape): string {
  const whole = references.filter(({ isPart }) => isPart).map(({ target }) => `“${tableNameOf(target)}”`);
  return whole.length === 0 ? '' : `${whole.join('、')}的一部分，随它一起删除`;
}

interface StoredColumn {
  name: string;
  type: string;
  required: number;
}

function rowsOf(db: ReadStore, shape: TableShape) {
  const sql = sqlOf<StoredColumn, { name: string }>(
    'SELECT name, type, "notnull" AS required FROM pragma_table_xinfo(@name) WHERE hidden = 0 ORDER BY cid',
  );
  return db.all(sql, { name: shape.name }).map(({ name, type, required }) => {
    const reference = shape.references.find(({ column }) => column === name);
    return paperRow([
      shape.name,
      tableNameOf(shape.name),
      name,
      commonMeanings[name] ?? headingOf(shape, name),
      typeNames[type] ?? type,
      required === 1 || name === 'id' ? '' : '可空',
      reference === undefined ? '' : `${tableNameOf(reference.target)}（${reference.target}.id）`,
    ]);
  });
}
