import {
  type CollectedColumn,
  collectedColumn,
  definitionProblem,
  type DesignedForm,
} from '#shared/rules/collections/definition.ts';

const BLANK_ROWS = 30;
const FEN = 100;

export function emptyDesign(): DesignedForm {
  return { definition: { columns: [newColumn([])], rows: 'free', blankRows: BLANK_ROWS }, rows: [] };
}

/** The next one, with a key that none of the others has. */
export function newColumn(columns: readonly CollectedColumn[]): CollectedColumn {
  const numbers = columns.map(({ key }) => Number(key.slice(1)) || 0);
  return collectedColumn(`c${Math.max(0, ...numbers) + 1}`, '');
}

/** What belongs to the kind before goes with it; what was given is kept as it was written. */
export function withKind(column: CollectedColumn, kind: CollectedColumn['kind']): CollectedColumn {
  const decimals = kind === 'decimal' ? 2 : 0;
  return { ...column, kind, choices: [], min: null, max: null, decimals };
}

/** Given rows, with room for the unit's own below them or without. */
export function withOwnRows(form: DesignedForm, mayAdd: boolean): DesignedForm {
  const rows = mayAdd ? 'givenAndFree' : 'given';
  return { ...form, definition: { ...form.definition, rows, blankRows: mayAdd ? BLANK_ROWS : 0 } };
}

/** @param typed null: the field was emptied, and is asked for when the collection is made */
export function withBlankRows(form: DesignedForm, typed: number | null): DesignedForm {
  return { ...form, definition: { ...form.definition, blankRows: typed ?? 0 } };
}

/** Only headings: each unit writes rows of its own. */
export function withoutGivenRows({ definition }: DesignedForm): DesignedForm {
  const columns = definition.columns.map((column) => ({ ...column, locked: false }));
  return { definition: { columns, rows: 'free', blankRows: BLANK_ROWS }, rows: [] };
}

/** A limit as it is typed: money in 元. */
export function typedBound({ kind }: CollectedColumn, bound: string | null): number | null {
  if (bound === null) return null;
  return kind === 'money' ? Number(bound) / FEN : Number(bound);
}

export function boundOf({ kind }: CollectedColumn, typed: number | null): string | null {
  if (typed === null) return null;
  return String(kind === 'money' ? Math.round(typed * FEN) : typed);
}

/** @returns what is missing, in Chinese; null: nothing */
export function designProblem({ definition }: DesignedForm): string | null {
  const nameless = definition.columns.findIndex(({ heading }) => heading.trim() === '');
  return nameless === -1 ? definitionProblem(definition) : `请填写第 ${nameless + 1} 栏的名称`;
}
