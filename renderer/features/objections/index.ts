/** What pages of other features show of objections. */
export { CellObjections } from './cell-objections.tsx';
export { ObjectionList } from './objection-list.tsx';
export { type ObjectionsByCell, useObjectionsByCell, useObjectionsOfPeriod } from './use-objections.ts';
