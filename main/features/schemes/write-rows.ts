import type { CategoryContent, IndicatorContent, SchemeHead } from '#shared/rules/schemes/content.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';

/*
 * Content as it goes into the rows. A field that is not given is not among the values, so that a patch changes
 * only its own columns.
 */

type Given<Fields> = { readonly [Name in keyof Fields]?: Fields[Name] | undefined };
type ColumnNames<Fields> = { readonly [Name in keyof Fields]: string };

const schemeColumns: ColumnNames<SchemeHead> = {
  title: 'title',
  documentNumber: 'document_number',
  issuer: 'issuer',
  appliesTo: 'applies_to',
  statedPoints: 'stated_points',
  settings: 'settings',
  notes: 'notes',
};

const categoryColumns: ColumnNames<Omit<CategoryContent, 'indicators'>> = {
  name: 'name',
  maxPoints: 'max_points',
  bonus: 'bonus',
};

const indicatorColumns: ColumnNames<IndicatorContent> = {
  number: 'number',
  content: 'content',
  maxPoints: 'max_points',
  ruleText: 'rule_text',
  method: 'method',
  source: 'source',
  floor: 'floor',
  notApplicable: 'not_applicable',
  condition: 'condition',
  rules: 'rules',
};

function toCell(value: unknown): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : JSON.stringify(value);
}

function valuesOf<Fields extends object>(columns: ColumnNames<Fields>, given: Given<Fields>): RowValues {
  const known = new Map<string, unknown>(Object.entries(given));
  const values = Object.entries<string>(columns).flatMap(([name, column]) => {
    const value = known.get(name);
    return value === undefined ? [] : [[column, toCell(value)]];
  });
  return Object.fromEntries(values);
}

export function schemeValues(given: Given<SchemeHead>): RowValues {
  return valuesOf(schemeColumns, given);
}

export function categoryValues(given: Given<Omit<CategoryContent, 'indicators'>>): RowValues {
  return valuesOf(categoryColumns, given);
}

export function indicatorValues(given: Given<IndicatorContent>): RowValues {
  return valuesOf(indicatorColumns, given);
}

/**
 * Adds categories with their indicators in the given order to a scheme that has none.
 * @param families of the indicators that they are copies of, in the same order
 */
export function insertTree(
  db: WriteStore,
  schemeId: number,
  categories: readonly CategoryContent[],
  families: readonly string[] = [],
): void {
  let count = 0;
  for (const [position, category] of categories.entries()) {
    const categoryId = db.insert('scheme_category', {
      scheme_id: schemeId,
      position,
      ...categoryValues(category),
    });
    for (const [place, indicator] of category.indicators.entries()) {
      const family = families[count];
      count += 1;
      db.insert('indicator', {
        category_id: categoryId,
        position: place,
        ...indicatorValues(indicator),
        ...(family === undefined ? {} : { family_uid: family }),
      });
    }
  }
}
